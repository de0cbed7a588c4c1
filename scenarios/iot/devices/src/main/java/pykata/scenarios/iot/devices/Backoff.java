package pykata.scenarios.iot.devices;

import java.util.Random;

/** How long to wait before the next attempt: twice as long each time, anywhere below it, so that devices do not come together. */
final class Backoff {

    private static final long FIRST_MS = 100;
    private static final long LONGEST_MS = 3_000;

    private final Random random;
    private long limit = FIRST_MS;

    Backoff(Random random) {
        this.random = random;
    }

    long nextMs() {
        var wait = 1 + random.nextLong(limit);
        limit = Math.min(2 * limit, LONGEST_MS);
        return wait;
    }

    void succeeded() {
        limit = FIRST_MS;
    }
}
