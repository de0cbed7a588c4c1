package pykata.scenarios.iot.sink;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import pykata.scenarios.iot.wire.Topics;

/**
 * Reads the log and writes the store, batch by batch. Where to read is what the store says, never what the broker
 * remembers. While the store is away nothing is read, and the log holds what comes.
 */
final class Sink implements Runnable {

    static final List<String> TOPICS =
            List.of(Topics.ACCEPTED, Topics.EVENTS, Topics.DEAD_LETTERS, Topics.LEDGER, Topics.RULE_REPORTS);

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration FORGETS_EVERY = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** Opens the store, again each time that it was lost. */
    interface Stores {
        Store open() throws SQLException;
    }

    private final Consumer<byte[], byte[]> consumer;
    private final Stores stores;
    private final java.util.function.Consumer<String> said;
    private final java.util.function.Consumer<Collection<TopicPartition>> assigned;
    private final Duration shortestPause;
    private final @Nullable Duration keepRaw;
    private final InstantSource clock;
    private Instant forgotten = Instant.EPOCH;
    private @Nullable Store store;
    private final Map<TopicPartition, Long> written = new HashMap<>();
    private boolean isPositioned;
    private Duration pause;
    private @Nullable String told;
    private volatile boolean isClosed;

    /**
     * @param said what people should know, each time that it changes
     * @param shortestPause before a store that was away is tried again; if it still is, the next one is twice as long
     */
    Sink(
            Consumer<byte[], byte[]> consumer,
            Stores stores,
            java.util.function.Consumer<String> said,
            Duration shortestPause) {
        this(consumer, stores, said, _ -> {}, shortestPause, null, InstantSource.system());
    }

    /**
     * @param assigned is told the partitions each time that they change
     * @param keepRaw older raw rows are deleted, now and then; null for never
     */
    Sink(
            Consumer<byte[], byte[]> consumer,
            Stores stores,
            java.util.function.Consumer<String> said,
            java.util.function.Consumer<Collection<TopicPartition>> assigned,
            Duration shortestPause,
            @Nullable Duration keepRaw,
            InstantSource clock) {
        this.consumer = consumer;
        this.stores = stores;
        this.said = said;
        this.assigned = assigned;
        this.shortestPause = shortestPause;
        this.pause = shortestPause;
        this.keepRaw = keepRaw;
        this.clock = clock;
    }

    /** Until {@link #close}. */
    @Override
    public void run() {
        begin();
        try {
            while (!isClosed) {
                step();
            }
        } catch (WakeupException e) {
            // It is closed.
        } finally {
            consumer.close();
            closeStore();
        }
    }

    void begin() {
        consumer.subscribe(TOPICS, new Positioning());
    }

    /** What a partition brings before it is known where to read it must not be read. */
    private final class Positioning implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            consumer.pause(partitions);
            isPositioned = false;
            assigned.accept(partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            // Each batch is written before the next poll: nothing is pending.
        }
    }

    /** Reads what is there, and writes it. */
    void step() {
        try {
            if (!isPositioned) {
                position();
            }
            var records = consumer.poll(POLL);
            if (isPositioned) {
                write(records);
                forget();
            }
            pause = shortestPause;
            told = null;
        } catch (SQLException e) {
            waitAfter("the store is away: " + e.getMessage());
        } catch (RetriableException e) {
            waitAfter("the log is away: " + e.getMessage());
        }
    }

    /**
     * Behind the last record of a partition come the marks of its transaction, often in a later poll: so positions are
     * written when they have moved, with or without a record.
     */
    private void write(ConsumerRecords<byte[], byte[]> records) throws SQLException {
        var batch = new Batch();
        records.forEach(batch::add);
        for (var partition : consumer.assignment()) {
            var position = consumer.position(partition);
            if (position != written.getOrDefault(partition, 0L)) {
                batch.position(partition, position);
            }
        }
        if (!batch.positions().isEmpty()) {
            opened().write(batch);
            written.putAll(batch.positions());
        }
    }

    private void forget() throws SQLException {
        var now = clock.instant();
        if (keepRaw != null && now.isAfter(forgotten.plus(FORGETS_EVERY))) {
            opened().forget(now.minus(keepRaw).toEpochMilli());
            forgotten = now;
        }
    }

    private Store opened() throws SQLException {
        var open = store;
        if (open == null) {
            open = stores.open();
            store = open;
        }
        return open;
    }

    private void position() throws SQLException {
        var assigned = consumer.assignment();
        if (assigned.isEmpty()) {
            return;
        }
        var positions = opened().positions();
        written.clear();
        written.putAll(positions);
        for (var partition : assigned) {
            var position = positions.get(partition);
            if (position == null) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, position);
            }
        }
        consumer.resume(assigned);
        isPositioned = true;
    }

    /** Reads nothing, and says so by polling that it is still there. What it had read is read again. */
    private void waitAfter(String reason) {
        if (!reason.equals(told)) {
            told = reason;
            said.accept(reason);
        }
        closeStore();
        isPositioned = false;
        var until = System.nanoTime() + pause.toNanos();
        while (!isClosed && System.nanoTime() < until) {
            consumer.pause(consumer.assignment());
            consumer.poll(shortestPause);
        }
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    }

    void closeStore() {
        var open = store;
        store = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                // It is lost anyway.
            }
        }
    }

    void close() {
        isClosed = true;
        consumer.wakeup();
    }
}
