package pykata.scenarios.iot;

import static java.util.Collections.nCopies;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

    private static final long BAD = 490;
    private static final long LAST = 1L << 53;

    @Claim
    void a_window_of_64_numbers_tells_new_repeated_and_late_apart(Python python, Observed observed) {
        var report = python.call("arriving.against_a_set");
        observed.that("200 streams: judged otherwise than by a set", report.get("differ"))
                .isEqualTo(0);
        observed.that(
                        "[new, duplicate, late]",
                        report.get("kinds").valueStream().limit(3).toList())
                .isEqualTo(List.of(17378, 5609, 975));
        observed.control("all verdicts", report.get("kinds")).isEqualTo(List.of(17378, 5609, 975, 0, 0, 0));
        observed.control("streams that differ from each other", report.get("streams"))
                .isEqualTo(200);
        observed.control("checksum of all verdicts", report.get("checksum")).isEqualTo("cc965450");
        observed.that("unseen, 63 behind: [first, again]", python.call("arriving.after_99", List.of(36, 36)))
                .isEqualTo(List.of(0, 1));
        observed.that("[the next number, unseen and 64 behind]", python.call("arriving.after_99", List.of(100, 36)))
                .isEqualTo(List.of(0, 2));
        observed.control("seen, 62 behind; the newest again", python.call("arriving.after_99", List.of(37, 99)))
                .isEqualTo(List.of(1, 1));
        observed.control("after a leap of 63", python.call("arriving.after_99", List.of(162, 99, 98)))
                .isEqualTo(List.of(0, 1, 2));
        observed.control("after a leap of 64", python.call("arriving.after_99", List.of(163, 163, 100, 99)))
                .isEqualTo(List.of(0, 1, 0, 2));
        observed.control("after a leap of 101", python.call("arriving.after_99", List.of(200, 200, 199, 199)))
                .isEqualTo(List.of(0, 1, 0, 1));
        var window = python.call("arriving.first_comers_refused", "window");
        var highest = python.call("arriving.first_comers_refused", "highest");
        observed.that("first-comers refused: [window, highest only]", List.of(window.get(0), highest.get(0)))
                .isEqualTo(List.of(622, 11142));
        observed.control("... of those less than 64 behind", List.of(window.get(1), highest.get(1)))
                .isEqualTo(List.of(0, 10520));
    }

    @Claim
    void output_state_and_position_are_kept_as_one_or_a_crash_loses_or_repeats(Python python, Observed observed) {
        observed.that("[rows out, accepted, duplicates, lost, twice]", python.call("crashing.undisturbed", "as one"))
                .isEqualTo(RIGHT);
        observed.that("as one: [crashes tried], the only outcome", python.call("crashing.at_each_step", "as one"))
                .isEqualTo(List.of(List.of(16), RIGHT));
        observed.control(
                        "output, state and position of these 16 and of no crash: all that occur",
                        python.call("crashing.traces", "as one"))
                .isEqualTo(List.of(List.of("993d4b58", "e957ad15", 4)));
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
            observed.control(
                            order + ": different ends",
                            python.call("crashing.traces", order).size())
                    .isEqualTo(9);
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
        var refused = python.call("clocks.refused", 4 * MINUTE);
        observed.that("4 minutes ahead, refused of 25 each: one watermark", refused.get("one watermark"))
                .isEqualTo(List.of(24, 24, 0, 25, 25));
        observed.that("... by the rules, each", refused.get("rules")).isEqualTo(nCopies(5, 0));
        var windows = python.call("clocks.honest_windows", 4 * MINUTE);
        observed.that("... others' windows: [unchanged, how many]", List.of(windows.get(0), windows.get(1)))
                .isEqualTo(List.of(true, 8));
        observed.control("... of the third, where it is not", windows.get(2)).isEqualTo(List.of());
        observed.control("years ahead: others' windows", python.call("clocks.honest_windows", YEARS))
                .isEqualTo(List.of(true, 8, List.of()));
        observed.control(
                        "4 minutes, set right after 5 s: refused, its windows",
                        python.call("clocks.set_right", 4 * MINUTE))
                .isEqualTo(List.of(
                        0,
                        List.of(List.of(240.0, 5.0, 22.0), List.of(0.0, 5.0, 27.0), List.of(10.0, 10.0, 34.5)),
                        "de189c2d"));
        observed.control("years, set right: refused, its windows", python.call("clocks.set_right", YEARS))
                .isEqualTo(List.of(5, List.of(List.of(0.0, 5.0, 27.0), List.of(10.0, 10.0, 34.5)), "d82f221b"));
        observed.control(
                        "a reading of a closed window: verdicts, windows, readings in the open one",
                        python.call("clocks.of_a_closed_window"))
                .isEqualTo(List.of(List.of(0, 0, 0), List.of(List.of(0.0, 1.0, 20.0)), 1));
        for (var ahead : List.of(0L, -MINUTE, 5 * MINUTE, 5 * MINUTE + 1)) {
            observed.control(
                            ahead + " ms ahead: refused by the rules",
                            python.call("clocks.refused", ahead).get("rules"))
                    .isEqualTo(List.of(0, 0, ahead > 5 * MINUTE ? 25 : 0, 0, 0));
        }
        for (var ahead : List.of(0, 10_000, 10_001)) {
            var others = ahead > 10_000 ? 25 : 0;
            observed.control(
                            ahead + " ms ahead: refused by one watermark",
                            python.call("clocks.refused", ahead).get("one watermark"))
                    .isEqualTo(List.of(0, 0, 0, others, others));
        }
        observed.control(
                        "windows that close 10,001 and 10,000 ms before, 9,999 and 10,000 ms after their beginning",
                        Stream.of(-10_001, -10_000, 9_999, 10_000)
                                .map(offset -> python.call("clocks.closing", offset))
                                .toList())
                .isEqualTo(List.of(
                        List.of(List.of(List.of(0.0, 1.0, 20.0)), "62299534"),
                        List.of(List.of(), "0b0e59b1"),
                        List.of(List.of(), "7236d5ff"),
                        List.of(List.of(List.of(0.0, 1.0, 20.0)), "aa63fc7c")));
    }

    /** A reading in a frame of 500, in the place of number 490: its number, ms since the frame's arrival, its value. */
    private record Reading(long seq, long ts, String value) {

        Reading(String value) {
            this(BAD, BAD, value);
        }

        private Object[] arguments() {
            return new Object[] {seq, ts, value};
        }
    }

    @Claim
    void a_bad_reading_costs_itself_and_leaves_no_trace(Python python, Observed observed) {
        var impossible = Stream.concat(
                Stream.of("nan", "inf", "150.5", "-60.5").map(Reading::new),
                Stream.of(-1L, LAST + 1).map(seq -> new Reading(seq, BAD, "20.0")));
        observed.that("six impossible values and numbers", verdicts(impossible, python, observed))
                .isEqualTo(nCopies(6, 4));
        var wrongClock = Stream.of(5 * MINUTE + 1, -NOW - 1).map(ts -> new Reading(BAD, ts, "20.0"));
        observed.that("clock over 5 min ahead, before 1970", verdicts(wrongClock, python, observed))
                .isEqualTo(nCopies(2, 5));
        var raising = Stream.of("66.6", "66.7", "66.8", "66.9").map(Reading::new);
        observed.that("an alert rule raises four exceptions", verdicts(raising, python, observed))
                .isEqualTo(nCopies(4, 3));
        observed.control("other steps raise: verdict, nothing changed", python.call("poisoning.each_step_raises"))
                .isEqualTo(List.of(
                        List.of("with_seq", 3, true),
                        List.of("smoothed", 3, true),
                        List.of("ends", 3, true),
                        List.of("after", 3, true)));
        var report = python.call("poisoning.poisoned", BAD, BAD, "66.6");
        observed.that("... accepted of its frame of 500", report.get("accepted"))
                .isEqualTo(499);
        observed.that("... corrected: [first, again]", report.get("corrected")).isEqualTo(List.of(0, 1));
        observed.control(
                        "... corrected when its device is 63 and 64 numbers ahead",
                        Stream.of(63, 64)
                                .map(ahead -> python.call("poisoning.corrected_behind", ahead))
                                .toList())
                .isEqualTo(List.of(0, 2));
        observed.control("... sum, lowest, highest, mean: with it, without it, alone", report.get("figures"))
                .isEqualTo(List.of(
                        List.of(10_000.0, 20.0, 20.0, 20.0),
                        List.of(9_980.0, 20.0, 20.0, 20.0),
                        List.of(20.0, 20.0, 20.0, 20.0)));
        observed.that("... nobody catches it: accepted of 500", python.call("poisoning.unguarded", 66.6))
                .isEqualTo(490);
        observed.control("... where nothing raises", python.call("poisoning.unguarded", 20.0))
                .isEqualTo(500);
        var justGood = Stream.of(
                new Reading("150.0"),
                new Reading("-60.0"),
                new Reading(0, 0, "20.0"),
                new Reading(LAST, 0, "20.0"),
                new Reading(BAD, 5 * MINUTE, "20.0"),
                new Reading(BAD, -NOW, "20.0"));
        observed.control(
                        "readings that are just good",
                        python.call(
                                "poisoning.judged_alone",
                                justGood.map(Reading::arguments).toList()))
                .isEqualTo(nCopies(6, 0));
    }

    private static List<JsonNode> verdicts(Stream<Reading> bad, Python python, Observed observed) {
        return bad.map(reading -> {
                    var report = python.call("poisoning.poisoned", reading.arguments());
                    observed.control(reading + ": accepted", report.get("accepted"))
                            .isEqualTo(499);
                    observed.control(reading + ": state and events as without it", report.get("as if it had not come"))
                            .isEqualTo(List.of(true, true));
                    observed.control(reading + ": corrected", report.get("corrected"))
                            .isEqualTo(List.of(0, 1));
                    observed.control(reading + ": corrected, no other before", report.get("as the first"))
                            .isEqualTo(0);
                    observed.control(reading + ": alert rules left", report.get("rules left"))
                            .isEqualTo(2);
                    return report.get("verdict");
                })
                .toList();
    }

    @Claim
    void frames_give_the_same_answers_in_fewer_calls_and_new_rules_wait_for_the_next(Python python, Observed observed)
            throws BadFrame {
        var single = python.call("framing.in_frames_of", 1);
        var frames = python.call("framing.in_frames_of", 500);
        observed.that(
                        "5,000 readings: calls, [one by one, in frames of 500]",
                        List.of(single.get("calls"), frames.get("calls")))
                .isEqualTo(List.of(5_000, 10));
        observed.that("... checksums of all answers", List.of(single.get("fingerprint"), frames.get("fingerprint")))
                .isEqualTo(nCopies(2, "085b73e2"));
        if (python instanceof GraalPy graalPy) {
            var readings = JavaFrames.readings(python.call("framing.readings"));
            var process = graalPy.context().eval("python", "__import__('rules.frame').frame.process");
            var java = new JavaFrames(process, 100, NOW);
            java.foldInFramesOf(500, readings);
            observed.that("... called from Java, with Java's arrays", java.fingerprint())
                    .isEqualTo(single.get("fingerprint"));
            observed.control("calls, bytes of the log", List.of(java.calls(), java.bytes()))
                    .isEqualTo(List.of(10, 140_240));
            var each = new JavaFrames(process, 100, NOW);
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
        observed.control("accepted, duplicates", single.get("kinds")).isEqualTo(List.of(4555, 445, 0, 0, 0, 0));
        observed.control("windows, alerts opened, closed", single.get("events")).isEqualTo(List.of(400, 88, 59));
        observed.control("alerts just open, and just not: none before", alerts(python, 0, 80.0, 79.9, 0.0, 0.1))
                .isEqualTo(List.of(1, 0, 2, 0));
        observed.control("... the heat's before", alerts(python, 1, 75.0, 74.9)).isEqualTo(List.of(1, 0));
        observed.control("... the frost's before", alerts(python, 2, 2.0, 2.1)).isEqualTo(List.of(2, 0));
        newRules(python, observed);
    }

    /** The number of the rule whose alert is open after a value that a device has had for long. */
    private static List<JsonNode> alerts(Python python, int before, double... values) {
        return Arrays.stream(values)
                .mapToObj(value -> python.call("rules.alerts.after", before, value, value))
                .toList();
    }

    /** They come during the 750th of 1,500 readings, which are three frames: judged by the old rules, by the new ones. */
    private static void newRules(Python python, Observed observed) {
        var old = List.of(500, 0);
        var undisturbed = List.of(old, old, old);
        observed.that(
                        "new rules during the 2nd of 3 frames: judged by [old, new], each",
                        verdicts(python, "between frames", "stricter"))
                .isEqualTo(List.of(old, old, List.of(0, 500)));
        observed.that("... loaded over the old ones, as importlib.reload does", verdicts(python, "at once", "stricter"))
                .isEqualTo(List.of(old, List.of(250, 250), List.of(0, 500)));
        var same = python.call("reloading.judged", "between frames", "same");
        observed.control("the same rules again: judged, refused", List.of(same.get("verdicts"), same.get("refused")))
                .isEqualTo(List.of(undisturbed, List.of()));
        observed.control("... checksum", same.get("checksum")).isEqualTo("b48f9027");
        observed.control("... alert rules left", same.get("rules left")).isEqualTo(2);
        observed.control("a new alert: alarms in each frame", alarms(python, "between frames"))
                .isEqualTo(List.of(0, 0, 30));
        observed.control("... loaded over the old ones", alarms(python, "at once"))
                .isEqualTo(List.of(0, 30, 0));
        for (var broken : Map.of("syntax", "SyntaxError", "raises", "AssertionError", "trusting", "ValueError")
                .entrySet()) {
            var report = python.call("reloading.judged", "between frames", broken.getKey());
            observed.control("rules with a fault, " + broken.getKey() + ": refused", report.get("refused"))
                    .isEqualTo(List.of(broken.getValue()));
            observed.control("... judged, " + broken.getKey(), report.get("verdicts"))
                    .isEqualTo(undisturbed);
            observed.control("... checksum, " + broken.getKey(), report.get("checksum"))
                    .isEqualTo(same.get("checksum"));
        }
        var halfNew = python.call("reloading.judged", "at once", "raises");
        observed.control("loaded over the old ones, refused at their end", halfNew.get("refused"))
                .isEqualTo(List.of("AssertionError"));
        observed.control("... judged by new ones all the same", halfNew.get("verdicts"))
                .isEqualTo(List.of(old, List.of(250, 250), List.of(0, 500)));
    }

    private static JsonNode alarms(Python python, String way) {
        return python.call("reloading.judged", way, "alarmed").get("alarms");
    }

    private static JsonNode verdicts(Python python, String way, String rules) {
        return python.call("reloading.judged", way, rules).get("verdicts");
    }
}
