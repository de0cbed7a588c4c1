package pykata.scenarios.iot.processor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import pykata.scenarios.iot.log.EmbeddedKafka;
import pykata.scenarios.iot.wire.Frame;
import pykata.scenarios.iot.wire.Ports;
import pykata.scenarios.iot.wire.RuleText;
import pykata.scenarios.iot.wire.Topics;

/** A real broker, and a way to write to it and to read all of it. */
final class Cluster implements AutoCloseable {

    private static final Set<TransactionState> OPEN =
            Set.of(TransactionState.ONGOING, TransactionState.PREPARE_ABORT, TransactionState.PREPARE_COMMIT);

    private static final long PATIENCE = 300_000_000_000L; // ns

    private final EmbeddedKafka kafka;
    private final KafkaProducer<byte[], byte[]> producer;

    private Cluster(EmbeddedKafka kafka) {
        this.kafka = kafka;
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrap()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    static Cluster start(Path folder, int partitions) throws IOException {
        return new Cluster(EmbeddedKafka.start(folder, Ports.free(), partitions));
    }

    String bootstrap() {
        return kafka.bootstrap();
    }

    void write(int partition, Frame frame) throws ExecutionException, InterruptedException {
        producer.send(new ProducerRecord<>(Topics.FRAMES, partition, null, frame.encode()))
                .get();
    }

    void write(RuleText text) throws ExecutionException, InterruptedException {
        var key = text.key().getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(Topics.RULES, key, text.toJson())).get();
    }

    void configure(String topic, String name, String value) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap()))) {
            var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
            var operation = new AlterConfigOp(new ConfigEntry(name, value), OpType.SET);
            admin.incrementalAlterConfigs(Map.of(resource, List.of(operation)))
                    .all()
                    .get();
        }
    }

    /** Whether anybody's transaction is open. */
    boolean isTransactionOpen() throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap()))) {
            return admin.listTransactions().all().get().stream()
                    .map(TransactionListing::state)
                    .anyMatch(OPEN::contains);
        }
    }

    void awaitNoTransaction() throws ExecutionException, InterruptedException {
        var end = System.nanoTime() + PATIENCE;
        while (isTransactionOpen()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("a transaction is open, and stays so");
            }
            TimeUnit.MILLISECONDS.sleep(100); // between two looks
        }
    }

    /** Of what is committed, from the beginning of all partitions on. */
    private KafkaConsumer<byte[], byte[]> reader(String topic) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        var partitions = consumer.partitionsFor(topic).stream()
                .map(each -> new TopicPartition(topic, each.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }

    /** All committed records of a topic, once there are as many as wanted. */
    List<byte[]> read(String topic, Predicate<List<byte[]>> isEnough) {
        try (var consumer = reader(topic)) {
            var found = new ArrayList<byte[]>();
            var end = System.nanoTime() + PATIENCE;
            while (!isEnough.test(found)) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("%d records of %s, and no more".formatted(found.size(), topic));
                }
                consumer.poll(Duration.ofMillis(100)).forEach(record -> found.add(record.value()));
            }
            return found;
        }
    }

    /** Those that are there. */
    List<byte[]> readNow(String topic) {
        try (var consumer = reader(topic)) {
            var ends = consumer.endOffsets(consumer.assignment());
            var found = new ArrayList<byte[]>();
            while (ends.keySet().stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> found.add(record.value()));
            }
            return found;
        }
    }

    @Override
    public void close() {
        producer.close();
        kafka.close();
    }
}
