package pykata.scenarios.iot.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pykata.scenarios.iot.processor.Driven.reading;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pykata.scenarios.iot.wire.Event;
import pykata.scenarios.iot.wire.LedgerEntry;
import pykata.scenarios.iot.wire.Reading;
import pykata.scenarios.iot.wire.RuleText;

class RulePoolTest {

    private RulePool rules;
    private Driven driven;

    @BeforeEach
    void start() throws Refused {
        rules = Texts.pool(Texts.shipped(1));
        driven = new Driven(rules);
    }

    @AfterEach
    void end() {
        driven.close();
        rules.close();
    }

    @Test
    void a_newer_version_judges_from_the_next_frame_on() throws Refused {
        driven.pipe(reading(7, 1, 50));

        rules.offer(Texts.withAlertRules(2, """
                @rule
                def warm(value, mean, is_open):
                    return value > 40
                """));
        driven.pipe(reading(7, 1, 50), reading(7, 2, 50));

        assertThat(driven.ledger()).extracting(LedgerEntry::rule).containsExactly(1, 2);
        assertThat(driven.accepted())
                .hasSize(2)
                .as("the state goes on")
                .extracting(Reading::seq)
                .containsExactly(1L, 2L);
        assertThat(driven.events())
                .singleElement()
                .satisfies(event -> assertThat(event).isInstanceOf(Event.Opened.class))
                .extracting(Event::rule)
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "def process(:                                   | SyntaxError",
                "import nothing_of_this_name                     | ModuleNotFoundError",
                "x = 1                                           | process",
                "def process(*columns): return 0                 | golden frame",
                "def process(*columns): raise ValueError('late') | ValueError",
                "def process(*columns):\\n while True: pass      | does not end",
                "open('/etc/hostname')                           | Error",
                "import java; java.type('java.lang.System')      | Error",
                "import threading; threading.Thread(target=print).start() | threads"
            })
    void a_version_that_is_not_fit_for_use_is_refused_with_the_reason(String python, String reason) {
        assertIsRefused(python, reason);
    }

    /** It is given the time that a slow machine needs to read the rules. */
    @Test
    @EnabledIfSystemProperty(named = "pykata.iot.system", matches = "true")
    void a_version_that_cannot_be_read_to_its_end_is_refused_with_the_reason() {
        assertIsRefused("while True: pass", "does not end");
    }

    private void assertIsRefused(String python, String reason) {
        assertThatThrownBy(() -> rules.offer(Texts.alone(2, python.replace("\\n", "\n"))))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(reason);

        driven.pipe(reading(7, 1, 50));

        assertThat(driven.ledger()).extracting(LedgerEntry::rule).containsExactly(1);
        assertThat(driven.accepted()).hasSize(1);
    }

    /** It would call a replayed reading a duplicate, and a duplicate after a crash a new one. */
    @Test
    void a_version_that_keeps_a_state_to_itself_is_refused() {
        var memory = Texts.withFrame(2, """
                judged, seen = process, set()

                def process(slot, seq, ts, val, now, ints, reals, out, events, n):
                    rows = judged(slot, seq, ts, val, now, ints, reals, out, events, n)
                    for k in range(n):
                        if out[k] == 0 and (slot[k], seq[k]) in seen:
                            out[k] = 1
                        if out[k] == 0:
                            seen.add((slot[k], seq[k]))
                    return rows
                """);

        assertThatThrownBy(() -> rules.offer(memory))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("same frame on the same state");
    }

    @Test
    void an_older_version_is_refused_also_the_same_again() throws Refused {
        rules.offer(Texts.shipped(5));

        assertThatThrownBy(() -> rules.offer(Texts.shipped(5))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> rules.offer(Texts.shipped(4)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("5");
    }

    @Test
    void a_first_version_that_is_broken_is_refused() {
        assertThatThrownBy(() -> Texts.pool(Texts.alone(1, "x = 1"))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Texts.pool(new RuleText(1, Map.of()))).isInstanceOf(Refused.class);
    }

    /** Rules that keep a little of each frame take all memory in the end. */
    @Test
    void contexts_are_replaced_after_many_frames_by_others_of_the_same_version() throws Refused {
        rules.replaceWhatIsWornOut();
        var first = rules.mine();
        for (var frame = 0; frame < 100; frame++) {
            pipeFrame(frame);
        }
        assertThat(rules.mine()).isSameAs(first);

        rules.replaceWhatIsWornOut();

        assertThat(rules.mine()).isNotSameAs(first);
        assertThat(rules.mine().version()).isEqualTo(1);
        pipeFrame(100);
        assertThat(driven.accepted()).hasSize(20 * 101);
    }

    /** Twice what the heap holds, and only the heap says that it is time. */
    @Test
    @EnabledIfSystemProperty(named = "pykata.iot.system", matches = "true")
    void rules_that_leak_are_replaced_before_they_fill_the_heap() throws Refused {
        var kept = 16 << 20; // bytes of each frame
        var frames = (int) (2 * Runtime.getRuntime().maxMemory() / kept);
        end();
        rules = Texts.lastingPool(Texts.shipped(1));
        driven = new Driven(rules);
        rules.offer(Texts.withFrame(2, """
                kept = []
                judge = process

                def process(slot, seq, ts, val, now, ints, reals, out, events, n):
                    kept.append(bytearray(%d))
                    return judge(slot, seq, ts, val, now, ints, reals, out, events, n)
                """.formatted(kept)));
        var replaced = 0;

        for (var frame = 0; frame < frames; frame++) {
            pipeFrame(frame);
            var before = System.identityHashCode(rules.mine()); // and no reference to what shall be collected
            rules.replaceWhatIsWornOut(); // as the feed does, a few times a second
            replaced += System.identityHashCode(rules.mine()) == before ? 0 : 1;
        }

        assertThat(replaced).isPositive();
        assertThat(rules.mine().version()).isEqualTo(2);
        assertThat(driven.accepted()).hasSize(20 * frames).doesNotHaveDuplicates();
        assertThat(driven.deadLetters()).isEmpty();
    }

    /** While frames are judged, versions come, good ones and bad ones: each frame has one version, and no reading is lost. */
    @Test
    void versions_change_while_frames_flow() throws InterruptedException, Refused {
        var failure = new AtomicReference<Throwable>();
        var isOver = new CountDownLatch(1);
        var operator = Thread.ofPlatform().start(() -> {
            try {
                rules.offer(Texts.shipped(2));
                assertThatThrownBy(() -> rules.offer(Texts.alone(3, "def ("))).isInstanceOf(Refused.class);
                rules.offer(Texts.shipped(4));
            } catch (Refused | AssertionError e) {
                failure.set(e);
            } finally {
                isOver.countDown();
            }
        });
        var frames = 0;
        while (isOver.getCount() > 0) {
            pipeFrame(frames++);
        }
        operator.join();
        pipeFrame(frames++);

        assertThat(failure.get()).isNull();
        var ledger = driven.ledger();
        assertThat(ledger).hasSize(frames).allMatch(entry -> entry.accepted() == 20);
        assertThat(ledger.stream().map(LedgerEntry::rule).collect(Collectors.toSet()))
                .contains(1, 4)
                .doesNotContain(3);
        assertThat(ledger.getLast().rule()).isEqualTo(4);
        assertThat(driven.accepted()).hasSize(20 * frames).doesNotHaveDuplicates();
    }

    private void pipeFrame(int number) {
        driven.pipe(IntStream.range(0, 20)
                .mapToObj(device -> reading(device, number, 20))
                .toArray(Reading[]::new));
    }
}
