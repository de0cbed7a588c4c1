package pykata.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A call means the same on every interpreter. */
class PythonTest {

    @ParameterizedTest
    @EnumSource(names = "GRAALPY_PROCESS", mode = EnumSource.Mode.EXCLUDE)
    void carries_values_both_ways(Rig rig) {
        try (var python = rig.start()) {
            carriesValuesBothWays(python);
        }
    }

    static void carriesValuesBothWays(Python python) {
        assertThat(python.call("values.echo", "naïve ☃\n").asText()).isEqualTo("naïve ☃\n");
        assertThat(python.call("values.echo", List.of(1, Map.of("a", true))).toString())
                .isEqualTo("[1,{\"a\":true}]");
        assertThat(python.call("values.echo", 2.5).asDouble()).isEqualTo(2.5);
        assertThat(python.call("values.pair").toString()).isEqualTo("[1,\"zwei\"]");
        assertThat(python.call("values.nothing").isNull()).isTrue();
        assertThat(python.call("values.echo", BigInteger.TEN.pow(4000)).bigIntegerValue())
                .isEqualTo(BigInteger.TEN.pow(4000));
        assertThat(python.modules()).containsExactly("values");
        assertThatExceptionOfType(PythonFailure.Raised.class)
                .isThrownBy(() -> python.call("values.divide", 1, 0))
                .withMessageContaining("in divide");
    }

    @ParameterizedTest
    @EnumSource(names = "GRAALPY_PROCESS", mode = EnumSource.Mode.EXCLUDE)
    void refuses_what_json_cannot_say(Rig rig) {
        try (var python = rig.start()) {
            assertThatExceptionOfType(PythonFailure.Raised.class)
                    .isThrownBy(() -> python.call("values.not_a_number"))
                    .satisfies(raised -> assertThat(raised.type()).isEqualTo("ValueError"));
            assertThatExceptionOfType(PythonFailure.Raised.class)
                    .isThrownBy(() -> python.call("values.a_set"))
                    .satisfies(raised -> assertThat(raised.type()).isEqualTo("TypeError"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = "GRAALPY_PROCESS", mode = EnumSource.Mode.EXCLUDE)
    void tells_an_exception_with_its_file_and_line(Rig rig) {
        var file = Path.of("src/test/python/values.py").toAbsolutePath().toString();
        try (var python = rig.start()) {
            assertThatExceptionOfType(PythonFailure.Raised.class)
                    .isThrownBy(() -> python.call("values.divide", 1, 0))
                    .withMessageStartingWith("ZeroDivisionError on " + python.interpreter())
                    .withMessageContaining("File \"" + file + "\", line 25, in divide")
                    .withMessageNotContaining("shim.py");
            assertThatExceptionOfType(PythonFailure.Raised.class)
                    .isThrownBy(() -> python.call("values.mute"))
                    .withMessageContaining("Mute");
            assertThatExceptionOfType(PythonFailure.Raised.class)
                    .isThrownBy(() -> python.call("values.leave", 4))
                    .withMessageStartingWith("SystemExit");
            assertThatExceptionOfType(PythonFailure.Raised.class)
                    .isThrownBy(() -> python.call("no_such_module.function"))
                    .withMessageContaining("no_such_module");
            assertThatExceptionOfType(PythonFailure.Raised.class)
                    .isThrownBy(() -> python.call("values.no_such_function"))
                    .withMessageContaining("no_such_function");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "GRAALPY_PROCESS", mode = EnumSource.Mode.EXCLUDE)
    void knows_the_modules_that_a_failed_call_used(Rig rig) {
        try (var python = rig.start()) {
            assertThatExceptionOfType(PythonFailure.Raised.class).isThrownBy(() -> python.call("values.divide", 1, 0));
            assertThat(python.modules()).containsExactly("values");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "GRAALPY_PROCESS", mode = EnumSource.Mode.EXCLUDE)
    void lays_a_twin_over_the_module_of_its_name(Rig rig) {
        try (var python = rig.start(Rig.SOURCES.with(Path.of("src/test/python-twin")), Limits.DEFAULT)) {
            assertThat(python.call("values.pair").toString()).isEqualTo("[2.0,\"twin\"]");
            assertThat(python.call("values.echo", "untouched").asText()).isEqualTo("untouched");
        }
    }

    @ParameterizedTest
    @EnumSource(names = "GRAALPY_PROCESS", mode = EnumSource.Mode.EXCLUDE)
    void finds_an_empty_folder_of_its_own_and_a_clean_environment(Rig rig) {
        try (var python = rig.start()) {
            findsNothingAround(python);
            var folder = Path.of(python.call("around.leave_things_behind").asText());
            assertThat(folder)
                    .isDirectoryContaining("glob:**left behind")
                    .isNotEqualTo(Path.of("").toAbsolutePath());
            python.use(Rig.SOURCES, Limits.DEFAULT);
            findsNothingAround(python);
            python.close();
            assertThat(folder).doesNotExist();
        }
    }

    static void findsNothingAround(Python python) {
        assertThat(python.call("around.seen").toString()).isEqualTo("""
                {"files":[],"temporary files here":true,"input":"","arguments":[""],\
                "clock":["UTC","UTC",0],"locale":"C.UTF-8","stray settings":["LC_ALL"]}""");
    }

    @ParameterizedTest
    @EnumSource(names = "GRAALPY_PROCESS", mode = EnumSource.Mode.EXCLUDE)
    void runs_a_module_as_main_in_its_own_process(Rig rig) {
        try (var python = rig.start()) {
            var run = python.run("values", "a b", "c");
            assertThat(run).isEqualTo(new Python.Run(3, "run with a b c\n", "to the log\n"));
        }
    }
}
