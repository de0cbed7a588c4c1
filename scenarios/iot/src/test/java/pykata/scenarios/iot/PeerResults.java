package pykata.scenarios.iot;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Counts the readings that a peer has accepted, one message each, from now on. */
final class PeerResults implements AutoCloseable {

    private static final String TOPIC = "peer-accepted";

    private final KafkaConsumer<byte[], byte[]> consumer;
    private long readings;

    PeerResults(String kafka) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(TOPIC).stream()
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position); // now, and not with the first poll
    }

    /** How many there are, with those that have come meanwhile. A reading is an object of JSON, an event is a list. */
    long more() {
        for (var record : consumer.poll(Duration.ofMillis(20))) {
            if (record.value()[0] == '{') {
                readings++;
            }
        }
        return readings;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
