package pykata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pykata.measured.Environment;
import pykata.measured.MeasuredRuntime;
import pykata.measured.Result;
import pykata.measured.ResultFile;

/** What the bench command says without measuring anything. */
class BenchCommandTest {

    @TempDir
    Path root;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void a_question_without_a_benchmark_is_told() {
        SmallRepository.in(root);
        assertThat(kata("bench", "gil")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo("kata: basics/gil has no benchmark; ./kata list --benchmark shows which have one\n"
                        + "See ./kata bench --help\n");
    }

    @Test
    void a_benchmark_that_was_never_run_cannot_be_shown() throws IOException {
        SmallRepository.in(root);
        var home = Files.createDirectories(root.resolve("basics/gil/src/test/java/pykata/basics/gil"));
        Files.createFile(home.resolve("GilBenchmark.java"));
        assertThat(kata("bench", "gil", "--show")).isEqualTo(3);
        assertThat(err.toString()).isEqualTo("kata: basics/gil has not been measured yet: ./kata bench basics/gil\n");
    }

    @Test
    void an_unknown_profiler_is_told() {
        SmallRepository.in(root);
        assertThat(kata("bench", "gil", "--prof", "perf")).isEqualTo(2);
        assertThat(err.toString()).startsWith("kata: there is no profiler perf; gc is\n");
    }

    @Test
    void each_table_of_a_quick_run_says_that_it_is_a_smoke_test() throws IOException {
        measured(List.of(2e6, 3e6));
        assertThat(kata("bench", "gil", "--quick", "--show")).isZero();
        var told = out.toString();
        assertThat(told.split("A smoke test: ", -1)).hasSize(2);
        assertThat(told).contains("one thread", "2.50").doesNotContain("\u00b1 0");
    }

    @Test
    void a_table_of_part_of_a_whole_run_is_none() throws IOException {
        measured(List.of(2e6, 3e6, 2e6));
        assertThat(kata("bench", "gil", "--rows", "one", "--show")).isZero();
        assertThat(out.toString()).contains("one thread").doesNotContain("smoke test");
    }

    /** As a run of a part leaves it. */
    private void measured(List<Double> samples) throws IOException {
        SmallRepository.in(root);
        var folder = root.resolve("basics/gil");
        var home = Files.createDirectories(folder.resolve("src/test/java/pykata/basics/gil"));
        Files.createFile(home.resolve("GilBenchmark.java"));
        var result =
                Result.of("one thread", "CPython", "CPython", MeasuredRuntime.CPYTHON, samples, 1, null, List.of());
        var environment =
                new Environment("processor", 2, 24, "linux", "25", "25.0.3", "3.14.3", "hash", "abc", "today");
        new ResultFile("basics/gil", "unit", "as fast", false, environment, List.of(result), List.of(), null, List.of())
                .write(ResultFile.ofPart(folder));
    }

    private int kata(String... arguments) {
        return KataCommand.commandLine(new Repository(root))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
