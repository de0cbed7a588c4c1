package pykata.scenarios.iot.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import pykata.scenarios.iot.demo.Account.Balance;
import pykata.scenarios.iot.wire.DeadLetter;
import pykata.scenarios.iot.wire.Frame;
import pykata.scenarios.iot.wire.LedgerEntry;
import pykata.scenarios.iot.wire.Reading;
import pykata.scenarios.iot.wire.Reason;
import pykata.scenarios.iot.wire.Topics;

class AccountTest {

    private static final Reading READING = new Reading(1, 2, 3, 4);
    private static final byte[] FRAME =
            Frame.of(0, List.of(READING, READING, READING)).encode();

    private final Account account = new Account();

    @Test
    void what_is_not_judged_is_on_its_way() {
        add(Topics.FRAMES, FRAME);

        assertThat(account.balance()).isEqualTo(new Balance(3, 0, 0, Map.of()));
        assertThat(account.balance().onItsWay()).isEqualTo(3);
        assertThat(account.balance())
                .hasToString("sent 3 = accepted 0 + duplicates 0 + dead-lettered 0 + on its way 3");
    }

    @Test
    void what_is_judged_is_accounted_for() {
        add(Topics.FRAMES, FRAME);
        add(Topics.LEDGER, new LedgerEntry(0, 0, 1, 3, 1, 1, Map.of(Reason.LATE, 1)).toJson());
        add(
                Topics.DEAD_LETTERS,
                DeadLetter.ofReading(Reason.LATE, 1, 0, 0, 2, "", READING).toJson());

        assertThat(account.balance()).isEqualTo(new Balance(3, 1, 1, Map.of(Reason.LATE, 1L)));
        assertThat(account.balance().onItsWay()).isZero();
    }

    @Test
    void a_letter_of_the_gateway_counts_on_both_sides() {
        add(
                Topics.DEAD_LETTERS,
                DeadLetter.ofPayload(Reason.JSON, "t", "", new byte[1]).toJson());

        assertThat(account.balance()).isEqualTo(new Balance(1, 0, 0, Map.of(Reason.JSON, 1L)));
    }

    @Test
    void a_frame_that_is_none_counts_as_one() {
        add(Topics.FRAMES, new byte[5]);
        add(Topics.LEDGER, LedgerEntry.ofDeadLetter(0, 0, 1, Reason.FRAME).toJson());

        assertThat(account.balance().onItsWay()).isZero();
    }

    @Test
    void what_was_judged_twice_is_less_than_nothing() {
        add(Topics.FRAMES, FRAME);
        add(Topics.LEDGER, new LedgerEntry(0, 0, 1, 3, 3, 0, Map.of()).toJson());
        add(Topics.LEDGER, new LedgerEntry(0, 0, 1, 3, 0, 3, Map.of()).toJson());

        assertThat(account.balance().onItsWay()).isEqualTo(-3);
    }

    @Test
    void one_balance_is_taken_from_another() {
        var before = new Balance(5, 3, 1, Map.of(Reason.LATE, 1L));
        var after = new Balance(9, 5, 1, Map.of(Reason.LATE, 1L, Reason.CLOCK, 2L));

        assertThat(after.since(before)).isEqualTo(new Balance(4, 2, 0, Map.of(Reason.CLOCK, 2L)));
    }

    private void add(String topic, byte[] value) {
        account.add(new ConsumerRecord<>(topic, 0, 0, new byte[0], value));
    }
}
