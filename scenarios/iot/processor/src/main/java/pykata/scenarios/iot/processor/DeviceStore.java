package pykata.scenarios.iot.processor;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The states of devices in memory, found by hashing their numbers. Kafka Streams' own store in memory keeps its keys in a
 * sorted tree, because it serves ranges: at a million devices that is twenty comparisons for each get and each put, and
 * most of what a reading costs. Nobody asks for a range of devices here.
 */
final class DeviceStore implements KeyValueStore<Bytes, byte[]> {

    private static final int SMALLEST = 1 << 10;

    private final String name;
    private final Position position = Position.emptyPosition();
    private int[] devices = new int[SMALLEST];
    private byte @Nullable [][] states = new byte[SMALLEST][];
    private boolean[] isUsed = new boolean[SMALLEST];
    private int used;
    private boolean isOpen;

    private DeviceStore(String name) {
        this.name = name;
    }

    static KeyValueBytesStoreSupplier supplier(String name) {
        return new KeyValueBytesStoreSupplier() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public KeyValueStore<Bytes, byte[]> get() {
                return new DeviceStore(name);
            }

            @Override
            public String metricsScope() {
                return "in-memory";
            }
        };
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, (key, value) -> put(Bytes.wrap(key), value));
        isOpen = true;
    }

    /** Of queries from outside: there are none. */
    @Override
    public Position getPosition() {
        return position;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return isOpen;
    }

    @Override
    public void close() {
        isOpen = false;
        used = 0;
        devices = new int[SMALLEST];
        states = new byte[SMALLEST][];
        isUsed = new boolean[SMALLEST];
    }

    private static int number(Bytes key) {
        return ByteBuffer.wrap(key.get()).getInt();
    }

    /** Where a device is, or would be. */
    private int place(int device) {
        var mask = devices.length - 1;
        var hash = device * 0x9E3779B9;
        var at = (hash ^ hash >>> 15) & mask;
        while (isUsed[at] && devices[at] != device) {
            at = at + 1 & mask;
        }
        return at;
    }

    @Override
    public byte @Nullable [] get(Bytes key) {
        return states[place(number(key))];
    }

    @Override
    public void put(Bytes key, byte @Nullable [] value) {
        var device = number(key);
        var at = place(device);
        if (!isUsed[at]) {
            isUsed[at] = true;
            devices[at] = device;
            used++;
        }
        states[at] = value;
        if (used > devices.length / 2) {
            grow();
        }
    }

    private void grow() {
        var oldDevices = devices;
        var oldStates = states;
        var wasUsed = isUsed;
        devices = new int[2 * oldDevices.length];
        states = new byte[devices.length][];
        isUsed = new boolean[devices.length];
        for (var i = 0; i < oldDevices.length; i++) {
            if (wasUsed[i]) {
                var at = place(oldDevices[i]);
                isUsed[at] = true;
                devices[at] = oldDevices[i];
                states[at] = oldStates[i];
            }
        }
    }

    @Override
    public byte @Nullable [] putIfAbsent(Bytes key, byte[] value) {
        var before = get(key);
        if (before == null) {
            put(key, value);
        }
        return before;
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        entries.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public byte @Nullable [] delete(Bytes key) {
        var before = get(key);
        put(key, null);
        return before;
    }

    /** In no order. */
    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        var places = IntStream.range(0, devices.length)
                .filter(at -> states[at] != null)
                .mapToObj(at -> KeyValue.pair(
                        Bytes.wrap(ByteBuffer.allocate(Integer.BYTES)
                                .putInt(devices[at])
                                .array()),
                        states[at]))
                .toList();
        return new All(places.iterator());
    }

    private record All(Iterator<KeyValue<Bytes, byte[]>> rest) implements KeyValueIterator<Bytes, byte[]> {

        @Override
        public boolean hasNext() {
            return rest.hasNext();
        }

        @Override
        public KeyValue<Bytes, byte[]> next() {
            return rest.next();
        }

        @Override
        public Bytes peekNextKey() {
            throw new UnsupportedOperationException("nobody looks ahead");
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        throw new UnsupportedOperationException("devices are in no order");
    }

    @Override
    public long approximateNumEntries() {
        return Arrays.stream(states).filter(state -> state != null).count();
    }
}
