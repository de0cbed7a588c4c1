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

    /** @throws AssertionError if it does not hold within minutes */
    static void until(String what, Condition condition) throws InterruptedException {
        until(what, LIMIT, BETWEEN_LOOKS_MS, condition);
    }

    /** @throws AssertionError if it does not hold within the limit */
    static void until(String what, Duration limit, int betweenLooksMs, Condition condition)
            throws InterruptedException {
        var end = System.nanoTime() + limit.toNanos();
        try {
            while (!condition.holds()) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("not within %d s: %s".formatted(limit.toSeconds(), what));
                }
                TimeUnit.MILLISECONDS.sleep(betweenLooksMs); // what is waited for is an event
            }
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(what, e);
        }
    }
}
