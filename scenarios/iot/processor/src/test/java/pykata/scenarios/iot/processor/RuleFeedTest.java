package pykata.scenarios.iot.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pykata.scenarios.iot.wire.RuleReport;
import pykata.scenarios.iot.wire.RuleText;
import pykata.scenarios.iot.wire.Topics;

/** What stands in the topics of the rules can be anything, and must end no processor. */
@Timeout(300)
class RuleFeedTest {

    private static final TopicPartition RULES = new TopicPartition(Topics.RULES, 0);
    private static final TopicPartition REPORTS = new TopicPartition(Topics.RULE_REPORTS, 0);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<byte[]> rules = new ArrayList<>();
    private final List<byte[]> reports = new ArrayList<>();
    private MockProducer<byte[], byte[]> producer = producer();

    private static MockProducer<byte[], byte[]> producer() {
        return new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** In which the records stand from the beginning. */
    private RuleTopic topic() {
        consumer.updateBeginningOffsets(Map.of(RULES, 0L, REPORTS, 0L));
        consumer.updateEndOffsets(Map.of(RULES, (long) rules.size(), REPORTS, (long) reports.size()));
        if (!reports.isEmpty()) {
            consumer.schedulePollTask(() -> add(REPORTS, 0, reports));
        }
        if (!rules.isEmpty()) {
            consumer.schedulePollTask(() -> add(RULES, 0, rules));
        }
        return new RuleTopic(consumer, producer, said::add);
    }

    private void add(TopicPartition partition, long offset, List<byte[]> values) {
        for (var i = 0; i < values.size(); i++) {
            consumer.addRecord(new ConsumerRecord<>(
                    partition.topic(), partition.partition(), offset + i, new byte[0], values.get(i)));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<RuleReport> reported() {
        return producer.history().stream()
                .map(record -> RuleReport.fromJson(record.value()))
                .toList();
    }

    private List<RuleReport> awaitReports(int count) throws InterruptedException {
        while (reported().size() < count) {
            TimeUnit.MILLISECONDS.sleep(20); // between two looks
        }
        return reported();
    }

    @Test
    void what_cannot_be_read_does_not_keep_a_processor_from_its_start() {
        reports.add(bytes("nonsense"));
        reports.add(bytes("null"));
        reports.add(null);
        reports.add(new RuleReport(3, false, "does not end", 0).toJson());
        rules.add(bytes("{}"));
        rules.add(bytes("null"));
        rules.add(Texts.alone(2, "pass").toJson());
        rules.add(Texts.alone(3, "while True: pass").toJson());

        try (var topic = topic()) {
            assertThat(topic.soFar()).extracting(RuleText::version).containsExactly(2);
        }

        assertThat(said).hasSize(3);
        assertThat(said.getFirst()).startsWith("rule-reports-0: offset 0 holds no report: ");
        assertThat(reported())
                .extracting(RuleReport::reason)
                .hasSize(2)
                .allMatch(reason -> reason.contains(" holds no rules: "));
    }

    @Test
    void what_could_not_be_reported_is_said() {
        producer = new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer()) {
            @Override
            public synchronized void flush() {
                errorNext(new TimeoutException("no broker"));
            }
        };
        try (var topic = topic()) {
            topic.refuse(7, "SyntaxError");
            producer.sendException = new IllegalStateException("closed");
            topic.use(8);
        }

        assertThat(said).hasSize(2);
        assertThat(said.getFirst()).contains("version=7").endsWith("TimeoutException: no broker");
        assertThat(said.getLast()).contains("version=8").endsWith("closed");
    }

    @Test
    void a_fault_of_one_look_or_of_one_version_does_not_end_the_feed() throws Exception {
        try (var feed = RuleFeed.of(topic(), Texts.shipped(1), 1, RulePool.Limits.DEFAULT)) {
            assertThat(awaitReports(1)).extracting(RuleReport::version).containsExactly(1);

            consumer.schedulePollTask(() -> {
                throw new IllegalStateException("nobody expects it");
            });
            consumer.schedulePollTask(() -> add(
                    RULES,
                    0,
                    List.of(Texts.alone(2, "def p(:").toJson(), Texts.shipped(3).toJson())));
            assertThat(awaitReports(3)).extracting(RuleReport::isUsed).containsExactly(true, false, true);
            assertThat(feed.pool().version()).isEqualTo(3);

            feed.pool().close(); // from now on each version is a fault
            consumer.schedulePollTask(() -> add(
                    RULES,
                    2,
                    List.of(Texts.shipped(4).toJson(), Texts.shipped(5).toJson())));
            assertThat(awaitReports(5))
                    .extracting(RuleReport::version, RuleReport::isUsed)
                    .endsWith(tuple(4, false), tuple(5, false));
            assertThat(said).hasSize(3);
            assertThat(said.getFirst()).endsWith("nobody expects it");
            assertThat(said.getLast()).contains("Engine is already closed", "RulePool.offer");
        }
    }
}
