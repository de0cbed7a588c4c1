package pykata.basics.gil;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A Java object that two threads of Python visit. Whoever is inside waits to see what becomes of the other: it comes in
 * too, or it is stuck outside, waiting for the lock that the first one still holds. Nobody's clock decides.
 */
public final class Door {

    /** The outcome when both were inside at the same time. */
    public static final String BOTH_INSIDE = "both are inside";

    /** The outcome when the second waited for the first one's lock. */
    public static final String KEPT_OUT = "one is kept out by the lock";

    /** The outcome when neither happened: something else went wrong. */
    public static final String NOBODY_CAME = "nobody came";

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final AtomicInteger inside = new AtomicInteger();
    private volatile List<Thread> visitors = List.of();
    private volatile String outcome = "";

    /**
     * Has two threads do something with one door, and tells what became of them.
     *
     * @throws Exception what either of them throws
     */
    public static String visit(Door door, Callable<String> one, Callable<String> other) throws Exception {
        var tasks = List.of(new FutureTask<>(one), new FutureTask<>(other));
        door.visitors = tasks.stream().map(Thread::new).toList();
        door.visitors.forEach(Thread::start);
        for (var task : tasks) {
            task.get();
        }
        return door.outcome;
    }

    /** Python calls this as a method. */
    public String knock() {
        inside.incrementAndGet();
        var deadline = System.nanoTime() + LIMIT.toNanos();
        while (outcome.isEmpty()) {
            if (inside.get() == visitors.size()) {
                outcome = BOTH_INSIDE;
            } else if (visitors.stream().anyMatch(Door::waitsForMyLock)) {
                outcome = KEPT_OUT;
            } else if (System.nanoTime() > deadline) {
                outcome = NOBODY_CAME;
            }
            LockSupport.parkNanos(100_000);
        }
        return outcome;
    }

    /** Python calls this as {@code str(door)}. */
    @Override
    public String toString() {
        return knock();
    }

    /** The JVM knows who owns the lock that a thread is parked on. */
    private static boolean waitsForMyLock(Thread visitor) {
        var info = ManagementFactory.getThreadMXBean().getThreadInfo(visitor.threadId());
        return info != null && info.getLockOwnerId() == Thread.currentThread().threadId();
    }
}
