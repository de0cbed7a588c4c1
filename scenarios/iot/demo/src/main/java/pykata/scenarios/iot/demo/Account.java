package pykata.scenarios.iot.demo;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import pykata.scenarios.iot.wire.BadFrame;
import pykata.scenarios.iot.wire.DeadLetter;
import pykata.scenarios.iot.wire.Frame;
import pykata.scenarios.iot.wire.LedgerEntry;
import pykata.scenarios.iot.wire.Reason;
import pykata.scenarios.iot.wire.Topics;

/**
 * The equation, from the log alone: what was sent into it, and what became of it. What stands in frames and is judged by no
 * entry of the ledger yet is on its way.
 */
public final class Account {

    /** Where the two sides of the equation stand. */
    public static final List<String> TOPICS = List.of(Topics.FRAMES, Topics.DEAD_LETTERS, Topics.LEDGER);

    private long sent;
    private long accepted;
    private long duplicates;
    private final Map<Reason, Long> dead = new EnumMap<>(Reason.class);

    public synchronized void add(ConsumerRecord<byte[], byte[]> record) {
        switch (record.topic()) {
            case Topics.FRAMES -> sent += readings(record.value());
            case Topics.LEDGER -> add(LedgerEntry.fromJson(record.value()));
            case Topics.DEAD_LETTERS -> {
                var letter = DeadLetter.fromJson(record.value());
                if (letter.isOfGateway()) { // it never was in a frame, and is its own entry
                    sent++;
                    add(letter.entry(record.offset()));
                }
            }
            default -> throw new IllegalArgumentException(record.topic());
        }
    }

    private static long readings(byte[] record) {
        try {
            return Frame.decode(record).size();
        } catch (BadFrame e) {
            return 1; // as the ledger counts it
        }
    }

    private void add(LedgerEntry entry) {
        accepted += entry.accepted();
        duplicates += entry.duplicates();
        entry.deadLetters().forEach((reason, count) -> dead.merge(reason, (long) count, Long::sum));
    }

    public synchronized Balance balance() {
        return new Balance(sent, accepted, duplicates, Map.copyOf(dead));
    }

    /** The equation at one moment. */
    public record Balance(long sent, long accepted, long duplicates, Map<Reason, Long> dead) {

        public long deadLettered() {
            return dead.values().stream().mapToLong(Long::longValue).sum();
        }

        /** Below 0 only if something was judged twice. */
        public long onItsWay() {
            return sent - accepted - duplicates - deadLettered();
        }

        /** What has changed since. */
        public Balance since(Balance before) {
            var changed = new EnumMap<Reason, Long>(Reason.class);
            dead.forEach((reason, count) -> {
                var more = count - before.dead.getOrDefault(reason, 0L);
                if (more != 0) {
                    changed.put(reason, more);
                }
            });
            return new Balance(sent - before.sent, accepted - before.accepted, duplicates - before.duplicates, changed);
        }

        @Override
        public String toString() {
            return "sent %,d = accepted %,d + duplicates %,d + dead-lettered %,d + on its way %,d"
                    .formatted(sent, accepted, duplicates, deadLettered(), onItsWay());
        }
    }
}
