package pykata.scenarios.iot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import pykata.scenarios.iot.wire.BadFrame;
import pykata.scenarios.iot.wire.Frame;
import pykata.scenarios.iot.wire.Reading;
import pykata.scenarios.iot.wire.Topics;

/** Writes frames into the log as a gateway does, and sees which of them have been judged. */
final class FilledLog implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> accepted;
    private final List<Future<?>> underWay = new ArrayList<>();
    private final long[] newest = new long[Topics.PARTITIONS];
    private long readings;

    FilledLog(String kafka) {
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka, ProducerConfig.LINGER_MS_CONFIG, 5),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        accepted = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        var partitions = accepted.partitionsFor(Topics.ACCEPTED).stream()
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList();
        accepted.assign(partitions);
        accepted.seekToBeginning(partitions);
    }

    void write(int partition, byte[] frame) {
        underWay.add(producer.send(new ProducerRecord<>(Topics.FRAMES, partition, null, frame)));
    }

    /** A frame of one reading, which says when it was written. */
    void write(int partition, Reading reading) {
        write(partition, Frame.of(System.currentTimeMillis(), List.of(reading)).encode());
    }

    void awaitWritten() throws Exception {
        for (var each : underWay) {
            each.get();
        }
        underWay.clear();
    }

    /** Hears which frames have been judged and committed meanwhile. */
    void hear() {
        for (var record : accepted.poll(Duration.ofMillis(5))) {
            try {
                var frame = Frame.decode(record.value());
                readings += frame.size();
                newest[record.partition()] = Math.max(newest[record.partition()], frame.ingested());
            } catch (BadFrame e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** How many readings have been accepted. */
    long readings() {
        hear();
        return readings;
    }

    /** How many partitions have brought results of frames that were written after a time. */
    long partitionsSince(long time) {
        hear();
        return Arrays.stream(newest).filter(each -> each > time).count();
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        accepted.close();
    }
}
