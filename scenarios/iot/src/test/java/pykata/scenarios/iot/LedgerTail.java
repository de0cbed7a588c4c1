package pykata.scenarios.iot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import pykata.scenarios.iot.wire.LedgerEntry;
import pykata.scenarios.iot.wire.Topics;

/**
 * What the worker writes into the ledger from now on, whether it is committed or not. Beside it stands the worker's position
 * among the frames, which is what a restarted worker begins from. A kill proves something only if it comes between the two.
 */
final class LedgerTail implements AutoCloseable {

    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final List<LedgerEntry> entries = new ArrayList<>();
    private final Map<TopicPartition, OffsetAndMetadata> first;

    LedgerTail(String kafka) throws ExecutionException, InterruptedException {
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka));
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_uncommitted",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        partitions = consumer.partitionsFor(Topics.LEDGER).stream()
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position); // the end is looked up now, and not at the first poll
        first = positions();
    }

    private Map<TopicPartition, OffsetAndMetadata> positions() throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(Topics.PROCESSORS)
                .partitionsToOffsetAndMetadata()
                .get();
    }

    private List<LedgerEntry> entries() {
        var ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(Duration.ofMillis(200)).forEach(record -> entries.add(LedgerEntry.fromJson(record.value())));
        }
        return entries;
    }

    /** Whether the worker has committed its position since this began. */
    boolean hasCommitted() throws ExecutionException, InterruptedException {
        return !positions().equals(first);
    }

    /** Accepted readings that are in the log, while the position of their frame is not committed. */
    long halfDone() throws ExecutionException, InterruptedException {
        var written = entries();
        var positions = positions(); // read last: what is half done now was so when it was read, too
        return written.stream()
                .filter(entry -> entry.offset() >= position(positions, entry.partition()))
                .mapToLong(LedgerEntry::accepted)
                .sum();
    }

    private static long position(Map<TopicPartition, OffsetAndMetadata> positions, int partition) {
        var position = positions.get(new TopicPartition(Topics.FRAMES, partition));
        return position == null ? 0 : position.offset();
    }

    /** The versions of the rules by which frames were judged. */
    Set<Integer> versions() {
        var versions = new TreeSet<Integer>();
        entries().forEach(entry -> versions.add(entry.rule()));
        return versions;
    }

    @Override
    public void close() {
        consumer.close();
        admin.close();
    }
}
