package pykata.scenarios.iot.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @Test
    void a_device_is_found_by_its_topic() {
        assertThat(Devices.topic(123)).isEqualTo("devices/d000123/readings");
        IntStream.of(0, 9, 123, 999_999)
                .forEach(number ->
                        assertThat(Devices.ofTopic(Devices.topic(number))).hasValue(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "devices/readings",
                "devices//readings",
                "devices/d123/readings",
                "devices/D000123/readings",
                "devices/d00012x/readings",
                "devices/d-00123/readings",
                "devices/d000123/readings/",
                "devices/d0000123/readings",
                "devices/d00012\u0663/readings",
                "xdevices/d000123/readings"
            })
    void no_other_topic_is_a_devices(String topic) {
        assertThat(Devices.ofTopic(topic)).isEmpty();
    }

    @Test
    void a_number_without_a_name_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Devices.name(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Devices.name(Devices.LIMIT));
    }

    /** The shard of a device is for ever: another function would part a device from its readings. */
    @Test
    void the_shard_of_a_device_stays() {
        assertThat(IntStream.range(0, 8).map(Shards::shard)).containsExactly(0, 183, 774, 39, 645, 973, 264, 708);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 24, 96})
    void partitions_get_about_the_same_number_of_devices(int partitions) {
        var shards = Shards.over(partitions);
        var devices = 100_000;

        var counts = IntStream.range(0, devices)
                .boxed()
                .collect(Collectors.groupingBy(shards::partition, Collectors.counting()));

        assertThat(counts).hasSize(partitions);
        assertThat(counts.values()).allMatch(count -> count * partitions > 0.8 * devices);
    }

    @Test
    void devices_of_an_arithmetic_row_are_spread_too() {
        var counts = IntStream.range(0, 10_000)
                .map(i -> 4 * i)
                .boxed()
                .collect(Collectors.groupingBy(Shards.over(4)::partition, Collectors.counting()));

        assertThat(counts.values()).hasSize(4).allMatch(count -> count > 2_000);
    }

    @Test
    void no_partition_is_without_a_shard() {
        assertThatIllegalArgumentException().isThrownBy(() -> Shards.over(0));
        assertThatIllegalArgumentException().isThrownBy(() -> Shards.over(Shards.COUNT + 1));
    }
}
