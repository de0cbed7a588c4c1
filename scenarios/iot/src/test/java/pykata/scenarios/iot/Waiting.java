package pykata.scenarios.iot;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits for what must happen, and not for a time. */
final class Waiting {

    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final int BETWEEN_LOOKS_MS = 5;

    interface Condition {
        boolean holds() throws Exception;
    }

    private Waiting() {}

    /** @throws IllegalStateException if it does not hold within minutes */
    static void until(String what, Condition condition) throws Exception {
        var limit = System.nanoTime() + LIMIT.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > limit) {
                throw new IllegalStateException("not within %d s: %s".formatted(LIMIT.toSeconds(), what));
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MS);
        }
    }
}
