package pykata.scenarios.iot.sink;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import pykata.scenarios.iot.wire.DeadLetter;
import pykata.scenarios.iot.wire.Event;
import pykata.scenarios.iot.wire.Frame;
import pykata.scenarios.iot.wire.LedgerEntry;
import pykata.scenarios.iot.wire.Reading;
import pykata.scenarios.iot.wire.Reason;
import pykata.scenarios.iot.wire.RuleReport;
import pykata.scenarios.iot.wire.Shards;
import pykata.scenarios.iot.wire.Topics;

/** What a processor might have written: the same each time. */
final class SmallLog {

    static final int PARTITIONS = 2;
    static final int FRAMES = 30;
    static final int READINGS = 40; // in each frame
    static final int DEVICES = 25;

    private static final long START = 1_764_470_000_000L;

    private static final int LONG = 100; // readings that each device has at least sent, once there are old ones

    private final Random random = new Random(5);
    private final Map<TopicPartition, List<byte[]>> records = new HashMap<>();
    private final long[] next = new long[DEVICES];

    /** The newest reading of each device, and all of them. */
    final List<Reading> readings = new ArrayList<>();

    int letters;
    int windows;
    int alerts;

    SmallLog() {
        var shards = Shards.over(PARTITIONS);
        for (var frame = 0; frame < FRAMES; frame++) {
            var partition = frame % PARTITIONS;
            var mine = IntStream.range(0, DEVICES)
                    .filter(device -> shards.partition(device) == partition)
                    .toArray();
            var accepted = new ArrayList<Reading>();
            for (var k = 0; k < READINGS; k++) {
                var device = mine[random.nextInt(mine.length)];
                var ts = START + 4_000L * frame + random.nextInt(20_000);
                accepted.add(new Reading(device, next[device]++, ts, random.nextInt(-20, 90)));
            }
            readings.addAll(accepted);
            add(Topics.ACCEPTED, partition, Frame.of(START, accepted).encode());
            var device = accepted.getFirst().device();
            add(
                    Topics.EVENTS,
                    partition,
                    Event.toJson(List.of(
                            new Event.Window(device, 1, START + frame, 3, 20, 30),
                            frame % 4 < 2
                                    ? new Event.Opened(device, 1, START + frame, 1, 90, 85)
                                    : new Event.Closed(device, 1, START + frame, 1, 20, 60))));
            windows++;
            alerts++;
            add(
                    Topics.DEAD_LETTERS,
                    partition,
                    DeadLetter.ofReading(Reason.RANGE, 1, partition, frame, 3, "", new Reading(3, 1, START, 900))
                            .toJson());
            letters++;
            add(
                    Topics.LEDGER,
                    partition,
                    new LedgerEntry(partition, frame, 1, READINGS + 6, READINGS, 5, Map.of(Reason.RANGE, 1)).toJson());
        }
        add(
                Topics.DEAD_LETTERS,
                0,
                DeadLetter.ofPayload(Reason.UTF8, "devices/d\0/readings", "byte 0\0", new byte[] {(byte) 0xff, 0, 65})
                        .toJson());
        letters++;
        add(Topics.RULE_REPORTS, 0, new RuleReport(1, true, "", START).toJson());
        add(Topics.RULE_REPORTS, 0, new RuleReport(2, false, "SyntaxError\0", START + 1).toJson());
    }

    void add(String topic, int partition, byte[] value) {
        records.computeIfAbsent(new TopicPartition(topic, partition), _ -> new ArrayList<>())
                .add(value);
    }

    /** Each device has been at work for longer than the rules look back. */
    void addOldReadings() {
        for (var device = 0; device < DEVICES; device++) {
            while (next[device] < LONG + device) {
                addReading(device, START + 1_000 * next[device]);
            }
        }
    }

    /** One more, with a time of long ago. */
    void addOldReading() {
        addReading(3, START - 100_000_000);
    }

    private void addReading(int device, long ts) {
        var reading = new Reading(device, next[device]++, ts, random.nextInt(-20, 90));
        readings.add(reading);
        add(
                Topics.ACCEPTED,
                Shards.over(PARTITIONS).partition(device),
                Frame.of(START, List.of(reading)).encode());
    }

    void addNonsense() {
        add(Topics.ACCEPTED, 0, "no frame".getBytes(StandardCharsets.UTF_8));
        add(Topics.LEDGER, 1, "{}".getBytes(StandardCharsets.UTF_8));
        add(Topics.DEAD_LETTERS, 0, "{}".getBytes(StandardCharsets.UTF_8));
        add(Topics.EVENTS, 1, "null".getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A consumer of all of it.
     *
     * @param mostRecords in one poll
     */
    Consumer<byte[], byte[]> consumer(int mostRecords) {
        return FakeConsumer.of(records, mostRecords);
    }

    /** All of it in one batch. */
    void addTo(Batch batch) {
        var consumer = consumer(size());
        consumer.seekToBeginning(consumer.assignment());
        consumer.poll(Duration.ZERO).forEach(batch::add);
    }

    /** How many records there are. */
    int size() {
        return records.values().stream().mapToInt(List::size).sum();
    }

    Map<TopicPartition, Long> ends() {
        var ends = new HashMap<TopicPartition, Long>();
        records.forEach((partition, values) -> ends.put(partition, FakeConsumer.end(values.size())));
        return ends;
    }
}
