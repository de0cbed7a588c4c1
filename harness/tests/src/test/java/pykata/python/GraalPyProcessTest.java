package pykata.python;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** GraalPy in a process of its own. It starts in seconds, so that it is replaced is shown with CPython only. */
class GraalPyProcessTest {

    @Test
    void carries_values_and_is_stopped_at_its_limit() {
        try (var python = Rig.GRAALPY_PROCESS.startWithin(Duration.ofSeconds(2))) {
            PythonTest.carriesValuesBothWays(python);
            assertThatExceptionOfType(PythonFailure.TimedOut.class)
                    .isThrownBy(() -> python.call("hostile.power"))
                    .withMessage(
                            "hostile.power gave no answer within 2 s on " + GraalPy.version() + " and was stopped");
        }
    }
}
