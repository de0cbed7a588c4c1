package pykata.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
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
    void needs_no_further_thread_for_each_call() {
        try (var python = GraalPy.inOwnProcess(Rig.SOURCES, Limits.DEFAULT)) {
            var threads = threads(python);
            for (var call = 0; call < 5; call++) {
                python.call("hostile.fine");
            }
            assertThat(threads(python)).isLessThan(threads + 5);
        }
    }

    @Test
    void a_confined_one_makes_no_links() {
        try (var python = GraalPy.confined(Rig.SOURCES, Limits.DEFAULT, List.of())) {
            python.call("builtins.exec", "open('file', 'w').close()", Map.of());
            for (var make : List.of("os.link", "os.symlink")) {
                assertThatExceptionOfType(PythonFailure.Raised.class)
                        .isThrownBy(() -> python.call(make, "file", "made"))
                        .satisfies(raised -> assertThat(raised.type()).isEqualTo("OSError"));
            }
            assertThat(python.call("os.listdir").toString()).isEqualTo("[\"file\"]");
        }
    }

    private static int threads(Python python) {
        var count =
                "__import__('java').type('java.lang.management.ManagementFactory').getThreadMXBean().getThreadCount()";
        return python.call("builtins.eval", count).asInt();
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
