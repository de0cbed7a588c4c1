package pykata.advanced.pluginsystem;

import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static pykata.python.Implementation.GRAALPY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.Needs;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.Python;

@Needs({"flit-core", "uv"})
class ContainmentTest extends ClaimsTest {

    @Claim
    void except_exception_does_not_contain_a_plugin(Python python, Observed observed) {
        observed.that(
                        "`except Exception` around one that [raises, exits]",
                        List.of(python.call("containing.asking", "raises"), python.call("containing.asking", "exits")))
                .isEqualTo(List.of("RuntimeError", "escaped: SystemExit"));
        observed.control("Ctrl-C, which must get past", python.call("containing.asking", "interrupts"))
                .isEqualTo("escaped: KeyboardInterrupt");
        observed.that(
                        "`json.dumps(490)` [before, after] another one patches it",
                        pair(python.call(
                                "containing.one_after_the_other", "writes_json", "changes_the_library", "writes_json")))
                .isEqualTo(List.of("490", "free"));
        observed.control(
                        "... after one that has not",
                        pair(python.call(
                                "containing.one_after_the_other", "writes_json", "counts_extras", "writes_json")))
                .isEqualTo(List.of("490", "490"));
        observed.that(
                        "the parcel's extras [before, after] another one adds",
                        pair(python.call(
                                "containing.one_after_the_other",
                                "counts_extras",
                                "changes_the_parcel",
                                "counts_extras")))
                .isEqualTo(List.of(0, 1));
        var givenUp = python.call("containing.giving_up");
        observed.that(
                        "after a time-out: [the host gets, `cancel()`, still running]",
                        List.of(givenUp.get(0), givenUp.get(1), givenUp.get(2)))
                .isEqualTo(List.of("TimeoutError", false, true));
        observed.control("... which ends when what it waits for comes", givenUp.get(3))
                .isEqualTo(true);
    }

    @Claim
    @NotOn(value = GRAALPY, because = "an embedded one has no executable to start; its contexts are the counterpart")
    void a_process_per_plugin_contains_what_no_except_clause_can(Python python, Observed observed) {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "only Linux limits a process's memory");
        observed.that("keeps the contract", quotes("swift-post", 30, 0, python)).isEqualTo(List.of(492, 1490));
        observed.that("hangs, and catches everything", quotes("molasses-mail", 0.5, 0, python))
                .isEqualTo(List.of("killed", "killed"));
        observed.that("never stops allocating, with 128 MB", quotes("glutton-goods", 30, 128, python))
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

    private static List<JsonNode> pair(JsonNode three) {
        return List.of(three.get(0), three.get(2));
    }
}
