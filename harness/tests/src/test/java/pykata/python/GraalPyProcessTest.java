package pykata.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** GraalPy in a process of its own. It starts in seconds, so that it is replaced is shown with CPython only. */
class GraalPyProcessTest {

    @Test
    void carries_values_and_is_stopped_at_its_limit() {
        try (var python = Rig.GRAALPY_PROCESS.startWithin(Duration.ofSeconds(2))) {
            PythonTest.carriesValuesBothWays(python);
            PythonTest.findsNothingAround(python);
            assertThatExceptionOfType(PythonFailure.TimedOut.class)
                    .isThrownBy(() -> python.call("hostile.power"))
                    .withMessage(
                            "hostile.power gave no answer within 2 s on " + GraalPy.version() + " and was stopped");
        }
    }

    @Test
    void a_child_inherits_what_concerns_the_start_and_nothing_else() {
        assertThat(GraalPyProcess.inherited(List.of(
                        "-Xmx1g",
                        "--module-path=modules",
                        "--add-modules=ALL-MODULE-PATH",
                        "--add-modules=ALL-DEFAULT",
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:SharedArchiveFile=classes.jsa",
                        "-Xlog:cds=off",
                        "-Dpolyglot.python.PyCachePrefix=pycache",
                        "-Dpykata.seed=1",
                        "-agentlib:jdwp=transport=dt_socket,server=y,address=5005")))
                .containsExactly(
                        "--module-path=modules",
                        "--add-modules=ALL-MODULE-PATH",
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:SharedArchiveFile=classes.jsa",
                        "-Xlog:cds=off",
                        "-Dpolyglot.python.PyCachePrefix=pycache");
    }
}
