package pykata.advanced.pluginsystem;

import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static pykata.python.Implementation.GRAALPY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import pykata.claim.AnswerTest;
import pykata.claim.Claim;
import pykata.claim.Needs;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.Python;

@Needs({"flit-core", "pluggy", "uv"})
class PluginSystemTest extends AnswerTest {

    @Claim
    void entry_points_import_nothing_and_settle_nothing(Python python, Observed observed) {
        var site = Installed.site();
        var report = python.call("discovery.finding_and_loading", site);
        observed.that(
                        "plug-ins found, and modules imported meanwhile",
                        List.of(report.get("found"), report.get("imported")))
                .isEqualTo(List.of(12, List.of()));
        var loaded = report.get("loaded");
        observed.that(
                        "`load()`: [one that works, import fails, no such function]",
                        List.of(loaded.get("harbour"), loaded.get("paper"), loaded.get("ghost")))
                .isEqualTo(List.of("function", "RuntimeError", "AttributeError"));
        observed.control("loaded in spite of those two", count(loaded, "function"))
                .isEqualTo(9);
        var modules = new TreeSet<>(texts(report.get("imported then")));
        observed.control("imported by then, without the one that failed", modules.size())
                .isEqualTo(11);
        observed.control("the one that failed is left in `sys.modules`", modules.contains("paper_trail"))
                .isEqualTo(false);
        var listed = texts(python.call("discovery.names_as_listed", site, false));
        var backwards = texts(python.call("discovery.names_as_listed", site, true));
        observed.that(
                        "first two names, the folder listed [one way, the other way]",
                        List.of(listed.subList(0, 2), backwards.subList(0, 2)))
                .isEqualTo(List.of(List.of("fibber", "future"), List.of("swift", "swift")));
        observed.control("all of them, one way and the other", listed.reversed())
                .isEqualTo(backwards);
        observed.that(
                        "distributions that offer `swift`",
                        python.call("discovery.distributions_offering", site, "swift"))
                .isEqualTo(List.of("swift-post", "swift-post-fork"));
        observed.that(
                        "one distribution in two folders: [copies, offers from the first folder]",
                        python.call("discovery.in_two_folders", site, "swift_post"))
                .isEqualTo(List.of(2, List.of(true)));
    }

    @Claim
    void a_contract_is_checked_before_the_first_call(Python python, Observed observed) {
        var admitted = python.call(
                "contracts.admission",
                Installed.site(),
                List.of("swift-post", "harbour-mail", "future-freight", "hasty-van"));
        observed.that(
                        "our check: [version 2, version 1, version 3, 2 without `country`]",
                        List.of(
                                first(admitted, "swift"),
                                first(admitted, "harbour"),
                                first(admitted, "future"),
                                first(admitted, "hasty")))
                .isEqualTo(List.of(492, 355, "Incompatible", "TypeError"));
        observed.control(
                        "imported: [version 3, 2 without `country`]",
                        List.of(
                                admitted.get("future").get(1),
                                admitted.get("hasty").get(1)))
                .isEqualTo(List.of(false, true));
        var parameters = List.of(
                "grams, country",
                "grams, country, express=False",
                "**parcel",
                "grams",
                "grams, land",
                "grams, country, express");
        observed.control(
                        "signatures that can be called: " + parameters,
                        parameters.stream()
                                .map(each -> python.call("contracts.accepts", each))
                                .toList())
                .isEqualTo(List.of(true, true, true, false, false, false));
        observed.that(
                        "pluggy registers: [fewer arguments, an unknown one, a misspelt hook]",
                        each("with_pluggy.registering", python, "FewerArguments", "UnknownArgument", "MisspeltName"))
                .isEqualTo(List.of("registered", "PluginValidationError", "registered"));
        observed.that(
                        "`check_pending()` finds the misspelt hook",
                        python.call("with_pluggy.checking_pending", "MisspeltName"))
                .isEqualTo("PluginValidationError");
        observed.control("... and nothing else", python.call("with_pluggy.checking_pending", "Swift"))
                .isEqualTo("nothing found");
        observed.that(
                        "pluggy asks in this order, registered as `first, last, swift, fewer`",
                        python.call("with_pluggy.quotes", "First", "Last", "Swift", "FewerArguments")
                                .get("called"))
                .isEqualTo(List.of("first", "fewer", "swift", "last"));
        var raising = python.call("with_pluggy.quotes", "Swift", "Raising", "FewerArguments");
        observed.that(
                        "one of three raises: [the call's result, who was asked]",
                        List.of(raising.get("answer"), raising.get("called")))
                .isEqualTo(List.of("ValueError", List.of("fewer", "raising")));
        observed.control(
                        "nobody raises",
                        python.call("with_pluggy.quotes", "Swift", "FewerArguments")
                                .get("answer"))
                .isEqualTo(List.of("fewer", "swift"));
        observed.control(
                        "a wrapper around them",
                        python.call("with_pluggy.quotes", "Swift", "Doubling").get("answer"))
                .isEqualTo(List.of("swiftswift"));
        observed.control(
                        "the first result of None, Hamburg and None",
                        python.call("with_pluggy.tracking", null, "Hamburg", null))
                .isEqualTo("Hamburg");
    }

    @Claim
    void except_exception_does_not_contain_a_plugin(Python python, Observed observed) {
        observed.that(
                        "`except Exception` around one that [raises, exits]",
                        each("containing.asking", python, "raises", "exits"))
                .isEqualTo(List.of("RuntimeError", "escaped: SystemExit"));
        observed.control("Ctrl-C, which must get past", python.call("containing.asking", "interrupts"))
                .isEqualTo("escaped: KeyboardInterrupt");
        observed.that(
                        "`json.dumps(490)` before and after another one has patched it",
                        pair(python.call(
                                "containing.one_after_the_other", "writes_json", "changes_the_library", "writes_json")))
                .isEqualTo(List.of("490", "free"));
        observed.control(
                        "... after one that has not",
                        pair(python.call(
                                "containing.one_after_the_other", "writes_json", "counts_extras", "writes_json")))
                .isEqualTo(List.of("490", "490"));
        observed.that(
                        "extras in the parcel before and after another one has added to it",
                        pair(python.call(
                                "containing.one_after_the_other",
                                "counts_extras",
                                "changes_the_parcel",
                                "counts_extras")))
                .isEqualTo(List.of(0, 1));
        var givenUp = python.call("containing.giving_up");
        observed.that(
                        "the host gives up on a call: [what it gets, `cancel()`, still running]",
                        List.of(givenUp.get(0), givenUp.get(1), givenUp.get(2)))
                .isEqualTo(List.of("TimeoutError", false, true));
        observed.control("... which ends when what it waits for comes", givenUp.get(3))
                .isEqualTo(true);
    }

    @Claim
    @NotOn(value = GRAALPY, because = "an embedded one has no executable to start; its contexts are the counterpart")
    void a_process_per_plugin_contains_what_no_except_clause_can(Python python, Observed observed) {
        assumeTrue(python.call("processes.can_limit_memory").asBoolean(), "only Linux limits a process's memory");
        observed.that("keeps the contract", quotes("swift-post", 30, 0, python)).isEqualTo(List.of(492, 1490));
        observed.that("hangs, and catches everything", quotes("molasses-mail", 0.5, 0, python))
                .isEqualTo(List.of("killed", "killed"));
        observed.that("never stops allocating, and may have 128 MB", quotes("glutton-goods", 30, 128, python))
                .isEqualTo(List.of("MemoryError", "MemoryError"));
        observed.control("keeps the contract, and may have 128 MB", quotes("swift-post", 30, 128, python))
                .isEqualTo(List.of(492, 1490));
        observed.that("exits", quotes("quitter-lines", 30, 0, python))
                .isEqualTo(List.of("exit status 3", "exit status 3"));
        observed.that("returns what is no cents", quotes("fibber-express", 30, 0, python))
                .isEqualTo(List.of(490, "no cents: '490'"));
        observed.control("raises", quotes("grumpy-cargo", 30, 0, python)).isEqualTo(List.of("Closed", "Closed"));
    }

    /** What a carrier answers to two parcels. */
    private static JsonNode quotes(String distribution, double seconds, int megabytes, Python python) {
        var parcels = List.of(Map.of("grams", 250, "country", "DE"), Map.of("grams", 250, "country", "US"));
        var environment = Installed.once().environment().toString();
        return python.call("processes.quotes", environment, distribution, parcels, seconds, megabytes);
    }

    @Claim
    void reload_in_place_mixes_two_versions(Python python, Observed observed) {
        var inPlace = python.call("reloading.in_place");
        var after = inPlace.get("after");
        observed.that("reloaded: price by [the old reference, the module]", after.get("old reference, module"))
                .isEqualTo(List.of(490, 590));
        observed.that("an object made before is an instance of the reloaded class", after.get("isinstance"))
                .isEqualTo(false);
        observed.that("a function that the new version does not have is still there", after.get("has surcharge"))
                .isEqualTo(true);
        observed.control("tariff of [that object, a new one]", after.get("old object, new object"))
                .isEqualTo(List.of(490, 590));
        observed.control("before", inPlace.get("before"))
                .isEqualTo(Map.of(
                        "old reference, module",
                        List.of(490, 490),
                        "old object, new object",
                        List.of(490, 490),
                        "isinstance",
                        true,
                        "has surcharge",
                        true));
        observed.control("the module is the same object", inPlace.get("same module"))
                .isEqualTo(true);
        observed.that(
                        "side by side, as modules of two names: [price, still has it]",
                        python.call("reloading.side_by_side"))
                .isEqualTo(List.of(List.of(490, true), List.of(590, false)));
        observed.that("a new interpreter: [price, still has it]", python.call("reloading.second_alone"))
                .isEqualTo(List.of(590, false));
    }

    private static JsonNode first(JsonNode verdicts, String carrier) {
        return verdicts.get(carrier).get(0);
    }

    private static List<JsonNode> each(String function, Python python, String... arguments) {
        var results = new ArrayList<JsonNode>();
        for (var argument : arguments) {
            results.add(python.call(function, argument));
        }
        return results;
    }

    private static List<JsonNode> pair(JsonNode three) {
        return List.of(three.get(0), three.get(2));
    }

    private static long count(JsonNode values, String text) {
        return values.valueStream().filter(value -> value.asText().equals(text)).count();
    }

    private static List<String> texts(JsonNode values) {
        return values.valueStream().map(JsonNode::asText).toList();
    }
}
