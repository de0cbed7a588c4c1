package pykata.measured;

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

    public Load {
        capacity = Result.rounded(capacity);
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

        public AtRate {
            offered = Result.rounded(offered);
            median = Result.rounded(median);
            p99 = Result.rounded(p99);
            p999 = Result.rounded(p999);
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
}
