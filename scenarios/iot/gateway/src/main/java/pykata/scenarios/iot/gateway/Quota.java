package pykata.scenarios.iot.gateway;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;
import pykata.scenarios.iot.wire.Devices;

/**
 * How many publishes each device may make: so many in a second, and as many at once after a silence. For each device one
 * number is kept: the time at which its bucket would be full again.
 */
final class Quota {

    /** The bucket: what a device may publish at once is what it may publish in this time. */
    private static final long BUCKET = TimeUnit.SECONDS.toNanos(1);

    private final long interval;
    private final LongSupplier clock;
    private final long began;
    private final AtomicLongArray fullAt;
    private final AtomicLong refused = new AtomicLong();

    private Quota(long interval, LongSupplier clock, int devices) {
        this.interval = interval;
        this.clock = clock;
        began = clock.getAsLong();
        fullAt = new AtomicLongArray(devices);
    }

    /**
     * @param perSecond publishes of each device; 0 for no bound
     * @param clock nanoseconds that only grow
     */
    static Quota of(int perSecond, LongSupplier clock) {
        if (perSecond < 0) {
            throw new IllegalArgumentException("a quota is 0 or more publishes in a second, not " + perSecond);
        }
        return perSecond == 0 ? none() : new Quota(BUCKET / perSecond, clock, Devices.LIMIT);
    }

    static Quota none() {
        return new Quota(0, () -> 0, 0);
    }

    /** Takes one publish out of the bucket of a device; false if it is empty, and then nothing is taken. */
    boolean take(int device) {
        if (interval == 0) {
            return true;
        }
        var now = clock.getAsLong() - began;
        while (true) {
            var before = fullAt.get(device);
            var after = Math.max(before, now) + interval;
            if (after - now > BUCKET) {
                refused.incrementAndGet();
                return false;
            }
            if (fullAt.compareAndSet(device, before, after)) {
                return true;
            }
        }
    }

    /** How many publishes it has refused. */
    long refused() {
        return refused.get();
    }
}
