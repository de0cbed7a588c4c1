package pykata.advanced.pluginsystem;

import static pykata.python.Implementation.CPYTHON;

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
    @NotOn(value = CPYTHON, before = "3.12", because = "entry_points() is a dict of groups there")
    void finding_plugins_imports_nothing_and_settles_no_clash(Python python, Observed observed) {
        var site = Installed.site();
        var report = python.call("discovery.finding_and_loading", site);
        observed.that(
                        "[plug-ins found, modules imported meanwhile]",
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
        observed.control("imported when it is over", python.call("discovery.imported", site))
                .isEqualTo(List.of());
        observed.control("imported by then, without the one that failed", modules.size())
                .isEqualTo(11);
        observed.control("the one that failed is left in `sys.modules`", modules.contains("paper_trail"))
                .isEqualTo(false);
        var listed = texts(python.call("discovery.names_as_listed", site, false));
        var backwards = texts(python.call("discovery.names_as_listed", site, true));
        observed.that(
                        "first two names found, the folder listed [from a to z, from z to a]",
                        List.of(listed.subList(0, 2), backwards.subList(0, 2)))
                .isEqualTo(List.of(List.of("fibber", "future"), List.of("swift", "swift")));
        observed.control("all of them, one way and the other", listed.reversed())
                .isEqualTo(backwards);
        observed.that(
                        "distributions that offer `swift`",
                        python.call("discovery.distributions_offering", site, "swift"))
                .isEqualTo(List.of("swift-post", "swift-post-fork"));
        observed.control(
                        "found beside a malformed file of another package",
                        python.call("discovery.beside_a_malformed_one", site))
                .isEqualTo("TypeError");
        observed.control(
                        "one distribution in two folders: [copies, are offers of the first]",
                        python.call("discovery.in_two_folders", site, "swift_post"))
                .isEqualTo(List.of(2, List.of(true)));
    }

    @Claim
    @NotOn(value = CPYTHON, before = "3.12", because = "entry_points() is a dict of groups there")
    void a_contract_is_checked_before_the_first_call(Python python, Observed observed) {
        var admitted = python.call(
                "contracts.admission",
                Installed.site(),
                List.of("swift-post", "harbour-mail", "future-freight", "hasty-van"));
        observed.that(
                        "our check: [version 2, 1, 3, 2 without `country`]",
                        List.of(
                                first(admitted, "swift"),
                                first(admitted, "harbour"),
                                first(admitted, "future"),
                                first(admitted, "hasty")))
                .isEqualTo(List.of(492, 355, "Incompatible", "TypeError"));
        for (var fitting :
                Map.of("swift-post", "admitted", "hasty-van", "TypeError").entrySet()) {
            observed.control(
                            "nobody called: " + fitting.getKey(),
                            python.call("contracts.without_a_call", Installed.site(), fitting.getKey()))
                    .isEqualTo(fitting.getValue());
        }
        observed.control(
                        "imported: [version 2, 3, 2 without `country`]",
                        List.of(
                                admitted.get("swift").get(1),
                                admitted.get("future").get(1),
                                admitted.get("hasty").get(1)))
                .isEqualTo(List.of(true, false, true));
        observed.control(
                        "a wrapper that claims another signature: [our check, the call]",
                        python.call("contracts.wrapped_by_another"))
                .isEqualTo(List.of(true, "TypeError"));
        observed.control(
                        "versions `2`, `ip`, `22`",
                        List.of("2", "ip", "22").stream()
                                .map(each -> python.call("contracts.of_group", "shop.carriers.v" + each))
                                .toList())
                .isEqualTo(List.of("TypeError", "Incompatible", "Incompatible"));
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
                        "pluggy: [fewer arguments, unknown argument, misspelt hook]",
                        each("with_pluggy.registering", python, "FewerArguments", "UnknownArgument", "MisspeltName"))
                .isEqualTo(List.of("registered", "PluginValidationError", "registered"));
        observed.that(
                        "... misspelt hook, `check_pending()`",
                        python.call("with_pluggy.checking_pending", "MisspeltName"))
                .isEqualTo("PluginValidationError");
        observed.control("... and nothing else", python.call("with_pluggy.checking_pending", "Swift"))
                .isEqualTo("nothing found");
        observed.that(
                        "order of calls; registered: `first` (tryfirst), `swift`, `fewer`, `last` (trylast)",
                        python.call("with_pluggy.quotes", "First", "Swift", "FewerArguments", "Last")
                                .get("called"))
                .isEqualTo(List.of("first", "fewer", "swift", "last"));
        var raising = python.call("with_pluggy.quotes", "Swift", "Raising", "FewerArguments");
        observed.that(
                        "of `swift`, `raising`, `fewer`, the last first, one raises: [result, who was called]",
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

    private static long count(JsonNode values, String text) {
        return values.valueStream().filter(value -> value.asText().equals(text)).count();
    }

    private static List<String> texts(JsonNode values) {
        return values.valueStream().map(JsonNode::asText).toList();
    }
}
