package pykata.scenarios.iot.sink;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What Kafka's own mock does not do: a record can be read again, and behind each record lies the mark of its transaction.
 * It takes an offset; the last of a partition is passed in a later poll.
 */
final class FakeConsumer implements InvocationHandler {

    private final Map<TopicPartition, List<byte[]>> records;
    private final int mostRecords;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final Set<TopicPartition> paused = new HashSet<>();

    private FakeConsumer(Map<TopicPartition, List<byte[]>> records, int mostRecords) {
        this.records = records;
        this.mostRecords = mostRecords;
    }

    @SuppressWarnings("unchecked")
    static Consumer<byte[], byte[]> of(Map<TopicPartition, List<byte[]>> records, int mostRecords) {
        return (Consumer<byte[], byte[]>) Proxy.newProxyInstance(
                FakeConsumer.class.getClassLoader(),
                new Class<?>[] {Consumer.class},
                new FakeConsumer(records, mostRecords));
    }

    /** The end of a partition with so many records. */
    static long end(int records) {
        return 2L * records;
    }

    @Override
    @SuppressWarnings("unchecked")
    public @Nullable Object invoke(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "subscribe" -> {
                ((ConsumerRebalanceListener) arguments[1]).onPartitionsAssigned(records.keySet());
                yield null;
            }
            case "assignment" -> records.keySet();
            case "pause" -> {
                paused.addAll((Collection<TopicPartition>) arguments[0]);
                yield null;
            }
            case "resume" -> {
                paused.removeAll((Collection<TopicPartition>) arguments[0]);
                yield null;
            }
            case "seek" -> {
                positions.put((TopicPartition) arguments[0], (long) arguments[1]);
                yield null;
            }
            case "seekToBeginning" -> {
                ((Collection<TopicPartition>) arguments[0]).forEach(partition -> positions.put(partition, 0L));
                yield null;
            }
            case "position" -> positions.get((TopicPartition) arguments[0]);
            case "poll" -> poll();
            case "wakeup", "close" -> null;
            default -> throw new UnsupportedOperationException(method.toString());
        };
    }

    private ConsumerRecords<byte[], byte[]> poll() {
        var found = new HashMap<TopicPartition, List<ConsumerRecord<byte[], byte[]>>>();
        var room = mostRecords;
        for (var partition : records.keySet()) {
            var values = records.get(partition);
            while (room > 0 && !paused.contains(partition) && positions.get(partition) < end(values.size())) {
                var position = positions.get(partition);
                var isMark = position % 2 == 1;
                if (!isMark) {
                    found.computeIfAbsent(partition, _ -> new ArrayList<>())
                            .add(new ConsumerRecord<>(
                                    partition.topic(), partition.partition(), position, new byte[0], values.get((int)
                                            (position / 2))));
                    room--;
                }
                positions.put(partition, position + 1);
                if (position + 1 == end(values.size()) - 1) {
                    break; // the last mark is passed in a later poll
                }
            }
        }
        return new ConsumerRecords<>(found, Map.of());
    }
}
