package pykata.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
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
        var processorsUsed = new DoubleSummaryStatistics();
        for (var fork = 0; fork < plan.forks(); fork++) {
            try (var worker = worker()) {
                for (var warmUp = 0; warmUp < plan.warmUps(); warmUp++) {
                    iteration(worker, measurement, plan.warmUp());
                }
                for (var iteration = 0; iteration < plan.iterations(); iteration++) {
                    var cpu = cpu();
                    var wall = System.nanoTime();
                    samples.add(iteration(worker, measurement, plan.iteration()));
                    processorsUsed.accept((double) (cpu() - cpu) / (System.nanoTime() - wall));
                }
            }
        }
        return measurement.result(samples, processorsUsed.getAverage(), bytes ? peak(measurement) : null, List.of());
    }

    /** Nanoseconds per unit of the first call in a fresh process, of several. */
    Result cold(Measurement measurement) {
        var samples = new ArrayList<Double>();
        for (var start = 0; start < COLD_STARTS; start++) {
            try (var worker = worker()) {
                samples.add(stopwatch(worker, "first", measurement).asDouble() / measurement.units());
            }
        }
        return measurement.result(samples, 0, null, List.of());
    }

    /** What one call answers, as the sum of the numbers in it; empty if there are none. */
    static String answer(Python worker, Measurement measurement) {
        var answer = stopwatch(worker, "answer", measurement);
        return answer.isNull() ? "" : answer.asText();
    }

    private double peak(Measurement measurement) {
        try (var worker = worker()) {
            return stopwatch(worker, "peak", measurement).asDouble() / measurement.units();
        }
    }

    private static double iteration(Python worker, Measurement measurement, Duration time) {
        var nanoseconds = stopwatch(worker, "iteration", measurement, time.toMillis() / 1000.0);
        return nanoseconds.asDouble() / measurement.units();
    }

    /** What {@code stopwatch.py} says of a call. */
    private static JsonNode stopwatch(Python worker, String function, Measurement measurement, Object... more) {
        var call = (Work.Call) measurement.work();
        var arguments = new ArrayList<Object>(List.of(call.function(), Arrays.asList(call.arguments())));
        arguments.addAll(List.of(more));
        return worker.call("stopwatch." + function, arguments.toArray());
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
