package pykata.designpatterns.scalableapi;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntPredicate;

/** A number that several threads change, and that others wait for. */
final class Gauge {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final String what;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int value;

    Gauge(String what) {
        this.what = what;
    }

    int value() {
        lock.lock();
        try {
            return value;
        } finally {
            lock.unlock();
        }
    }

    void add(int more) {
        addIf(now -> true, more);
    }

    /** Whether it was added, because the value was as wanted. */
    boolean addIf(IntPredicate wanted, int more) {
        lock.lock();
        try {
            if (!wanted.test(value)) {
                return false;
            }
            value += more;
            changed.signalAll();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** @throws IllegalStateException with what it is, if that has not come in half a minute */
    void await(int wanted) throws InterruptedException {
        lock.lock();
        try {
            var left = LIMIT.toNanos();
            while (value != wanted) {
                if (left <= 0) {
                    throw new IllegalStateException("%s: %d and not %d after %d %s"
                            .formatted(what, value, wanted, LIMIT.toSeconds(), TimeUnit.SECONDS));
                }
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
