package pykata.bench;

import java.time.Duration;
import pykata.measured.MeasuredRuntime;

/**
 * How long a measurement goes on. The first call of a JVM is a thousand times slower than the one it settles on;
 * CPython 3.14 as it is built does not compile and needs next to no warm-up. Under the JIT, the published curves lie flat
 * after 13 seconds; 16 are given. Its interpreter is Java, which the JVM compiles for some eight seconds; 10 are given. A
 * question's whole run stays within a quarter of an hour.
 *
 * @param forks processes, each warmed up on its own
 */
record Plan(int forks, int warmUps, Duration warmUp, int iterations, Duration iteration) {

    /** What it takes, if no single call takes longer than an iteration. */
    Duration time() {
        return warmUp.multipliedBy(warmUps)
                .plus(iteration.multipliedBy(iterations))
                .multipliedBy(forks);
    }

    static Plan of(Measurement measurement, boolean quick) {
        var runtime = measurement.runtime();
        if (quick) {
            return new Plan(
                    1,
                    runtime == MeasuredRuntime.GRAALPY_JIT ? 2 : 1,
                    Duration.ofMillis(500),
                    2,
                    Duration.ofMillis(500));
        }
        if (measurement.isWaiting()) {
            return new Plan(1, 1, Duration.ofSeconds(1), 5, Duration.ofSeconds(1));
        }
        return switch (runtime) {
            case GRAALPY_JIT -> new Plan(2, 8, Duration.ofSeconds(2), 4, Duration.ofSeconds(1));
            case GRAALPY_INTERPRETER -> new Plan(2, 5, Duration.ofSeconds(2), 5, Duration.ofSeconds(1));
            case JAVA -> new Plan(2, 4, Duration.ofSeconds(1), 5, Duration.ofSeconds(1));
            case CPYTHON -> new Plan(2, 1, Duration.ofSeconds(1), 5, Duration.ofSeconds(1));
        };
    }
}
