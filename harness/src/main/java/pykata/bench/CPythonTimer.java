package pykata.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pykata.answer.Question;
import pykata.measured.Result;
import pykata.python.CPython;
import pykata.python.Limits;
import pykata.python.Python;

/** Measures on CPython: in workers that live as long as a JMH fork does, and time themselves. */
record CPythonTimer(Question question) {

    private static final Duration NO_LIMIT = Duration.ofMinutes(10);
    private static final int COLD_STARTS = 5;

    Result measure(Measurement measurement, Plan plan, boolean bytes) {
        var samples = new ArrayList<Double>();
        var processorsUsed = new ArrayList<Double>();
        for (var fork = 0; fork < plan.forks(); fork++) {
            try (var worker = worker()) {
                for (var warmUp = 0; warmUp < plan.warmUps(); warmUp++) {
                    iteration(worker, measurement, plan.warmUp());
                }
                for (var iteration = 0; iteration < plan.iterations(); iteration++) {
                    var cpu = cpu();
                    var wall = System.nanoTime();
                    samples.add(iteration(worker, measurement, plan.iteration()));
                    processorsUsed.add((double) (cpu() - cpu) / (System.nanoTime() - wall));
                }
            }
        }
        var mean = processorsUsed.stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
        return result(measurement, samples, mean, bytes ? peak(measurement) : null);
    }

    /** Nanoseconds per unit of the first call in a fresh process, of several. */
    Result cold(Measurement measurement) {
        var call = (Work.Call) measurement.work();
        var samples = new ArrayList<Double>();
        for (var start = 0; start < COLD_STARTS; start++) {
            try (var worker = worker()) {
                samples.add(worker.call("stopwatch.first", call.function(), Arrays.asList(call.arguments()))
                                .asDouble()
                        / measurement.units());
            }
        }
        return result(measurement, samples, 0, null);
    }

    private static Result result(
            Measurement measurement, List<Double> samples, double processorsUsed, @Nullable Double bytes) {
        return Result.of(
                measurement.row(),
                measurement.column(),
                measurement.comparedWith(),
                measurement.runtime(),
                samples,
                processorsUsed,
                bytes,
                List.of());
    }

    /** What one call answers. */
    static String answer(Python worker, Measurement measurement) {
        var call = (Work.Call) measurement.work();
        var answer = worker.call("stopwatch.answer", call.function(), Arrays.asList(call.arguments()));
        return answer.isNull() ? BenchmarkCheck.NO_NUMBER : answer.asText();
    }

    private double peak(Measurement measurement) {
        var call = (Work.Call) measurement.work();
        try (var worker = worker()) {
            var peak = worker.call("stopwatch.peak", call.function(), Arrays.asList(call.arguments()));
            return peak.asDouble() / measurement.units();
        }
    }

    private static double iteration(Python worker, Measurement measurement, Duration time) {
        var call = (Work.Call) measurement.work();
        var nanoseconds = worker.call(
                "stopwatch.iteration", call.function(), Arrays.asList(call.arguments()), time.toMillis() / 1000.0);
        return nanoseconds.asDouble() / measurement.units();
    }

    /** Nanoseconds of CPU time that the workers of this JVM, and what they started, have had: only one is alive. */
    private static long cpu() {
        return ProcessHandle.current()
                .descendants()
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .mapToLong(Duration::toNanos)
                .sum();
    }

    private Python worker() {
        return CPython.reference().start(InProcessWork.sources(question), Limits.DEFAULT.within(NO_LIMIT));
    }
}
