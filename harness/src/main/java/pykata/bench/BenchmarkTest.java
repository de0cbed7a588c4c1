package pykata.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import pykata.measured.MeasuredRuntime;

/**
 * Runs each of a benchmark's measurements once, so that none rots: a row does the same work on whatever it runs. A
 * question needs no more than
 *
 * <pre>{@code
 * class GilBenchmarkTest extends BenchmarkTest {
 *     GilBenchmarkTest() {
 *         super(new GilBenchmark());
 *     }
 * }
 * }</pre>
 */
public abstract class BenchmarkTest {

    /** Readers keep no more in mind, and a run has ten minutes. */
    private static final int MOST_ROWS = 10;

    static final String NO_NUMBER = "something that is no number";

    private final Benchmark benchmark;
    private final Map<String, String> answers = new LinkedHashMap<>();

    protected BenchmarkTest(Benchmark benchmark) {
        this.benchmark = benchmark;
    }

    @TestFactory
    public final Stream<DynamicTest> a_measurement_runs_and_its_row_gives_one_answer() {
        return benchmark.measurements().stream()
                .filter(measurement -> measurement.runtime()
                        != MeasuredRuntime.GRAALPY_INTERPRETER) // what the JIT runs is interpreted here
                .map(measurement -> DynamicTest.dynamicTest(measurement.name(), () -> run(measurement)));
    }

    private void run(Measurement measurement) throws Exception {
        var answer = measurement.runtime() == MeasuredRuntime.CPYTHON
                ? new CPythonTimer(benchmark.question()).answer(measurement)
                : inThisJvm(measurement);
        var first = answers.putIfAbsent(measurement.row() + measurement.units(), answer);
        assertThat(answer).isEqualTo(first == null ? answer : first);
    }

    private String inThisJvm(Measurement measurement) throws Exception {
        try (var prepared = new InProcessWork(benchmark.question(), measurement)) {
            return switch (prepared.run()) {
                case Number number -> number.toString();
                case Value value when value.fitsInLong() -> Long.toString(value.asLong());
                default -> NO_NUMBER;
            };
        }
    }

    @Test
    public final void it_has_at_most_ten_rows() {
        assertThat(benchmark.measurements().stream().map(Measurement::row).distinct())
                .hasSizeLessThanOrEqualTo(MOST_ROWS);
    }
}
