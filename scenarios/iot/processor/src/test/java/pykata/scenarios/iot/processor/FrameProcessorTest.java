package pykata.scenarios.iot.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static pykata.scenarios.iot.processor.Driven.NOW;
import static pykata.scenarios.iot.processor.Driven.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pykata.scenarios.iot.wire.Event;
import pykata.scenarios.iot.wire.Frame;
import pykata.scenarios.iot.wire.LedgerEntry;
import pykata.scenarios.iot.wire.Reading;
import pykata.scenarios.iot.wire.Reason;

class FrameProcessorTest {

    private static RulePool rules;

    private Driven driven;

    @BeforeAll
    static void makeRules() throws Refused {
        rules = Texts.pool(Texts.shipped(1));
    }

    @AfterAll
    static void closeRules() {
        rules.close();
    }

    @BeforeEach
    void start() {
        driven = new Driven(rules);
    }

    @AfterEach
    void end() {
        driven.close();
    }

    @Test
    void each_reading_gets_its_verdict_and_the_ledger_adds_up() {
        driven.pipe(
                reading(7, 100, 20),
                reading(7, 100, 20), // a duplicate
                reading(8, 0, 21),
                reading(7, 36, 20), // 64 behind: late
                reading(8, 1, Double.NaN),
                reading(8, 1, 900),
                new Reading(8, 1, NOW + 301_000, 21), // ahead of its time
                reading(8, 1, 22)); // the same again, as it should have been

        assertThat(driven.accepted()).containsExactly(reading(7, 100, 20), reading(8, 0, 21), reading(8, 1, 22));
        assertThat(driven.ledger())
                .containsExactly(
                        new LedgerEntry(0, 0, 1, 8, 3, 1, Map.of(Reason.LATE, 1, Reason.RANGE, 2, Reason.CLOCK, 1)));
        assertThat(driven.deadLetters())
                .allSatisfy(letter -> {
                    assertThat(letter.rule()).isEqualTo(1);
                    assertThat(letter.partition()).isZero();
                    assertThat(letter.offset()).isZero();
                })
                .extracting(letter -> List.of(letter.reason(), letter.index()))
                .containsExactly(
                        List.of(Reason.LATE, 3),
                        List.of(Reason.RANGE, 4),
                        List.of(Reason.RANGE, 5),
                        List.of(Reason.CLOCK, 6));
    }

    @Test
    void a_state_outlives_its_frame() {
        driven.pipe(reading(7, 1, 20));
        driven.pipe(reading(7, 1, 20), reading(7, 2, 20));

        assertThat(driven.accepted()).extracting(Reading::seq).containsExactly(1L, 2L);
        assertThat(driven.ledger()).extracting(LedgerEntry::duplicates).containsExactly(0, 1);
    }

    @Test
    void a_reading_that_is_refused_leaves_no_trace() {
        driven.pipe(reading(7, 1, 20));
        var before = driven.states();
        driven.written();

        driven.pipe(reading(7, 1, 20), reading(7, 2, 900), reading(9, 1, 900));

        assertThat(driven.states()).isEqualTo(before);
        assertThat(driven.written()).isZero();
        assertThat(driven.accepted()).hasSize(1);
    }

    @Test
    void a_device_that_reports_often_is_written_once_a_frame() {
        driven.pipe(IntStream.range(0, 500)
                .mapToObj(i -> reading(i % 50, i / 50, 20))
                .toArray(Reading[]::new));

        assertThat(driven.written()).isEqualTo(50);
        assertThat(driven.accepted()).hasSize(500);
    }

    @Test
    void windows_and_alerts_are_told() {
        var start = NOW - NOW % 10_000;
        driven.pipe(
                new Reading(7, 1, start, 20),
                new Reading(7, 2, start + 9_999, 30),
                new Reading(8, 1, start, 100),
                new Reading(7, 3, start + 10_000, 20));
        driven.pipe(IntStream.range(2, 20)
                .mapToObj(seq -> new Reading(8, seq, start + seq, 20))
                .toArray(Reading[]::new));

        assertThat(driven.events())
                .satisfiesExactly(
                        opened -> {
                            assertThat(opened).isInstanceOf(Event.Opened.class);
                            assertThat(opened.device()).isEqualTo(8);
                        },
                        window -> assertThat(window).isEqualTo(new Event.Window(7, 1, start, 2, 25, 30)),
                        closed -> {
                            assertThat(closed).isInstanceOf(Event.Closed.class);
                            assertThat(closed.device()).isEqualTo(8);
                        });
    }

    /** The device's own, by an hour, and the gateway's, which says when a frame came: no reading is lost or repeated. */
    @Test
    void a_clock_that_is_set_back_costs_no_reading() {
        var hour = 3_600_000;
        driven.pipe(new Reading(7, 1, NOW, 20), reading(8, 1, 20));
        driven.pipe(new Reading(7, 2, NOW - hour, 21), reading(8, 2, 20));
        driven.pipe(Frame.of(NOW - 60_000, List.of(new Reading(7, 3, NOW - hour + 1, 22), reading(8, 3, 20))));
        driven.pipe(Frame.of(NOW - hour, List.of(new Reading(7, 4, NOW - hour + 2, 23), reading(8, 4, 20))));
        driven.pipe(reading(8, 4, 20)); // the gateway's clock is right again, and the device sends again

        assertThat(driven.accepted())
                .extracting(Reading::device, Reading::seq)
                .containsExactly(
                        tuple(7, 1L),
                        tuple(8, 1L),
                        tuple(7, 2L),
                        tuple(8, 2L),
                        tuple(7, 3L),
                        tuple(8, 3L),
                        tuple(7, 4L),
                        tuple(8, 4L));
        // By a clock that is an hour slow, honest readings are an hour ahead: they are dead letters, and say so.
        assertThat(driven.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo(Reason.CLOCK);
            assertThat(letter.reading()).isEqualTo(reading(8, 4, 20));
        });
        assertThat(driven.ledger()).allMatch(entry -> entry.duplicates() == 0);
    }

    @Test
    void a_record_that_is_no_frame_is_one_dead_letter() {
        var damaged = Frame.of(NOW, List.of(reading(7, 1, 20))).encode();
        damaged[30]++;

        driven.pipe(damaged);
        driven.pipe(new byte[0]);
        driven.pipe((byte[]) null);
        driven.pipe(reading(7, 1, 20));

        assertThat(driven.deadLetters())
                .extracting(letter -> letter.detail().split(":")[0])
                .containsExactly("CHECKSUM", "TOO_SHORT", "TOO_SHORT");
        assertThat(driven.ledger())
                .extracting(LedgerEntry::deadLetters)
                .containsExactly(Map.of(Reason.FRAME, 1), Map.of(Reason.FRAME, 1), Map.of(Reason.FRAME, 1), Map.of());
        assertThat(driven.accepted()).containsExactly(reading(7, 1, 20));
    }

    @Test
    void an_empty_frame_has_an_empty_entry() {
        driven.pipe();

        assertThat(driven.ledger()).containsExactly(new LedgerEntry(0, 0, 1, 0, 0, 0, Map.of()));
        assertThat(driven.accepted()).isEmpty();
    }

    @Test
    void frames_may_grow_and_shrink() {
        var sizes = new int[] {3, 2_000, 1, 700};
        for (var seq = 0; seq < sizes.length; seq++) {
            var next = seq;
            driven.pipe(IntStream.range(0, sizes[seq])
                    .mapToObj(device -> reading(device * 31, next, 20))
                    .toArray(Reading[]::new));

            assertThat(driven.accepted()).hasSize(sizes[seq]);
        }
    }

    @Test
    void the_state_of_a_device_is_ten_numbers_in_the_order_of_the_contract() {
        driven.pipe(new Reading(7, 5, NOW, 20.5), new Reading(7, 3, NOW + 1, 21.5));

        var state = new DeviceState();
        state.clear(1);
        state.load(0, bytes(driven.states().get(7)));
        assertThat(Arrays.copyOf(state.ints(), 6)).containsExactly(5, 0b101, NOW, 2, 0, NOW);
        assertThat(Arrays.copyOf(state.reals(), 3)).containsExactly(42, 20.5, 21.5);
        assertThat(state.stored(0)).isEqualTo(bytes(driven.states().get(7)));
    }

    private static byte[] bytes(List<Byte> list) {
        var bytes = new byte[list.size()];
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] = list.get(i);
        }
        return bytes;
    }
}
