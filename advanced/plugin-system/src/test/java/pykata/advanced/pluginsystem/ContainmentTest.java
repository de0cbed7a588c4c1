package pykata.advanced.pluginsystem;

import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static pykata.python.Implementation.GRAALPY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.Needs;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.Python;

@Needs({"flit-core", "uv"})
class ContainmentTest extends ClaimsTest {

    /** After a minute of processor time. */
    private static final String ENDING = "import resource; resource.setrlimit(resource.RLIMIT_CPU, (60, 60))\n";

    @Claim
    void except_exception_does_not_contain_a_plugin(Python python, Observed observed) {
        observed.that(
                        "`except Exception` around one that [raises, exits]",
                        List.of(python.call("containing.asking", "raises"), python.call("containing.asking", "exits")))
                .isEqualTo(List.of("RuntimeError", "escaped: SystemExit"));
        observed.control("... around one that raises KeyboardInterrupt", python.call("containing.asking", "interrupts"))
                .isEqualTo("escaped: KeyboardInterrupt");
        observed.that(
                        "`json.dumps(490)`: [before, after another plug-in patches it]",
                        pair(python.call(
                                "containing.one_after_the_other", "writes_json", "changes_the_library", "writes_json")))
                .isEqualTo(List.of("490", "free"));
        observed.control(
                        "... after one that has not",
                        pair(python.call(
                                "containing.one_after_the_other", "writes_json", "tells_the_extras", "writes_json")))
                .isEqualTo(List.of("490", "490"));
        observed.that(
                        "extras in the shared parcel: [before, after another plug-in adds one]",
                        pair(python.call(
                                "containing.one_after_the_other",
                                "tells_the_extras",
                                "changes_the_parcel",
                                "tells_the_extras")))
                .isEqualTo(List.of(List.of(), List.of("insurance")));
        observed.control(
                        "a careful guard: [one exits, extras after another adds one]",
                        List.of(
                                python.call("containing.asking", "exits", "ask_with_care"),
                                pair(python.call(
                                                "containing.with_care",
                                                "tells_the_extras",
                                                "changes_the_parcel",
                                                "tells_the_extras"))
                                        .get(1)))
                .isEqualTo(List.of("SystemExit", List.of()));
        observed.control(
                        "... around one that raises, or KeyboardInterrupt",
                        List.of(
                                python.call("containing.asking", "raises", "ask_with_care"),
                                python.call("containing.asking", "interrupts", "ask_with_care")))
                .isEqualTo(List.of("RuntimeError", "escaped: KeyboardInterrupt"));
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
        observed.that("returns 490 to one country, the text '490' to another", quotes("fibber-express", 30, 0, python))
                .isEqualTo(List.of(490, "no cents: {\"answer\": \"490\"}"));
        observed.that(
                        "two plug-ins: one calls `sys.exit()`, one crashes",
                        both("sys.exit()", "os.abort()", 30, 0, python))
                .isEqualTo(List.of("exit status 0", "signal 6"));
        observed.that("two plug-ins: one hangs at import, one forks and hangs", hanging(python))
                .isEqualTo(List.of("killed", "killed"));
        observed.control("its import raises", quotes("paper-trail", 30, 0, python))
                .isEqualTo(List.of("RuntimeError", "RuntimeError"));
        observed.control("answers 0, -1", both("0", "-1", 30, 0, python))
                .isEqualTo(List.of(0, "no cents: {\"answer\": -1}"));
        observed.control("answers True, an object", both("True", "object()", 30, 0, python))
                .isEqualTo(List.of("no cents: {\"answer\": true}", "TypeError"));
        observed.control(
                        "writes to the pipe itself",
                        both("os.write(3, b'hello\\n')", "os.write(3, b'{}\\n')", 30, 0, python))
                .isEqualTo(List.of("no cents: hello", "no cents: {}"));
        observed.control(
                        "forks a child that stays; writes without end",
                        both(
                                "490 if os.fork() else any(iter(int, 1))",
                                "any(os.write(3, b'0' * 999) < 0 for _ in iter(int, 1))",
                                30,
                                0,
                                python))
                .isEqualTo(List.of(490, "no cents: " + "0".repeat(40)));
        var large = "len(bytearray(100 << 20)) >> 20";
        observed.control("needs 100 MB, may have 128", both(large, large, 30, 128, python))
                .isEqualTo(List.of(100, 100));
        observed.control("needs 100 MB, may have 64", both(large, large, 30, 64, python))
                .isEqualTo(List.of("MemoryError", "MemoryError"));
        observed.control("raises", quotes("grumpy-cargo", 30, 0, python)).isEqualTo(List.of("Closed", "Closed"));
    }

    /** What comes of two carriers, each of which returns an expression. */
    private static List<JsonNode> both(String expression, String other, double seconds, int megabytes, Python python) {
        return Stream.of(expression, other)
                .map(each ->
                        of("import os, sys\ndef quote(grams, country): return " + each, seconds, megabytes, python))
                .toList();
    }

    private static List<JsonNode> hanging(Python python) {
        return List.of(
                of("while True: pass", 0.5, 0, python),
                of("import os\ndef quote(grams, country):\n    os.fork()\n    while True: pass", 0.5, 0, python));
    }

    /** Of a carrier with this text. Where a broken host loses sight of it, it ends all the same. */
    private static JsonNode of(String source, double seconds, int megabytes, Python python) {
        var environment = Installed.once().environment().toString();
        var parcels = List.of(Map.of("grams", 250, "country", "DE"));
        return python.call("processes.quotes_of", environment, ENDING + source, parcels, seconds, megabytes)
                .get(0);
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
