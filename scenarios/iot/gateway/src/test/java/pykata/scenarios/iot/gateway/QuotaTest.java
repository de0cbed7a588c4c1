package pykata.scenarios.iot.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuotaTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - SECOND); // a clock may begin anywhere, and wrap
    private final Quota quota = Quota.of(10, now::get);

    @Test
    void a_second_is_given_at_once_and_then_so_many_in_a_second() {
        assertThat(taken(7, 25)).isEqualTo(10);

        now.addAndGet(SECOND / 10);
        assertThat(taken(7, 25)).isEqualTo(1);

        now.addAndGet(SECOND / 2);
        assertThat(taken(7, 25)).isEqualTo(5);
        assertThat(quota.refused()).isEqualTo(15 + 24 + 20);
    }

    @Test
    void silence_saves_up_no_more_than_a_second() {
        assertThat(taken(7, 3)).isEqualTo(3);

        now.addAndGet(3_600 * SECOND);

        assertThat(taken(7, 25)).isEqualTo(10);
    }

    @Test
    void what_is_refused_costs_nothing() {
        taken(7, 1_000);

        now.addAndGet(SECOND);

        assertThat(taken(7, 1_000)).isEqualTo(10);
    }

    @Test
    void each_device_has_its_own() {
        taken(7, 1_000);

        assertThat(taken(8, 5)).isEqualTo(5);
    }

    @Test
    void threads_together_get_no_more_than_one_would() throws InterruptedException {
        var begin = new CountDownLatch(1);
        var taken = new AtomicLong();
        var threads = IntStream.range(0, 4)
                .mapToObj(_ -> Thread.ofPlatform().start(() -> {
                    try {
                        begin.await();
                    } catch (InterruptedException e) {
                        return;
                    }
                    taken.addAndGet(taken(7, 10_000));
                }))
                .toList();
        begin.countDown();
        for (var thread : threads) {
            thread.join();
        }

        assertThat(taken).hasValue(10);
    }

    @Test
    void zero_is_no_bound_and_less_is_refused() {
        var unbounded = Quota.of(0, now::get);

        assertThat(IntStream.range(0, 10_000).allMatch(_ -> unbounded.take(7))).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quota.of(-1, now::get))
                .withMessageContaining("-1");
    }

    private long taken(int device, int attempts) {
        return IntStream.range(0, attempts).filter(_ -> quota.take(device)).count();
    }
}
