package pykata.scenarios.iot.processor;

import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.jspecify.annotations.Nullable;

/**
 * The key of what a frame leads to: it goes to the partition that the frame came from, whatever key stands in the log. So a
 * device has one partition everywhere, and all of one frame is read by one reader in its order.
 *
 * @param key as it stands in the log
 */
record Routed(int partition, byte @Nullable [] key) {

    static final Serializer<Routed> KEY = (_, routed) -> routed.key();

    static final StreamPartitioner<Routed, byte[]> SAME_PARTITION =
            (_, routed, _, _) -> Optional.of(Set.of(routed.partition()));
}
