package pykata.scenarios.iot.processor;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.Stores;
import pykata.scenarios.iot.wire.Topics;

/** From frames to what came of them: one processor, one store, four topics, one transaction. */
public final class FrameTopology {

    /** The store of the devices' states: their number, and {@link DeviceState}. */
    public static final String DEVICES = "devices";

    private static final String SOURCE = "source";
    private static final String RULES = "rules";

    private FrameTopology() {}

    /** With the states in memory, and in a changelog in the log: that is what survives. */
    public static Topology of(Rules rules) {
        return of(rules, inMemory(), true);
    }

    /** Where the states are while the processor runs. */
    public static KeyValueBytesStoreSupplier inMemory() {
        return DeviceStore.supplier(DEVICES);
    }

    /** @param isLogged whether the states survive */
    public static Topology of(Rules rules, KeyValueBytesStoreSupplier devices, boolean isLogged) {
        var store = Stores.keyValueStoreBuilder(devices, Serdes.Integer(), Serdes.ByteArray())
                .withCachingDisabled();
        var topology = new Topology()
                .addSource(SOURCE, new ByteArrayDeserializer(), new ByteArrayDeserializer(), Topics.FRAMES)
                .addProcessor(RULES, () -> new FrameProcessor(rules), SOURCE)
                .addStateStore(isLogged ? store.withLoggingEnabled(Map.of()) : store.withLoggingDisabled(), RULES);
        for (var topic : List.of(Topics.ACCEPTED, Topics.EVENTS, Topics.DEAD_LETTERS, Topics.LEDGER)) {
            topology.addSink(topic, topic, Routed.KEY, new ByteArraySerializer(), Routed.SAME_PARTITION, RULES);
        }
        return topology;
    }
}
