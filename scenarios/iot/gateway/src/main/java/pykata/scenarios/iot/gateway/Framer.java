package pykata.scenarios.iot.gateway;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import pykata.scenarios.iot.wire.DeadLetter;
import pykata.scenarios.iot.wire.Frame;
import pykata.scenarios.iot.wire.Reading;
import pykata.scenarios.iot.wire.Shards;
import pykata.scenarios.iot.wire.Topics;

/**
 * Gathers readings into frames, one open frame for each partition, and writes a frame when it is full or when its first
 * reading has waited long enough. One thread does it all, so the readings of a device keep their order.
 *
 * <p>Whoever adds something is told when the log has it, or that it will not come: with null, or with what went wrong.
 */
final class Framer implements AutoCloseable {

    private static final long SECONDS_TO_END = 5;

    private final Producer<byte[], byte[]> producer;
    private final Shards shards;
    private final int size;
    private final Duration linger;
    private final List<Open> open = new ArrayList<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("framer").daemon().factory());

    Framer(Producer<byte[], byte[]> producer, int partitions, int size, Duration linger) {
        if (size < 1) {
            throw new IllegalArgumentException("--frame takes a number from 1 on"); // else it would never be full
        }
        this.producer = producer;
        this.size = size;
        this.linger = linger;
        shards = Shards.over(partitions);
        for (var partition = 0; partition < partitions; partition++) {
            open.add(new Open(partition));
        }
    }

    void add(Reading reading, Consumer<@Nullable Exception> done) {
        thread.execute(() -> open.get(shards.partition(reading.device())).add(reading, done));
    }

    void add(DeadLetter letter, OptionalInt device, Consumer<@Nullable Exception> done) {
        var key = device.isPresent() ? Integer.toString(device.getAsInt()) : DeadLetter.NO_DEVICE;
        var partition = device.isPresent() ? shards.partition(device.getAsInt()) : 0;
        thread.execute(() -> send(
                new ProducerRecord<>(
                        Topics.DEAD_LETTERS, partition, key.getBytes(StandardCharsets.US_ASCII), letter.toJson()),
                done));
    }

    private void send(ProducerRecord<byte[], byte[]> record, Consumer<@Nullable Exception> done) {
        try {
            producer.send(record, (_, failed) -> done.accept(failed));
        } catch (KafkaException | IllegalStateException e) { // before it was under way, such as after closing
            done.accept(e);
        }
    }

    /** Writes what is open and waits for what is under way. */
    @Override
    public void close() throws InterruptedException {
        try {
            thread.submit(() -> open.forEach(Open::write)).get(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // The log does not take it. Whoever waits for an answer gets none, and sends again.
        }
        thread.shutdownNow();
        producer.close(Duration.ofSeconds(SECONDS_TO_END));
    }

    /** The open frame of a partition. */
    private final class Open {

        private final int partition;
        private List<Reading> readings = new ArrayList<>();
        private List<Consumer<@Nullable Exception>> waiting = new ArrayList<>();
        private long since;
        private long written;

        Open(int partition) {
            this.partition = partition;
        }

        void add(Reading reading, Consumer<@Nullable Exception> done) {
            if (readings.isEmpty()) {
                since = System.currentTimeMillis();
                var opened = written;
                thread.schedule(() -> writeIf(opened), linger.toNanos(), TimeUnit.NANOSECONDS);
            }
            readings.add(reading);
            waiting.add(done);
            if (readings.size() == size) {
                write();
            }
        }

        /** Its time is over, unless it was full before. */
        private void writeIf(long opened) {
            if (written == opened) {
                write();
            }
        }

        void write() {
            if (readings.isEmpty()) {
                return;
            }
            var frame = Frame.of(since, readings);
            var told = waiting;
            readings = new ArrayList<>();
            waiting = new ArrayList<>();
            written++;
            send(
                    new ProducerRecord<>(Topics.FRAMES, partition, null, frame.encode()),
                    failed -> told.forEach(done -> done.accept(failed)));
        }
    }
}
