package pykata.scenarios.iot.processor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.WallclockTimestampExtractor;
import org.apache.kafka.streams.state.KeyValueStore;
import pykata.scenarios.iot.wire.BadFrame;
import pykata.scenarios.iot.wire.DeadLetter;
import pykata.scenarios.iot.wire.Event;
import pykata.scenarios.iot.wire.Frame;
import pykata.scenarios.iot.wire.LedgerEntry;
import pykata.scenarios.iot.wire.Reading;
import pykata.scenarios.iot.wire.Topics;

/** The topology without a broker: what goes in comes out in the same call. */
final class Driven implements AutoCloseable {

    static final long NOW = 1_764_470_000_000L;

    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> frames;

    Driven(Rules rules) {
        driver = new TopologyTestDriver(FrameTopology.of(rules), config());
        frames = driver.createInputTopic(Topics.FRAMES, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static Properties config() {
        var config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        config.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, WallclockTimestampExtractor.class);
        return config;
    }

    /** A reading at the time of ingestion. */
    static Reading reading(int device, long seq, double value) {
        return new Reading(device, seq, NOW, value);
    }

    void pipe(Reading... readings) {
        pipe(Frame.of(NOW, List.of(readings)));
    }

    void pipe(Frame frame) {
        pipe(frame.encode());
    }

    void pipe(byte[] record) {
        frames.pipeInput(null, record);
    }

    private List<byte[]> read(String topic) {
        return driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readValuesToList();
    }

    List<Reading> accepted() {
        var all = new ArrayList<Reading>();
        for (var frame : read(Topics.ACCEPTED)) {
            try {
                all.addAll(Frame.decode(frame).readings());
            } catch (BadFrame e) {
                throw new AssertionError(e);
            }
        }
        return all;
    }

    List<Event> events() {
        return read(Topics.EVENTS).stream()
                .flatMap(record -> Event.fromJson(record).stream())
                .toList();
    }

    List<DeadLetter> deadLetters() {
        return read(Topics.DEAD_LETTERS).stream().map(DeadLetter::fromJson).toList();
    }

    List<LedgerEntry> ledger() {
        return read(Topics.LEDGER).stream().map(LedgerEntry::fromJson).toList();
    }

    /** The states of all devices, as the store has them. */
    Map<Integer, List<Byte>> states() {
        KeyValueStore<Integer, byte[]> store = driver.getKeyValueStore(FrameTopology.DEVICES);
        var states = new HashMap<Integer, List<Byte>>();
        try (var all = store.all()) {
            all.forEachRemaining(entry -> {
                var bytes = new ArrayList<Byte>();
                for (var each : entry.value) {
                    bytes.add(each);
                }
                states.put(entry.key, bytes);
            });
        }
        return states;
    }

    /** How many states have been written to the changelog. */
    long written() {
        return driver.producedTopicNames().stream()
                .filter(topic -> topic.endsWith("-changelog"))
                .mapToLong(topic -> read(topic).size())
                .sum();
    }

    @Override
    public void close() {
        driver.close();
    }
}
