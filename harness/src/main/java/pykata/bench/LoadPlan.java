package pykata.bench;

import java.time.Duration;

/** How long a system is asked: until it is warm, each time that a rate is tried, and then at each rate. */
record LoadPlan(Duration warmUp, Duration capacity, Duration rate) {

    /** After it a request counts as not answered. */
    static final Duration LIMIT = Duration.ofSeconds(5);

    /** So often, or a few times more or less, it is asked until its capacity is known. */
    private static final int TRIALS = 11;

    static LoadPlan of(Measurement measurement, boolean quick) {
        if (quick) {
            return new LoadPlan(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(2));
        }
        var warmUp = switch (measurement.runtime()) {
            case GRAALPY_JIT -> Duration.ofSeconds(30);
            case GRAALPY_INTERPRETER -> Duration.ofSeconds(15);
            case JAVA -> Duration.ofSeconds(10);
            case CPYTHON -> Duration.ofSeconds(3);
        };
        return new LoadPlan(warmUp, Duration.ofSeconds(5), Duration.ofSeconds(15));
    }

    Duration time() {
        return warmUp.plus(capacity.multipliedBy(TRIALS)).plus(rate.multipliedBy(LoadTimer.RATES.size()));
    }
}
