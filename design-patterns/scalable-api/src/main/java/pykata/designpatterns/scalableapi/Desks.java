package pykata.designpatterns.scalableapi;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/**
 * A bounded number of contexts, each with the application in it: as many requests run Python at a time. A request that runs
 * past its deadline costs its context, which is ended and replaced.
 */
final class Desks implements Application {

    private static final int PATIENCE = 20; // seconds for what is being opened
    private static final long STACK = 16 << 20; // bytes, as Python recurses deeply

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final int size;
    private final Supplier<Context> contexts;
    private final Consumer<Context> ending;
    private final String application;
    private final String database;
    private final Function<Request, Duration> deadlines;
    private final BlockingQueue<Desk> idle;
    private final AtomicInteger opened = new AtomicInteger();
    private final Gauge running = new Gauge("requests that run Python");
    private final AtomicBoolean isClosed = new AtomicBoolean();

    /**
     * @param application the Python function that makes it, of the database's URL
     * @param ending how a context is ended, whatever it is doing
     * @param deadlines how long a request may take, its time in line included
     */
    Desks(
            int size,
            Supplier<Context> contexts,
            Consumer<Context> ending,
            String application,
            String database,
            Function<Request, Duration> deadlines) {
        this.size = size;
        this.contexts = contexts;
        this.ending = ending;
        this.application = application;
        this.database = database;
        this.deadlines = deadlines;
        this.idle = new ArrayBlockingQueue<>(size, true);
        for (var i = 0; i < size; i++) {
            idle.add(open());
        }
    }

    private record Desk(Context context, Value call, Value application) {

        Reply answer(Request request) {
            return Reply.of(
                    call.execute(application, request.method(), request.target(), request.headers(), request.body()));
        }
    }

    private Desk open() {
        opened.incrementAndGet();
        var context = contexts.get();
        try {
            var found =
                    context.eval("python", "__import__('pkgutil').resolve_name").execute(application);
            var call = context.eval("python", "__import__('api.replies').replies.call");
            return new Desk(context, call, found.execute(database));
        } catch (RuntimeException e) {
            ending.accept(context);
            throw e;
        }
    }

    /** How many contexts there have been. */
    int opened() {
        return opened.get();
    }

    /** How many requests run Python, also those whose clients have had their 504. */
    Gauge running() {
        return running;
    }

    /** The application's answer; 503 if no context is free before the deadline, 504 if the answer is late. */
    @Override
    public Reply answer(Request request) throws InterruptedException {
        var end = System.nanoTime() + deadlines.apply(request).toNanos();
        var desk = idle.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (desk == null) {
            return Reply.BUSY;
        }
        var task = new FutureTask<>(() -> answer(desk, request));
        Thread.ofPlatform().daemon().stackSize(STACK).start(task); // a virtual thread that computes keeps its carrier
        try {
            var reply = task.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            idle.add(desk);
            return reply;
        } catch (TimeoutException e) {
            replace(desk);
            return Reply.TOO_LATE;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PolyglotException failure && isUsableAfter(failure)) {
                idle.add(desk);
            } else {
                replace(desk);
            }
            return Reply.FAILED;
        } catch (InterruptedException e) {
            replace(desk);
            throw e;
        }
    }

    private Reply answer(Desk desk, Request request) {
        running.add(1);
        try {
            return desk.answer(request);
        } finally {
            running.add(-1);
        }
    }

    private static boolean isUsableAfter(PolyglotException failure) {
        return !failure.isCancelled()
                && !failure.isExit()
                && !failure.isResourceExhausted()
                && !failure.isInternalError();
    }

    /** In threads of their own: ending waits for a built-in function that does not look for its end. */
    private void replace(Desk broken) {
        Thread.ofPlatform().daemon().start(() -> ending.accept(broken.context()));
        Thread.ofPlatform().daemon().start(this::openAgain);
    }

    /** Tries until it succeeds: otherwise a place is lost each time that the database is down. */
    private void openAgain() {
        do {
            try {
                idle.add(open());
                return;
            } catch (RuntimeException e) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        } while (!isClosed.get());
    }

    /** Ends all contexts, also those that are being opened. */
    @Override
    public void close() {
        if (isClosed.getAndSet(true)) {
            return;
        }
        try {
            for (var i = 0; i < size; i++) {
                var desk = idle.poll(PATIENCE, TimeUnit.SECONDS);
                if (desk != null) {
                    ending.accept(desk.context());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
