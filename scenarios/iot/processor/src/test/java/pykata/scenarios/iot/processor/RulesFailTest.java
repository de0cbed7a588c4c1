package pykata.scenarios.iot.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static pykata.scenarios.iot.processor.Driven.reading;

import java.util.ArrayList;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pykata.scenarios.iot.wire.DeadLetter;
import pykata.scenarios.iot.wire.LedgerEntry;
import pykata.scenarios.iot.wire.Reading;
import pykata.scenarios.iot.wire.Reason;

/** Rules that fail at readings above 100 degrees, and nowhere else: they pass every trial. */
class RulesFailTest {

    private static final String FAIL = """
            @rule
            def failing(value, mean, is_open):
                if value > 100:
                    %s
                return False
            """;

    /** Some an {@code except Exception} catches, some it does not, and one breaks the context. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "raise ValueError(value)",
                "raise KeyboardInterrupt",
                "import sys; sys.exit(1)",
                "1 / 0",
                "return failing(value, mean, is_open)",
                "while True: pass"
            })
    void one_reading_of_500_at_which_the_rules_fail_costs_499_nothing(String failure) throws Refused {
        var judged = judged(failure, seq -> seq == 250);

        assertThat(judged.entry().accepted()).isEqualTo(499);
        assertThat(judged.entry().deadLetters()).isEqualTo(Map.of(Reason.RULE, 1));
        assertThat(judged.letter().reading()).isEqualTo(reading(7, 250, 101));
    }

    /** One that does not come to an end at any reading would stop the line for hours, and its transaction after one minute. */
    @Test
    @EnabledIfSystemProperty(named = "pykata.iot.system", matches = "true")
    void a_frame_of_readings_at_which_the_rules_do_not_end_is_dead_in_seconds() throws Refused {
        var judged = judged("while True: pass", seq -> seq >= 100);

        assertThat(judged.entry().accepted()).isEqualTo(100);
        assertThat(judged.entry().deadLetters()).isEqualTo(Map.of(Reason.RULE, 400));
    }

    /** What the rules say can be nonsense, too. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "out[n - 1] = 17; return rows",
                "return 2 * n + 1",
                "return -1",
                "return 'many'",
                "events[0] = 9.0; return 1",
                "events[0] = 1.0; events[1] = 1e9; return 1",
                "seq[n] = 0; return rows"
            })
    void nonsense_is_a_failure(String nonsense) throws Refused {
        var text = Texts.withFrame(1, """
                judged = process

                def process(slot, seq, ts, val, now, ints, reals, out, events, n):
                    rows = judged(slot, seq, ts, val, now, ints, reals, out, events, n)
                    if val[n - 1] > 100:
                        %s
                    return rows
                """.formatted(nonsense));
        try (var rules = Texts.pool(text);
                var driven = new Driven(rules)) {
            driven.pipe(reading(7, 1, 20), reading(7, 2, 101));

            assertThat(driven.accepted()).containsExactly(reading(7, 1, 20));
            assertThat(driven.ledger()).containsExactly(new LedgerEntry(0, 0, 1, 2, 1, 0, Map.of(Reason.RULE, 1)));
        }
    }

    private record Judged(LedgerEntry entry, DeadLetter letter) {}

    private static Judged judged(String failure, LongPredicate isHot) throws Refused {
        try (var rules = Texts.pool(Texts.withAlertRules(1, FAIL.formatted(failure)));
                var driven = new Driven(rules)) {
            var readings = new ArrayList<Reading>();
            IntStream.range(0, 500).forEach(seq -> readings.add(reading(7, seq, isHot.test(seq) ? 101 : 20)));

            driven.pipe(readings.toArray(Reading[]::new));

            return new Judged(driven.ledger().getFirst(), driven.deadLetters().getFirst());
        }
    }
}
