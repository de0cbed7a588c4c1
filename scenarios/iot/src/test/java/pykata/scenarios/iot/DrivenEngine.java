package pykata.scenarios.iot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;
import pykata.scenarios.iot.processor.FrameTopology;
import pykata.scenarios.iot.processor.Rules;
import pykata.scenarios.iot.wire.LedgerEntry;
import pykata.scenarios.iot.wire.Topics;

/** Kafka Streams with the processor's topology in it, without a broker: what it costs beside the rules. */
final class DrivenEngine implements AutoCloseable {

    private final Supplier<byte[]> frames;
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> in;
    private final List<TestOutputTopic<byte[], byte[]>> out;
    private final TestOutputTopic<byte[], byte[]> ledger;

    /** Where a device's state is kept. */
    enum Kept {
        MEMORY(true),
        MEMORY_ALONE(false),
        ROCKSDB(true);

        private final boolean isLogged;

        Kept(boolean isLogged) {
            this.isLogged = isLogged;
        }

        private KeyValueBytesStoreSupplier store() {
            return this == ROCKSDB ? Stores.persistentKeyValueStore(FrameTopology.DEVICES) : FrameTopology.inMemory();
        }
    }

    /** @param frames the records of the log, one after another */
    DrivenEngine(Supplier<byte[]> frames, Rules rules, Kept kept) {
        this.frames = frames;
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "measured");
        config.put(StreamsConfig.STATE_DIR_CONFIG, temporary().toString());
        driver = new TopologyTestDriver(FrameTopology.of(rules, kept.store(), kept.isLogged), config);
        in = driver.createInputTopic(Topics.FRAMES, new ByteArraySerializer(), new ByteArraySerializer());
        ledger = output(driver, Topics.LEDGER);
        var changelog = "measured-%s-changelog".formatted(FrameTopology.DEVICES);
        out = Stream.of(Topics.ACCEPTED, Topics.EVENTS, Topics.DEAD_LETTERS, changelog)
                .map(topic -> output(driver, topic))
                .toList();
    }

    private static TestOutputTopic<byte[], byte[]> output(TopologyTestDriver driver, String topic) {
        return driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static Path temporary() {
        try {
            var folder = Files.createTempDirectory("measured");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> FileUtils.deleteQuietly(folder.toFile())));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Judges the next frame, takes away what came of it, and answers how many repeated readings it held. */
    int next() {
        in.pipeInput(null, frames.get());
        out.forEach(topic -> topic.readRecordsToList());
        return LedgerEntry.fromJson(ledger.readValue()).duplicates();
    }

    /** Gives the states up. */
    @Override
    public void close() {
        driver.close();
    }
}
