package pykata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    private int kata(String... arguments) {
        return KataCommand.commandLine(new Repository(root))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
