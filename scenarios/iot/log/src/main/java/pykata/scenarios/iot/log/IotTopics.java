package pykata.scenarios.iot.log;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import pykata.scenarios.iot.wire.Topics;

/** Makes the topics where they are missing, in this log or in anybody's. */
public final class IotTopics {

    private IotTopics() {}

    /**
     * @throws IllegalStateException if the log refuses
     */
    public static void create(Admin admin, int partitions, short replicas) {
        var rules = new NewTopic(Topics.RULES, 1, replicas)
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
        var others = Topics.PARTITIONED.stream().map(topic -> new NewTopic(topic, partitions, replicas));
        var topics = Stream.concat(others, Stream.of(rules)).toList();
        for (var created : admin.createTopics(topics).values().values()) {
            try {
                created.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw new IllegalStateException(e.getCause());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
