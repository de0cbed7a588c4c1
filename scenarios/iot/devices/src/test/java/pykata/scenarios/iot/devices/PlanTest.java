package pykata.scenarios.iot.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pykata.scenarios.iot.devices.Kind.Fate;

class PlanTest {

    private static final int PUBLISHES = 600;

    @Test
    void the_same_seed_plans_the_same() {
        assertThat(plan(7, 1)).isEqualTo(plan(7, 1)).isNotEqualTo(plan(8, 1)).isNotEqualTo(plan(7, 2));
    }

    @Test
    void all_kinds_are_planned_and_good_is_the_commonest() {
        var counts = IntStream.range(0, 50)
                .boxed()
                .flatMap(device -> plan(1, device).stream())
                .collect(Collectors.groupingBy(Planned::kind, Collectors.counting()));

        assertThat(counts).containsOnlyKeys(Kind.values());
        assertThat(counts.values()).allMatch(count -> count <= counts.get(Kind.GOOD));
        assertThat(plan(1, 1).stream().map(Planned::index))
                .containsExactlyElementsOf(IntStream.range(0, PUBLISHES).boxed().toList());
    }

    /**
     * What must become of each is what a device that remembers all it has sent would say, whatever order the publishes of
     * one window arrive in.
     */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void each_publish_has_one_fate_in_any_order_within_the_window(int device) {
        var plan = plan(3, device);
        for (var order : orders(plan)) {
            var seen = new HashSet<Long>();
            var top = -1L;
            var accepted = 0;
            for (var each : order) {
                if (each.kind() == Kind.CORRUPT || each.kind() == Kind.RANGE || each.kind() == Kind.CLOCK) {
                    continue;
                }
                if (top - each.seq() >= 64) {
                    assertThat(each.kind()).as("%s behind %d", each, top).isEqualTo(Kind.LATE);
                } else {
                    assertThat(each.kind()).isNotEqualTo(Kind.LATE);
                    accepted += seen.add(each.seq()) ? 1 : 0;
                    top = Math.max(top, each.seq());
                }
            }
            assertThat(accepted).isEqualTo(planned(plan, Fate.ACCEPTED));
        }
    }

    /** As it is, and each window turned round: the worst that resending can do. */
    private static List<List<Planned>> orders(List<Planned> plan) {
        var turned = IntStream.iterate(0, from -> from < plan.size(), from -> from + Plan.WINDOW)
                .mapToObj(from -> plan.subList(from, Math.min(plan.size(), from + Plan.WINDOW))
                        .reversed())
                .flatMap(List::stream)
                .toList();
        return List.of(plan, turned);
    }

    @Test
    void no_two_corrupt_payloads_of_a_device_are_equal() {
        var payloads = corrupt().toList();

        assertThat(payloads).hasSizeGreaterThan(20);
        assertThat(payloads.stream().map(PlanTest::beginning).collect(Collectors.toSet()))
                .hasSameSizeAs(payloads);
    }

    private static Stream<byte[]> corrupt() {
        return plan(1, 1).stream()
                .filter(each -> each.kind() == Kind.CORRUPT)
                .map(each -> each.payload(1_764_470_000_000L));
    }

    private static String beginning(byte[] payload) {
        return new String(payload, 0, Math.min(payload.length, 1_024), java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    @Test
    void without_faults_all_are_good() {
        var plan = new Plan(1, 1, 0);

        assertThat(Stream.generate(plan::next).limit(100).map(Planned::kind).collect(Collectors.toSet()))
                .isEqualTo(Set.of(Kind.GOOD));
    }

    private static long planned(List<Planned> plan, Fate fate) {
        return plan.stream().filter(each -> each.kind().fate() == fate).count();
    }

    private static List<Planned> plan(long seed, int device) {
        var plan = new Plan(seed, device, 0.5);
        return Stream.generate(plan::next).limit(PUBLISHES).toList();
    }
}
