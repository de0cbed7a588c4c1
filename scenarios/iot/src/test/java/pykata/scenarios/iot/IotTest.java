package pykata.scenarios.iot;

import static java.util.Collections.nCopies;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import pykata.claim.AnswerTest;
import pykata.claim.Claim;
import pykata.claim.Observed;
import pykata.python.GraalPy;
import pykata.python.Python;
import pykata.scenarios.iot.wire.BadFrame;

/** What the rules promise, whoever runs them. */
class IotTest extends AnswerTest {

    private static final long NOW = 1_764_470_000_000L;
    private static final long MINUTE = 60_000;
    private static final long YEARS = 4 * 365 * 24 * 60 * MINUTE;

    private static final List<String> ONE_AFTER_ANOTHER = List.of(
            "output, state, position",
            "output, position, state",
            "state, output, position",
            "state, position, output",
            "position, output, state",
            "position, state, output");

    /** Rows, accepted, duplicates, lost, accepted twice. */
    private static final List<Integer> RIGHT = List.of(48, 40, 8, 0, 0);

    private static final List<String> OUT_OF_RANGE =
            List.of("not a number", "infinite", "too hot", "too cold", "negative seq", "seq above 2^53");
    private static final List<String> WRONG_CLOCK = List.of("clock 5 min and 1 ms ahead", "before 1970");
    private static final String RAISES = "an alert rule raises";

    @Claim
    void a_window_of_64_numbers_tells_new_repeated_and_late_apart(Python python, Observed observed) {
        var report = python.call("arriving.against_a_set");
        observed.that("200 streams: judged otherwise than by a set", report.get("differ"))
                .isEqualTo(0);
        observed.that(
                        "[new, duplicate, late]",
                        List.of(
                                report.get("kinds").get(0),
                                report.get("kinds").get(1),
                                report.get("kinds").get(2)))
                .isEqualTo(List.of(17357, 5630, 989));
        observed.control(
                        "no other verdict",
                        report.get("kinds").get(3).asInt()
                                + report.get("kinds").get(4).asInt()
                                + report.get("kinds").get(5).asInt())
                .isEqualTo(0);
        observed.control("streams that differ from each other", report.get("streams"))
                .isEqualTo(200);
        observed.control("checksum of all verdicts", report.get("checksum")).isEqualTo("aab81e9a");
        var edge = python.call("arriving.at_the_edge");
        observed.that("unseen, 63 behind: [first, again]", edge.get(0)).isEqualTo(List.of(0, 1));
        observed.that("[the next number, unseen and 64 behind]", edge.get(2)).isEqualTo(List.of(0, 2));
        observed.control("62 behind and seen, the newest again", List.of(edge.get(1), edge.get(3)))
                .isEqualTo(List.of(List.of(1), List.of(1)));
        observed.that(
                        "genuine ones refused: [window, highest only]",
                        List.of(
                                python.call("arriving.genuine_ones_refused", "window"),
                                python.call("arriving.genuine_ones_refused", "highest")))
                .isEqualTo(List.of(0, 9984));
    }

    @Claim
    void output_state_and_position_are_kept_as_one_or_a_crash_loses_or_repeats(Python python, Observed observed) {
        observed.that("[rows out, accepted, duplicates, lost, twice]", python.call("crashing.undisturbed", "as one"))
                .isEqualTo(RIGHT);
        observed.that("as one, a crash at each of 16 steps", python.call("crashing.at_each_step", "as one"))
                .isEqualTo(List.of(List.of(16), RIGHT));
        observed.that(
                        "state, then output: a crash between",
                        has(python.call("crashing.at_each_step", ONE_AFTER_ANOTHER.get(2)), 48, 30, 18, 10, 0))
                .isEqualTo(List.of(48, 30, 18, 10, 0));
        observed.that(
                        "output, then state: a crash between",
                        has(python.call("crashing.at_each_step", ONE_AFTER_ANOTHER.get(0)), 60, 50, 10, 0, 10))
                .isEqualTo(List.of(60, 50, 10, 0, 10));
        for (var order : ONE_AFTER_ANOTHER) {
            observed.control(order + ", no crash", python.call("crashing.undisturbed", order))
                    .isEqualTo(RIGHT);
            var ledgers = python.call("crashing.at_each_step", order);
            observed.control(order + ": crashes", ledgers.get(0)).isEqualTo(List.of(12));
            observed.control(order + ": ten lost, or ten accepted twice", worst(ledgers))
                    .isEqualTo(10);
        }
    }

    private static List<Integer> has(JsonNode ledgers, Integer... wanted) {
        var row = List.of(wanted);
        for (var ledger : ledgers) {
            if (ledger.valueStream().map(JsonNode::asInt).toList().equals(row)) {
                return row;
            }
        }
        return List.of();
    }

    private static int worst(JsonNode ledgers) {
        return ledgers.valueStream()
                .filter(ledger -> ledger.size() == RIGHT.size())
                .mapToInt(
                        ledger -> Math.max(ledger.get(3).asInt(), ledger.get(4).asInt()))
                .max()
                .orElse(0);
    }

    @Claim
    void one_clock_in_the_future_spoils_its_own_device_alone(Python python, Observed observed) {
        var first = python.call("clocks.first_frame", YEARS);
        observed.that("third of five 4 years ahead: one watermark", first.get("one watermark"))
                .isEqualTo(List.of(0, 0, 0, 2, 2));
        observed.that("... the rules", first.get("rules")).isEqualTo(List.of(0, 0, 5, 0, 0));
        observed.that(
                        "4 minutes ahead, 25 s: refused by one watermark",
                        python.call("clocks.refused", 4 * MINUTE).get("one watermark"))
                .isEqualTo(List.of(24, 24, 0, 25, 25));
        observed.that(
                        "... refused by the rules",
                        python.call("clocks.refused", 4 * MINUTE).get("rules"))
                .isEqualTo(nCopies(5, 0));
        observed.that(
                        "... others' windows: [as without it, how many]",
                        python.call("clocks.honest_windows", 4 * MINUTE))
                .isEqualTo(List.of(true, 8));
        observed.control(
                        "... its own, its clock being set right after 5 s: [second, readings, mean]",
                        python.call("clocks.set_right", 4 * MINUTE).get(1))
                .isEqualTo(List.of(List.of(240.0, 5.0, 20.0), List.of(0.0, 5.0, 20.0), List.of(10.0, 10.0, 20.0)));
        observed.control("years ahead: windows of the honest ones", python.call("clocks.honest_windows", YEARS))
                .isEqualTo(List.of(true, 8));
        observed.control("years ahead, set right: refused, windows", python.call("clocks.set_right", YEARS))
                .isEqualTo(List.of(5, List.of(List.of(0.0, 5.0, 20.0), List.of(10.0, 10.0, 20.0))));
        observed.control("nobody is ahead", python.call("clocks.refused", 0))
                .isEqualTo(Map.of("one watermark", nCopies(5, 0), "rules", nCopies(5, 0)));
        observed.control(
                        "a minute behind",
                        python.call("clocks.refused", -MINUTE).get("rules"))
                .isEqualTo(nCopies(5, 0));
    }

    @Claim
    void a_bad_reading_costs_itself_and_leaves_no_trace(Python python, Observed observed) {
        observed.that("six impossible values and numbers", verdicts(OUT_OF_RANGE, python, observed))
                .isEqualTo(nCopies(6, 4));
        observed.that("clock over 5 min ahead, before 1970", verdicts(WRONG_CLOCK, python, observed))
                .isEqualTo(nCopies(2, 5));
        observed.that("an alert rule raises", verdicts(List.of(RAISES), python, observed))
                .isEqualTo(List.of(3));
        var report = python.call("poisoning.poisoned", RAISES);
        observed.that("... accepted of its frame of 500", report.get("accepted"))
                .isEqualTo(499);
        observed.that("... corrected: [first, again]", report.get("corrected")).isEqualTo(List.of(0, 1));
        observed.that("uncaught: judged of 500", python.call("poisoning.unguarded", RAISES))
                .isEqualTo(490);
        observed.control("... of a frame that raises nothing", python.call("poisoning.unguarded", "too hot"))
                .isEqualTo(500);
        observed.control("readings that are just good", python.call("poisoning.just_good"))
                .isEqualTo(nCopies(5, 0));
    }

    private static List<JsonNode> verdicts(List<String> kinds, Python python, Observed observed) {
        return kinds.stream()
                .map(kind -> {
                    var report = python.call("poisoning.poisoned", kind);
                    observed.control(kind + ": accepted", report.get("accepted"))
                            .isEqualTo(499);
                    observed.control(kind + ": no trace", report.get("traceless"))
                            .isEqualTo(true);
                    observed.control(kind + ": corrected", report.get("corrected"))
                            .isEqualTo(List.of(0, 1));
                    observed.control(kind + ": corrected, no other reading before", report.get("as the first"))
                            .isEqualTo(0);
                    return report.get("verdict");
                })
                .toList();
    }

    @Claim
    void frames_of_any_size_give_the_same_answers_in_fewer_calls(Python python, Observed observed) throws BadFrame {
        var single = python.call("framing.in_frames_of", 1);
        var frames = python.call("framing.in_frames_of", 500);
        observed.that(
                        "5,000 readings: calls, [one by one, in frames of 500]",
                        List.of(single.get("calls"), frames.get("calls")))
                .isEqualTo(List.of(5_000, 10));
        observed.that("checksum of all answers, one by one", single.get("fingerprint"))
                .isEqualTo("47b8f92d");
        observed.that("... in frames of 500", frames.get("fingerprint")).isEqualTo(single.get("fingerprint"));
        if (python instanceof GraalPy graalPy) {
            var readings = JavaFrames.readings(python.call("framing.readings"));
            var process = graalPy.context().eval("python", "__import__('rules.frame').frame.process");
            var java = new JavaFrames(process, 50, NOW);
            java.foldInFramesOf(500, readings);
            observed.that("... called from Java, with Java's arrays", java.fingerprint())
                    .isEqualTo(single.get("fingerprint"));
            observed.control("calls, bytes of the log", List.of(java.calls(), java.bytes()))
                    .isEqualTo(List.of(10, 140_240));
            var each = new JavaFrames(process, 50, NOW);
            each.foldInFramesOf(1, readings);
            observed.control("one by one: calls, bytes of the log", List.of(each.calls(), each.bytes()))
                    .isEqualTo(List.of(5_000, 260_000));
            observed.control("one by one: checksum", each.fingerprint()).isEqualTo(single.get("fingerprint"));
        }
        for (var size : List.of(7, 5_000)) {
            observed.control(
                            "... in frames of " + size,
                            python.call("framing.in_frames_of", size).get("fingerprint"))
                    .isEqualTo(single.get("fingerprint"));
        }
        observed.control("accepted, duplicates", single.get("kinds")).isEqualTo(List.of(4550, 450, 0, 0, 0, 0));
        observed.control("windows, alerts opened, closed", single.get("events")).isEqualTo(List.of(450, 71, 62));
    }
}
