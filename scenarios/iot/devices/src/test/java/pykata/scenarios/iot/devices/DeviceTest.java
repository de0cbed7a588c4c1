package pykata.scenarios.iot.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.hivemq.client.mqtt.MqttClientExecutorConfig;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pykata.scenarios.iot.wire.Tokens;

class DeviceTest {

    private static final int NUMBER = 7;

    @Test
    void a_connection_that_is_lost_before_it_is_known_to_stand_is_opened_again() throws Exception {
        try (var fleet = new Losing()) {
            var device = new Device(NUMBER, fleet, new Plan(1, NUMBER, 0), new Random(1));
            fleet.run(device::connect);

            assertThat(fleet.again.await(60, TimeUnit.SECONDS)).isTrue();
            var counts = new CompletableFuture<Long>();
            fleet.run(() -> counts.complete(fleet.counts().connected));
            assertThat(counts.get(60, TimeUnit.SECONDS)).isZero();
        }
    }

    @Test
    void devices_that_could_never_send_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(0))
                .withMessage("--at-once takes a number from 1 on");
    }

    private static Fleet.Settings settings(int atOnce) {
        return new Fleet.Settings("127.0.0.1", 1, null, null, NUMBER, 1, 1, 1.0, atOnce, 0.0, false, 1);
    }

    /** Its first connection is told to be lost, and then to stand; the second is never told to be anything. */
    private static final class Losing extends Fleet {

        private final CountDownLatch again = new CountDownLatch(1);
        private int opened;

        Losing() {
            super(settings(1), new Ledger(null));
        }

        @Override
        Connection connection(int device, Consumer<Connection> lost) {
            var isFirst = opened++ == 0;
            var threads = MqttClientExecutorConfig.builder().build();
            return new Connection(device, "127.0.0.1", 1, null, threads, () -> {}) {
                @Override
                CompletableFuture<?> open(@Nullable Tokens tokens) {
                    if (isFirst) {
                        lost.accept(this);
                        return CompletableFuture.completedFuture(null);
                    }
                    again.countDown();
                    return new CompletableFuture<>();
                }
            };
        }
    }
}
