package pykata.scenarios.iot.api;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import pykata.scenarios.iot.wire.Topics;

/** How many records of the log wait: for the processor, which keeps its place in the log, and for the sink, whose is in the store. */
final class Lag implements AutoCloseable {

    private static final int PATIENCE = 3; // seconds
    private static final List<String> RESULTS =
            List.of(Topics.ACCEPTED, Topics.EVENTS, Topics.DEAD_LETTERS, Topics.LEDGER);

    private final Admin admin;
    private final Tables tables;

    Lag(String kafka, Tables tables) {
        this.tables = tables;
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                2_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                PATIENCE * 1_000));
    }

    Map<String, @Nullable Object> answer(String raw) throws Refusal {
        Query.of(raw, List.of());
        try {
            var answer = new LinkedHashMap<String, @Nullable Object>();
            answer.put("processor", behind(ends(List.of(Topics.FRAMES)), ofProcessor()));
            answer.put("sink", behind(ends(RESULTS), ofSink()));
            return answer;
        } catch (ExecutionException | TimeoutException e) {
            throw new Refusal(503, "the log does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(503, "the server ends", e);
        }
    }

    private Map<TopicPartition, Long> ends(Collection<String> topics)
            throws ExecutionException, InterruptedException, TimeoutException {
        var described = admin.describeTopics(topics).allTopicNames().get(PATIENCE, TimeUnit.SECONDS);
        var wanted = new HashMap<TopicPartition, OffsetSpec>();
        described.forEach((topic, description) -> description
                .partitions()
                .forEach(each -> wanted.put(new TopicPartition(topic, each.partition()), OffsetSpec.latest())));
        var ends = new HashMap<TopicPartition, Long>();
        admin.listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get(PATIENCE, TimeUnit.SECONDS)
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    private Map<TopicPartition, Long> ofProcessor() throws ExecutionException, InterruptedException, TimeoutException {
        var positions = new HashMap<TopicPartition, Long>();
        admin.listConsumerGroupOffsets(Topics.PROCESSORS)
                .partitionsToOffsetAndMetadata()
                .get(PATIENCE, TimeUnit.SECONDS)
                .forEach((partition, position) -> {
                    if (position != null) {
                        positions.put(partition, position.offset());
                    }
                });
        return positions;
    }

    private Map<TopicPartition, Long> ofSink() throws Refusal {
        var positions = new HashMap<TopicPartition, Long>();
        for (var row : tables.rows("select topic, log_partition, position from positions")) {
            positions.put(
                    new TopicPartition((String) row.get("topic"), ((Number) row.get("log_partition")).intValue()),
                    ((Number) row.get("position")).longValue());
        }
        return positions;
    }

    private static Map<String, Object> behind(Map<TopicPartition, Long> ends, Map<TopicPartition, Long> positions) {
        var partitions = new TreeMap<String, Long>();
        ends.forEach((partition, end) ->
                partitions.put(partition.toString(), Math.max(0, end - positions.getOrDefault(partition, 0L))));
        var all = partitions.values().stream().mapToLong(Long::longValue).sum();
        return Map.of("behind", all, "partitions", partitions);
    }

    @Override
    public void close() {
        admin.close();
    }
}
