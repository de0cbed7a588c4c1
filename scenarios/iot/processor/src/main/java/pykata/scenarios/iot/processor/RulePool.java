package pykata.scenarios.iot.processor;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.jspecify.annotations.Nullable;
import pykata.scenarios.iot.wire.RuleText;

/**
 * The rules of all threads: one engine, and a context for each thread, made before the thread needs it. A new version is
 * made and tried out in the thread that offers it; the others take it up between two frames, each when it begins its next.
 */
public final class RulePool implements Rules, AutoCloseable {

    private static final long LOOK = 100; // ms

    /**
     * How much of a processor's time rules may take, after which they are taken not to end, and how long they are used.
     *
     * @param first to load the first context of a JVM, which loads the classes of GraalPy too
     * @param next to load another
     * @param frame to judge a frame: milliseconds, also where Python is not compiled
     * @param frames that contexts judge before they are replaced: rules may keep what they should not, and memory ends
     */
    record Limits(Duration first, Duration next, Duration frame, long frames) {

        static final Limits DEFAULT =
                new Limits(Duration.ofSeconds(60), Duration.ofSeconds(20), Duration.ofSeconds(5), 1_000_000);

        Limits withFrame(Duration other) {
            return new Limits(first, next, other, frames);
        }
    }

    private final Engine engine = Engine.newBuilder("python")
            .option("engine.WarnInterpreterOnly", "false")
            .build();
    private final int threads;
    private final Limits limits;
    private volatile boolean isWarm;
    private final Set<RuleContext> open = ConcurrentHashMap.newKeySet();
    private final LongAdder judged = new LongAdder();
    private final HeapWatch heap = new HeapWatch();
    private final ThreadLocal<@Nullable Lease> leases = new ThreadLocal<>();
    private final Thread watchdog;
    private volatile Generation newest;

    /** A version, and those of its contexts that no thread has taken yet. */
    private record Generation(RuleText text, Queue<RuleContext> free) {}

    private record Lease(Generation of, RuleContext context) {}

    private RulePool(RuleText first, int threads, Limits limits) throws Refused {
        this.threads = threads;
        this.limits = limits;
        watchdog = Thread.ofPlatform().daemon().name("rule-watchdog").start(this::watch);
        try {
            newest = made(first);
        } catch (Refused | RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Makes a context for each thread, which takes seconds.
     *
     * @throws Refused if the first version is not fit for use
     */
    public static RulePool of(RuleText first, int threads) throws Refused {
        return of(first, threads, Limits.DEFAULT);
    }

    static RulePool of(RuleText first, int threads, Limits limits) throws Refused {
        return new RulePool(first, threads, limits);
    }

    /** Whether Python is compiled in this JVM, or only interpreted. */
    boolean isCompiling() {
        return !engine.getImplementationName().equals("Interpreted");
    }

    int version() {
        return newest.text().version();
    }

    /**
     * Takes a newer version into use.
     *
     * @throws Refused if it is not newer, cannot be loaded, does not end, or judges what is known otherwise
     */
    void offer(RuleText text) throws Refused {
        if (text.version() <= version()) {
            throw new Refused("version %d is not newer than %d, which is in use".formatted(text.version(), version()));
        }
        replaceBy(made(text));
    }

    /** Replaces contexts that have judged many frames, or a few that fill the heap, by others of the same version. */
    void replaceWhatIsWornOut() throws Refused {
        var frames = judged.sum();
        if (heap.isNearlyFull() && frames > 0) {
            System.err.printf("rules %d: the heap is nearly full after %,d frames%n", version(), frames);
            // There may be no room for the new ones beside the old ones: each thread ends its own before it makes
            // another.
            replaceBy(new Generation(newest.text(), new ArrayDeque<>()));
        } else if (frames >= limits.frames()) {
            replaceBy(made(newest.text()));
        }
    }

    private synchronized void replaceBy(Generation made) {
        newest.free().forEach(this::end); // of a thread that has had nothing to do since the version before
        newest = made;
        judged.reset();
    }

    private Generation made(RuleText text) throws Refused {
        var contexts = new ArrayDeque<RuleContext>();
        try {
            for (var i = 0; i < threads; i++) {
                contexts.add(made(text, i == 0));
            }
        } catch (Refused e) {
            contexts.forEach(this::end);
            throw e;
        }
        return new Generation(text, contexts);
    }

    private RuleContext made(RuleText text, boolean isToBeTried) throws Refused {
        var context = RuleContext.open(engine, text.version(), limits.frame());
        open.add(context);
        try {
            context.load(text, isWarm ? limits.next() : limits.first());
            isWarm = true;
            if (isToBeTried) {
                GoldenFrame.check(context);
            }
            return context;
        } catch (PolyglotException e) {
            end(context);
            throw new Refused(e.isInterrupted() || e.isCancelled() ? "does not end" : e.getMessage());
        } catch (Refused e) {
            end(context);
            throw e;
        }
    }

    @Override
    public RuleContext mine() {
        judged.increment();
        var lease = leases.get();
        var isCurrent =
                lease != null && lease.of() == newest && !lease.context().isBroken();
        return lease != null && isCurrent ? lease.context() : taken(lease);
    }

    private RuleContext taken(@Nullable Lease before) {
        Generation generation;
        RuleContext context;
        synchronized (this) {
            generation = newest;
            context = generation.free().poll();
        }
        return leased(before, generation, context);
    }

    @Override
    public RuleContext mineAgain() {
        var lease = leases.get();
        if (lease == null) {
            return mine();
        }
        return lease.context().isBroken() ? leased(lease, lease.of(), null) : lease.context();
    }

    private RuleContext leased(@Nullable Lease before, Generation generation, @Nullable RuleContext made) {
        if (before != null) {
            end(before.context());
        }
        var context = made == null ? madeNow(generation.text()) : made;
        leases.set(new Lease(generation, context));
        return context;
    }

    /** For a thread whose context broke. It waits: less than half a second, once the JVM has made others. */
    private RuleContext madeNow(RuleText text) {
        try {
            return made(text, false);
        } catch (Refused e) {
            throw new IllegalStateException(
                    "rules %d were loaded before: %s".formatted(text.version(), e.getMessage()), e);
        }
    }

    private void end(RuleContext context) {
        open.remove(context);
        context.close();
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(LOOK);
                open.forEach(RuleContext::endWhatIsOverdue);
            }
        } catch (InterruptedException e) {
            // The pool is closed.
        }
    }

    @Override
    public void close() {
        watchdog.interrupt();
        open.forEach(this::end);
        engine.close(true);
    }
}
