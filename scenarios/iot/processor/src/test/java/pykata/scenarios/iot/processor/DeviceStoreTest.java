package pykata.scenarios.iot.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

class DeviceStoreTest {

    private final KeyValueStore<Bytes, byte[]> store =
            DeviceStore.supplier("devices").get();

    private static Bytes key(int device) {
        return Bytes.wrap(ByteBuffer.allocate(Integer.BYTES).putInt(device).array());
    }

    /** Against a map of Java's: the same gets after the same puts and deletions, also when it has grown. */
    @Test
    void it_keeps_what_a_map_keeps() {
        var random = new Random(3);
        var map = new HashMap<Integer, byte[]>();
        for (var i = 0; i < 200_000; i++) {
            var device = random.nextInt(20_000) * (random.nextBoolean() ? 1 : 1 << 16);
            if (random.nextInt(5) == 0) {
                assertThat(store.delete(key(device))).isSameAs(map.remove(device));
            } else {
                var state = new byte[] {(byte) i};
                store.put(key(device), state);
                map.put(device, state);
            }
            var other = random.nextInt(20_000);
            assertThat(store.get(key(other))).isSameAs(map.get(other));
        }
        var all = new HashMap<Integer, byte[]>();
        try (var each = store.all()) {
            each.forEachRemaining(
                    entry -> all.put(ByteBuffer.wrap(entry.key.get()).getInt(), entry.value));
        }
        assertThat(all).isEqualTo(map);
        assertThat(store.approximateNumEntries()).isEqualTo(map.size());
    }

    @Test
    void what_is_there_already_stays() {
        var first = new byte[] {1};
        assertThat(store.putIfAbsent(key(-1), first)).isNull();
        assertThat(store.putIfAbsent(key(-1), new byte[] {2})).isSameAs(first);
        assertThat(store.get(key(-1))).isSameAs(first);
        assertThat(store.get(key(0))).isNull();
    }

    @Test
    void closed_it_is_empty() {
        store.put(key(7), new byte[] {1});

        store.close();

        assertThat(store.get(key(7))).isNull();
        assertThat(Map.of("open", store.isOpen(), "persistent", store.persistent()))
                .isEqualTo(Map.of("open", false, "persistent", false));
    }
}
