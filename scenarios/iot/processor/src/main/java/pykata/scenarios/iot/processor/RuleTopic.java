package pykata.scenarios.iot.processor;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import pykata.scenarios.iot.wire.RuleReport;
import pykata.scenarios.iot.wire.RuleText;
import pykata.scenarios.iot.wire.Topics;

/**
 * Where operators write versions of the rules, and where processors say what they do with them. Every processor reads all
 * of it. What a processor says stands outside of its transactions: it is about no frame.
 */
final class RuleTopic implements AutoCloseable {

    private static final TopicPartition RULES = new TopicPartition(Topics.RULES, 0);
    private static final TopicPartition REPORTS = new TopicPartition(Topics.RULE_REPORTS, 0);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final short FACTOR_OF_BROKER = -1;
    private static final int NO_VERSION = 0;

    private final Consumer<byte[], byte[]> consumer;
    private final Producer<byte[], byte[]> reports;
    private final java.util.function.Consumer<String> said;

    /** @param said is told what no report tells */
    RuleTopic(
            Consumer<byte[], byte[]> consumer,
            Producer<byte[], byte[]> reports,
            java.util.function.Consumer<String> said) {
        this.consumer = consumer;
        this.reports = reports;
        this.said = said;
    }

    static RuleTopic of(String kafka) throws InterruptedException, ExecutionException {
        makeTopics(kafka);
        return new RuleTopic(
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                kafka,
                                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                                false),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer()),
                new KafkaProducer<>(
                        Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka),
                        new ByteArraySerializer(),
                        new ByteArraySerializer()),
                System.err::println);
    }

    private static void makeTopics(String kafka) throws InterruptedException, ExecutionException {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka))) {
            var compacted = Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
            var kept = Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1");
            var made = admin.createTopics(List.of(
                    new NewTopic(Topics.RULES, 1, FACTOR_OF_BROKER).configs(compacted),
                    new NewTopic(Topics.RULE_REPORTS, 1, FACTOR_OF_BROKER).configs(kept)));
            for (var topic : made.values().values()) {
                try {
                    topic.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw e;
                    }
                }
            }
        }
    }

    /**
     * The versions that are there now and that no processor has refused, or one has used after all. To try one that does
     * not end takes its time, and each start would take it. A report that cannot be read says nothing of any version: the
     * sink keeps it, and a start must not fail of it.
     */
    List<RuleText> soFar() {
        var used = new HashSet<Integer>();
        var refused = new HashSet<Integer>();
        for (var record : all(REPORTS)) {
            try {
                var report = RuleReport.fromJson(record.value());
                (report.isUsed() ? used : refused).add(report.version());
            } catch (UncheckedIOException | IllegalArgumentException e) {
                said.accept("%s: offset %d holds no report: %s".formatted(REPORTS, record.offset(), e.getMessage()));
            }
        }
        refused.removeAll(used);
        return texts(all(RULES)).stream()
                .filter(text -> !refused.contains(text.version()))
                .toList();
    }

    /** What has come since; waits a moment for it. */
    List<RuleText> next() {
        return texts(consumer.poll(POLL).records(RULES));
    }

    /** From the beginning to where the end is now; more can be read from there. */
    private List<ConsumerRecord<byte[], byte[]>> all(TopicPartition partition) {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        var end = consumer.endOffsets(List.of(partition)).get(partition);
        var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        while (consumer.position(partition) < end) {
            found.addAll(consumer.poll(POLL).records(partition));
        }
        return found;
    }

    private List<RuleText> texts(List<ConsumerRecord<byte[], byte[]>> records) {
        var found = new ArrayList<RuleText>();
        for (var record : records) {
            if (record.value() != null) { // a version that an operator has taken back
                add(record, found);
            }
        }
        return found;
    }

    private void add(ConsumerRecord<byte[], byte[]> record, List<RuleText> found) {
        try {
            found.add(RuleText.fromJson(record.value()));
        } catch (UncheckedIOException | IllegalArgumentException e) {
            refuse(NO_VERSION, "offset %d holds no rules: %s".formatted(record.offset(), e.getMessage()));
        }
    }

    void use(int version) {
        report(new RuleReport(version, true, "", System.currentTimeMillis()));
    }

    void refuse(int version, String reason) {
        report(new RuleReport(version, false, reason, System.currentTimeMillis()));
    }

    /** What is not reported is said, and that is all: the rules are in use, or not, all the same. */
    private void report(RuleReport report) {
        var key = Integer.toString(report.version()).getBytes(StandardCharsets.UTF_8);
        try {
            reports.send(new ProducerRecord<>(Topics.RULE_REPORTS, key, report.toJson()), (_, e) -> {
                if (e != null) {
                    sayNotReported(report, e);
                }
            });
            reports.flush();
        } catch (RuntimeException e) {
            sayNotReported(report, e);
        }
    }

    void say(String what) {
        said.accept(what);
    }

    private void sayNotReported(RuleReport report, Exception e) {
        said.accept("%s could not be reported: %s".formatted(report, e));
    }

    @Override
    public void close() {
        consumer.close();
        reports.close();
    }
}
