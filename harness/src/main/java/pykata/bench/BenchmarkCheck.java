package pykata.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;
import pykata.measured.MeasuredRuntime;
import pykata.python.CPython;
import pykata.python.GraalPy;
import pykata.python.Limits;
import pykata.python.Python;

/**
 * Runs measurements of a benchmark once, with little work, so that none rots: all that do as many units of the work
 * give the same answer. What is no number counts as the sum of the numbers that it holds.
 */
public final class BenchmarkCheck implements AutoCloseable {

    /** Readers keep no more in mind, and a run has a quarter of an hour. */
    private static final int MOST_ROWS = 10;

    private static final ObjectMapper JSON = new ObjectMapper().disable(SerializationFeature.FAIL_ON_EMPTY_BEANS);
    private static final int REQUESTS = 3;
    private static final int PATIENCE = 30;

    private final Benchmark benchmark;
    private final GraalPy graalPy;
    private final List<Context> contexts = new ArrayList<>();
    private final Map<Long, String> answers = new HashMap<>();
    private @Nullable Python cPython;
    private String row = "";

    public BenchmarkCheck(Benchmark benchmark) {
        this.benchmark = benchmark.small();
        this.graalPy = new GraalPy(InProcessWork.sources(benchmark.question()), Limits.DEFAULT);
    }

    /** What is to be run: what the JIT runs is interpreted here, so once is enough. */
    public List<Measurement> measurements() {
        return benchmark.measurements().stream()
                .filter(measurement -> measurement.runtime() != MeasuredRuntime.GRAALPY_INTERPRETER)
                .toList();
    }

    /** @throws AssertionFailedError if it has more rows than a reader takes in */
    public void hasAtMostTenRows() {
        var rows = benchmark.measurements().stream()
                .map(Measurement::row)
                .distinct()
                .toList();
        if (rows.size() > MOST_ROWS) {
            throw new AssertionFailedError("a benchmark has at most %d rows: %s".formatted(MOST_ROWS, rows));
        }
    }

    /**
     * @throws AssertionFailedError if it gives another answer than the measurements before it of as many units, or none
     *     that could be compared
     */
    public void run(Measurement measurement) throws Exception {
        if (measurement.work() instanceof Work.Load(Work.Start start)) {
            isAnswered(measurement, start);
            return;
        }
        var answer = measurement.runtime() == MeasuredRuntime.CPYTHON
                ? CPythonTimer.answer(cPython(measurement.row()), measurement)
                : inThisJvm(measurement);
        if (answer.isEmpty()) {
            throw new AssertionFailedError(
                    "%s answers nothing that holds a number: what it computes cannot be compared with the others"
                            .formatted(measurement.name()));
        }
        var first = answers.putIfAbsent(measurement.units(), answer);
        if (first != null && !first.equals(answer)) {
            throw new AssertionFailedError(
                    "%s answers %s, the measurements before it %s".formatted(measurement.name(), answer, first),
                    first,
                    answer);
        }
    }

    private static void isAnswered(Measurement measurement, Work.Start start) throws Exception {
        try (var target = start.start(OwnJvm.of(measurement.interpreted(), ""))) {
            for (var number = 0; number < REQUESTS; number++) {
                var answer = target.ask(number).get(PATIENCE, TimeUnit.SECONDS);
                if (answer != AskedSystem.Answer.ANSWERED) {
                    throw new AssertionFailedError(
                            "%s: a request by itself is %s".formatted(measurement.name(), answer));
                }
            }
        }
    }

    private String inThisJvm(Measurement measurement) throws Exception {
        var unused = new ArrayList<>(contexts).iterator();
        var work = InProcessWork.prepare(measurement.work(), () -> unused.hasNext() ? unused.next() : newContext());
        var answer = work.call();
        return switch (answer) {
            case Value value -> inPython(value);
            case null, default ->
                sum(JSON.valueToTree(answer)).map(BigInteger::toString).orElse("");
        };
    }

    /** The sum of the integers that a Java value holds; empty if it holds none. */
    private static Optional<BigInteger> sum(JsonNode value) {
        return value.isIntegralNumber()
                ? Optional.of(value.bigIntegerValue())
                : value.valueStream().flatMap(part -> sum(part).stream()).reduce(BigInteger::add);
    }

    /** Python itself knows what its values hold. */
    private static String inPython(Value value) {
        var total = value.getContext()
                .eval("python", "__import__('stopwatch').numbers_in")
                .execute(value);
        return total.isNull() ? "" : total.toString();
    }

    private Context newContext() {
        contexts.add(graalPy.newContext());
        return contexts.getLast();
    }

    /** One process for all measurements of a row. */
    private Python cPython(String ofRow) {
        if (cPython == null || !row.equals(ofRow)) {
            endProcess();
            cPython = CPython.reference().start(InProcessWork.sources(benchmark.question()), Limits.DEFAULT);
            row = ofRow;
        }
        return cPython;
    }

    private void endProcess() {
        if (cPython != null) {
            cPython.close();
        }
    }

    @Override
    public void close() {
        endProcess();
        graalPy.close();
    }
}
