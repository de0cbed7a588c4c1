package pykata.measured;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * How a running system did that requests came to.
 *
 * @param capacity the highest rate that it carried, in requests per second
 * @param rates at which they came and did not wait
 * @param jvmArguments of the process, if it is a JVM
 */
public record Load(
        String row, MeasuredRuntime runtime, double capacity, List<AtRate> rates, List<String> jvmArguments) {

    private static final double SHORTEST = 5;

    public static Load of(
            String row, MeasuredRuntime runtime, double capacity, List<AtRate> rates, List<String> jvmArguments) {
        return new Load(row, runtime, rounded(capacity), rates, jvmArguments);
    }

    /**
     * Requests at a fixed rate.
     *
     * @param share of the system's capacity
     * @param offered requests per second
     * @param failed not answered in time, or otherwise than they are to be
     * @param median nanoseconds, of all but those that were refused
     */
    public record AtRate(
            double share,
            double offered,
            double seconds,
            long answered,
            long refused,
            long failed,
            double median,
            double p99,
            double p999) {

        public static AtRate of(
                double share,
                double offered,
                double seconds,
                long answered,
                long refused,
                long failed,
                long median,
                long p99,
                long p999) {
            return new AtRate(
                    share,
                    rounded(offered),
                    seconds,
                    answered,
                    refused,
                    failed,
                    rounded(median),
                    rounded(p99),
                    rounded(p999));
        }

        /** In percent of all requests. */
        double percent(long requests) {
            return 100.0 * requests / Math.max(1, answered + refused + failed);
        }
    }

    /** Whether it was asked for long enough that its times mean something. */
    boolean isLong() {
        return rates.stream().allMatch(rate -> rate.seconds() >= SHORTEST);
    }

    /** To four digits: more are noise. */
    private static double rounded(double value) {
        return new BigDecimal(value).round(new MathContext(4)).doubleValue();
    }
}
