package pykata.scenarios.iot.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import pykata.scenarios.iot.wire.Ports;
import pykata.scenarios.iot.wire.Topics;

/** The log as a process that may not write on: each write beyond a limit fails, as it does when the disk is full. */
@EnabledIfSystemProperty(named = "pykata.iot.system", matches = "true")
@EnabledOnOs(value = OS.LINUX, disabledReason = "the limit is the shell's")
class DiskFullTest {

    private static final TopicPartition PARTITION = new TopicPartition(Topics.FRAMES, 0);
    private static final int RECORD = 900_000;

    /** A file's limit, in the shell's blocks of 512 bytes: 20 MB. A segment of the log grows beyond it, an index does not. */
    private static final int BLOCKS = 40_000;

    /** So many would take five times the room. */
    private static final int RECORDS = 100;

    @Test
    void on_a_full_disk_nothing_more_is_acknowledged_and_what_was_is_there_when_there_is_room(@TempDir Path directory)
            throws Exception {
        var port = Ports.free();
        final Set<Integer> acknowledged;
        try (var log = new Log(directory, port, "ulimit -f " + BLOCKS + "; ")) {
            acknowledged = write(log.address(), Duration.ofSeconds(60)); // it waits so long for a log that has ended
            assertThat(log.process.waitFor(60, TimeUnit.SECONDS))
                    .as("a log that cannot write ends")
                    .isTrue();
        }
        assertThat(acknowledged).isNotEmpty().hasSizeLessThan(RECORDS);

        try (var log = new Log(directory, port, "")) {
            assertThat(read(log.address())).containsAll(acknowledged);
            assertThat(write(log.address(), Duration.ofSeconds(240))).hasSize(RECORDS);
        }
    }

    /** Writes one after the other, and gives up with the first that is not acknowledged in time. */
    private static Set<Integer> write(String address, Duration patience) throws InterruptedException {
        var acknowledged = new HashSet<Integer>();
        var most = Math.toIntExact(patience.toMillis());
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        "bootstrap.servers",
                        address,
                        "acks",
                        "all",
                        "max.block.ms",
                        most,
                        "request.timeout.ms",
                        most / 2,
                        "delivery.timeout.ms",
                        most),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (var number = 0; number < RECORDS; number++) {
                var value = ByteBuffer.allocate(RECORD).putInt(number).array();
                producer.send(new ProducerRecord<>(PARTITION.topic(), PARTITION.partition(), null, value))
                        .get();
                acknowledged.add(number);
            }
        } catch (ExecutionException e) {
            // The disk is full.
        }
        return acknowledged;
    }

    private static Set<Integer> read(String address) {
        var found = new HashSet<Integer>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", address),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            var end = consumer.endOffsets(List.of(PARTITION)).get(PARTITION);
            while (consumer.position(PARTITION) < end) {
                consumer.poll(Duration.ofSeconds(1))
                        .forEach(record ->
                                found.add(ByteBuffer.wrap(record.value()).getInt()));
            }
        }
        return found;
    }

    /** A process of the log. */
    private static final class Log implements AutoCloseable {

        private final Process process;
        private final CompletableFuture<String> ready = new CompletableFuture<>();

        Log(Path directory, int port, String before) throws Exception {
            process = new ProcessBuilder(
                            "/bin/sh",
                            "-c",
                            before + "exec \"$@\"",
                            "sh",
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-XX:-UsePerfData",
                            "-classpath",
                            System.getProperty("java.class.path"),
                            LogMain.class.getName(),
                            "--directory",
                            directory.toString(),
                            "--port",
                            Integer.toString(port),
                            "--partitions",
                            "1")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Thread.ofPlatform().daemon().start(() -> listen(process.inputReader()));
            ready.get(3, TimeUnit.MINUTES);
        }

        private void listen(BufferedReader said) {
            said.lines().filter(line -> line.startsWith("ready ")).forEach(ready::complete);
            ready.completeExceptionally(new IllegalStateException("it ended before it was ready"));
        }

        String address() {
            var said = ready.join();
            return said.substring(said.lastIndexOf(' ') + 1);
        }

        @Override
        public void close() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }
    }
}
