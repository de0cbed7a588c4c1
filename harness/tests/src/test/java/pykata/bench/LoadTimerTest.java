package pykata.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadTimerTest {

    private static final double CARRIES = 1000;

    @ParameterizedTest
    @ValueSource(doubles = {100, 700, 900, 1000, 1001, 1200, 3000, 9000})
    void the_highest_rate_is_found_from_below_and_from_above(double first) {
        assertThat(LoadTimer.highest(first, rate -> rate <= CARRIES)).isBetween(CARRIES / 1.12, CARRIES);
    }

    @Test
    void a_system_that_becomes_faster_is_asked_for_more() {
        var trials = new AtomicInteger();
        assertThat(LoadTimer.highest(CARRIES, rate -> rate <= CARRIES * (trials.incrementAndGet() < 3 ? 0.8 : 2)))
                .isBetween(2 * CARRIES / 1.12, 2 * CARRIES);
    }

    @Test
    void a_system_that_carries_nothing_is_no_system() {
        assertThatThrownBy(() -> LoadTimer.highest(CARRIES, rate -> false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("it does not carry ")
                .hasMessageEndingWith(" requests per second");
    }
}
