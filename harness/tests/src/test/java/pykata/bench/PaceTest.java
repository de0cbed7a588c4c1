package pykata.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pykata.measured.MeasuredRuntime;

/** Who starts a run is told how long it goes on, and told better the longer it does. */
class PaceTest {

    @Test
    void a_quick_run_is_no_half_minute() {
        var pace = Pace.of(Collections.nCopies(20, measurement(MeasuredRuntime.GRAALPY_JIT)), true);
        assertThat(pace.all()).isEqualTo(Duration.ofSeconds(20 * (2 + 18)));
    }

    @Test
    void a_patient_run_counts_its_processes() {
        var pace = Pace.of(List.of(measurement(MeasuredRuntime.GRAALPY_JIT)), false);
        assertThat(pace.all()).isEqualTo(Duration.ofSeconds(2 * (8 * 2 + 4 + 18)));
    }

    @Test
    void what_is_left_follows_the_pace_so_far() {
        var pace = new Pace(Collections.nCopies(4, Duration.ofSeconds(5)));
        assertThat(pace.left(0, Duration.ZERO)).isEqualTo(Duration.ofSeconds(20));
        assertThat(pace.left(1, Duration.ofSeconds(10))).isEqualTo(Duration.ofSeconds(30));
        assertThat(pace.left(4, Duration.ofSeconds(10))).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 10 s", "8, 10 s", "41, 50 s", "89, 90 s", "90, 2 min", "260, 4 min"})
    void is_told_as_somebody_who_waits_wants_to_know_it(int seconds, String words) {
        assertThat(Pace.inWords(Duration.ofSeconds(seconds))).isEqualTo(words);
    }

    private static Measurement measurement(MeasuredRuntime on) {
        return new Measurement("row", "column", "column", on, false, 1, Work.java(() -> 1));
    }
}
