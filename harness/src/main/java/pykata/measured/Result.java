package pykata.measured;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.util.ListStatistics;

/**
 * What a measurement gave.
 *
 * @param comparedWith the column in whose terms its speed is told
 * @param score nanoseconds per unit, the mean of the samples
 * @param error half the width of the mean's 99.9 % confidence interval, which takes the samples for normally
 *     distributed, as JMH does
 * @param samples nanoseconds per unit, one per iteration
 * @param processorsUsed CPU time over wall time, the mean of all iterations
 * @param bytes per unit: on a JVM those allocated, on CPython those in use at most; null if not measured
 * @param jvmArguments of the process, none for CPython
 */
public record Result(
        String row,
        String column,
        String comparedWith,
        MeasuredRuntime runtime,
        double score,
        double error,
        List<Double> samples,
        double processorsUsed,
        @Nullable Double bytes,
        List<String> jvmArguments) {

    private static final int FEWEST_SAMPLES = 3;

    public static Result of(
            String row,
            String column,
            String comparedWith,
            MeasuredRuntime runtime,
            List<Double> samples,
            double processorsUsed,
            @Nullable Double bytes,
            List<String> jvmArguments) {
        var statistics = new ListStatistics(
                samples.stream().mapToDouble(Double::doubleValue).toArray());
        return new Result(
                row,
                column,
                comparedWith,
                runtime,
                rounded(statistics.getMean()),
                rounded(statistics.getMeanErrorAt(0.999)),
                samples.stream().map(Result::rounded).toList(),
                Math.round(processorsUsed * 100) / 100.0,
                bytes == null ? null : rounded(bytes),
                jvmArguments);
    }

    /** An error needs three samples to be one. */
    public boolean hasError() {
        return samples.size() >= FEWEST_SAMPLES;
    }

    /** To four digits: more are noise, and would change with every run. */
    static double rounded(double value) {
        return Double.isNaN(value) || Double.isInfinite(value)
                ? 0
                : new BigDecimal(value).round(new MathContext(4)).doubleValue();
    }
}
