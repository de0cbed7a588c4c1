package pykata.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import pykata.answer.Question;
import pykata.measured.MeasuredRuntime;

/** A row that computes something else than its siblings is red, whatever the shape of what they answer. */
class BenchmarkCheckTest {

    private static final Path ROOT = Question.in(Path.of("")).root();

    @TempDir
    Path folder;

    private record Rows(Question question, List<Measurement> measurements) implements Benchmark {

        @Override
        public String unit() {
            return "reading";
        }

        @Override
        public String comparison() {
            return "as fast as CPython";
        }

        @Override
        public String warmUpRow() {
            return "none";
        }
    }

    private record Reading(Integer sensor, Long value) {}

    @Test
    void rows_of_as_many_units_must_answer_the_same() {
        var check = check(java("loop", 10, () -> 285), java("sum", 10, () -> 285L), java("off by one", 10, () -> 385));
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> runAll(check))
                .withMessage("off by one | Java answers 385, the measurements before it 285");
    }

    @Test
    void rows_of_another_size_may_answer_something_else() {
        assertThatCode(() -> runAll(check(java("10", 10, () -> 285), java("20", 20, () -> 2470))))
                .doesNotThrowAnyException();
    }

    @Test
    void what_cannot_be_compared_is_red() {
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> runAll(check(java("text", 1, () -> "done"))))
                .withMessageStartingWith("text | Java answers nothing that holds a number");
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> runAll(check(java("nothing", 1, () -> null))));
    }

    /** Objects, a dict and columns of the same numbers, in both Pythons and in Java. */
    @Test
    void a_shape_counts_as_the_numbers_it_holds() throws Exception {
        var python = Files.createDirectories(folder.resolve("src/test/python/benchmark"));
        Files.createDirectories(folder.resolve("src/main/python"));
        Files.writeString(python.resolve("shapes.py"), """
                from array import array

                class Slotted:
                    __slots__ = ("sensor", "value")

                class Plain:
                    pass

                def filled(reading):
                    reading.sensor, reading.value = 1, 2
                    return reading

                def readings(shape):
                    return {
                        "tuples": [(1, 2)] * 3,
                        "dicts": [{"sensor": 1, "value": 2, "name": "hall"}] * 3,
                        "slotted": [filled(Slotted()) for _ in range(3)],
                        "plain": [filled(Plain()) for _ in range(3)],
                        "columns": [array("q", [1, 1, 1]), array("q", [2, 2, 2])],
                        "short": [(1, 2)] * 2,
                    }[shape]
                """);
        var all = new ArrayList<Measurement>();
        all.add(java("records", 3, () -> List.of(new Reading(1, 2L), new Reading(1, 2L), new Reading(1, 2L))));
        all.add(java("map", 3, () -> Map.of("a", new long[] {1, 1, 1}, "b", new int[] {2, 2, 2})));
        for (var shape : List.of("tuples", "dicts", "slotted", "plain", "columns")) {
            all.add(python(shape, MeasuredRuntime.CPYTHON));
            all.add(python(shape, MeasuredRuntime.GRAALPY_JIT));
        }
        assertThatCode(() -> runAll(check(all.toArray(Measurement[]::new)))).doesNotThrowAnyException();
        var off = check(all.getFirst(), python("short", MeasuredRuntime.CPYTHON));
        assertThatExceptionOfType(AssertionFailedError.class).isThrownBy(() -> runAll(off));
    }

    @Test
    void a_compiled_row_is_run_once_for_the_interpreted_one_too() {
        var check = check(
                python("tuples", MeasuredRuntime.GRAALPY_JIT), python("tuples", MeasuredRuntime.GRAALPY_INTERPRETER));
        assertThat(check.measurements()).hasSize(1);
        check.close();
    }

    private BenchmarkCheck check(Measurement... measurements) {
        return new BenchmarkCheck(new Rows(new Question(ROOT, folder), List.of(measurements)));
    }

    private static void runAll(BenchmarkCheck check) throws Exception {
        try (check) {
            for (var measurement : check.measurements()) {
                check.run(measurement);
            }
        }
    }

    private static Measurement java(String row, long units, Callable<?> work) {
        return new Measurement(row, "Java", "Java", MeasuredRuntime.JAVA, false, units, Work.java(work));
    }

    private static Measurement python(String shape, MeasuredRuntime on) {
        return new Measurement(shape, on.title(), "CPython", on, false, 3, Work.call("shapes.readings", shape));
    }
}
