package pykata.measured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pykata.python.CPython;
import pykata.python.GraalPy;
import pykata.python.Version;

/** What a page shows of measurements: their ratios, their errors, what they were made on, and that they are out of date. */
class TablesTest {

    private static final String CPYTHON =
            CPython.packaged().map(Version::toString).orElse("3.14.3");

    @TempDir
    Path root;

    private Path folder;
    private Path python;

    @BeforeEach
    void question() throws IOException {
        folder = root.resolve("basics/gil");
        python = folder.resolve("src/test/python/benchmark/parallel.py");
        Files.createDirectories(python.getParent());
        Files.writeString(python, "# what is measured\n");
    }

    @Test
    void a_row_in_which_graalpy_loses_stands_first() {
        assertThat(tables().part("times"))
                .containsExactly(
                        "| ms per item ± error (times as fast as CPython) | GraalPy, JIT | CPython |",
                        "|---|---|---|",
                        "| slow here | 9.00 ± 0.00 (0.33×) | 3.00 ± 0.00 |",
                        "| fast here | 1.00 ± 0.00 (20.0×) | 20.0 ± 0.00 |");
    }

    @Test
    void two_samples_have_no_error_and_are_a_smoke_test() {
        assertThat(tables().file().wasQuick()).isFalse();
        var samples = List.of(1e6, 3e6);
        var quick = Result.of("row", "CPython", "CPython", MeasuredRuntime.CPYTHON, samples, 1, null, List.of());
        var file = new ResultFile(
                "gil", "item", "as fast", false, environment(), List.of(quick), List.of(), null, List.of());
        assertThat(file.wasQuick()).isTrue();
        assertThat(new Tables(root, folder, file).part("times").getLast()).isEqualTo("| row | 2.00 |");
    }

    @Test
    void memory_is_shown_where_it_was_measured() {
        assertThat(tables().part("memory"))
                .containsExactly(
                        "| bytes per item: allocated on a JVM, in use at most on CPython | GraalPy, JIT |",
                        "|---|---|",
                        "| fast here | 48.0 |");
    }

    @Test
    void the_warm_up_is_told_second_by_second() {
        assertThat(tables().part("warm-up"))
                .containsExactly(
                        "| second | 1 | 2 | 3 | 5 | 7 | 10 | 15 | 20 |",
                        "|---|---|---|---|---|---|---|---|---|",
                        "| ms per item, fast here | 20.0 | 19.0 | 18.0 | 16.0 | 14.0 | 11.0 | 6.00 | 1.00 |");
    }

    @Test
    void the_chart_has_words_for_who_cannot_see_it() {
        assertThat(tables().part("chart"))
                .singleElement()
                .asString()
                .startsWith(
                        "![Points on a logarithmic axis, ms per item. slow here: GraalPy, JIT 9.00, CPython 3.00; fast here: ")
                .endsWith("](benchmarks/gil.svg)");
    }

    @Test
    void it_says_what_it_was_measured_on() {
        assertThat(tables().part("measured"))
                .containsExactly("Measured on 2026-11-23: 2 × Some Processor, linux-x86_64, JDK 25.0.3, Some Vendor;"
                        + " GraalPy %s, CPython 3.14.3; commit abc."
                                .formatted(GraalPy.version().version()));
    }

    @Test
    void numbers_of_other_code_are_marked() throws IOException {
        var before = tables();
        Files.writeString(python, "# something else\n");
        assertThat(before.part("measured").getFirst())
                .endsWith("**Out of date: since then what is measured changed.**");
    }

    @Test
    void there_is_no_other_part() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tables().part("colour"))
                .withMessageContaining("times, cold, memory, warm-up, load, chart and measured, but no colour");
    }

    @Test
    void a_system_under_load_has_a_row_with_what_it_refuses() {
        var half = new Load.AtRate(0.5, 200, 15, 3000, 0, 0, 1_230_000, 5_000_000, 20_000_000);
        var over = new Load.AtRate(1.5, 600, 15, 6000, 2990, 10, 12_300_000, 50_000_000, 5_000_000_000L);
        var load = new Load("gunicorn", MeasuredRuntime.CPYTHON, 400.04, List.of(half, over), List.of());
        var file = new ResultFile(
                "basics/gil", "request", "", false, environment(), List.of(), List.of(), null, List.of(load));
        var tables = new Tables(root, folder, file);
        assertThat(tables.parts()).containsExactly("load", "measured");
        assertThat(tables.part("load"))
                .containsExactly(
                        "| system | carries, per second | at 0.5 of that: median, p99, p99.9 in ms | at 1.5 of that: median, p99, p99.9 in ms |",
                        "|---|---|---|---|",
                        "| gunicorn | 400 | 1.23, 5.00, 20.0 | 12.3, 50.0, 5000; 33.2 % refused; 0.11 % without an answer |");
        assertThat(file.wasQuick()).isFalse();
        file.write(ResultFile.in(folder));
        assertThat(ResultFile.read(ResultFile.in(folder))).isEqualTo(file);
    }

    @Test
    void it_can_be_kept_and_drawn() throws IOException {
        var kept = ResultFile.in(folder);
        tables().file().write(kept);
        assertThat(ResultFile.read(kept)).isEqualTo(tables().file());
        Chart.draw(folder);
        assertThat(Files.readString(Chart.in(folder))).contains("<svg", "slow here", "CPython");
        assertThat(Chart.isCurrent(folder)).isTrue();
        Files.writeString(kept, "\n", StandardOpenOption.APPEND);
        assertThat(Chart.isCurrent(folder)).isFalse();
    }

    private Tables tables() {
        var warmUp = IntStream.rangeClosed(1, 20)
                .mapToObj(second -> (21.0 - second) * 1e6)
                .toList();
        var file = new ResultFile(
                "basics/gil",
                "item",
                "as fast as CPython",
                false,
                environment(),
                List.of(
                        result("fast here", MeasuredRuntime.GRAALPY_JIT, 1e6, 48.0),
                        result("fast here", MeasuredRuntime.CPYTHON, 20e6, null),
                        result("slow here", MeasuredRuntime.GRAALPY_JIT, 9e6, null),
                        result("slow here", MeasuredRuntime.CPYTHON, 3e6, null)),
                List.of(),
                Result.of(
                        "fast here",
                        "GraalPy, JIT",
                        "CPython",
                        MeasuredRuntime.GRAALPY_JIT,
                        warmUp,
                        0,
                        null,
                        List.of()),
                List.of());
        return new Tables(root, folder, file);
    }

    private static Result result(String row, MeasuredRuntime runtime, double score, @Nullable Double bytes) {
        return Result.of(row, runtime.title(), "CPython", runtime, List.of(score, score, score), 1, bytes, List.of());
    }

    private Environment environment() {
        return new Environment(
                "Some Processor",
                2,
                24,
                "linux-x86_64",
                "25.0.3, Some Vendor",
                GraalPy.version().version().toString(),
                CPYTHON,
                Environment.sources(root, folder, false),
                "abc",
                "2026-11-23");
    }
}
