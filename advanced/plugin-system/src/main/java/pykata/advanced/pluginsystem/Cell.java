package pykata.advanced.pluginsystem;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;
import pykata.advanced.pluginsystem.Outcome.Answered;
import pykata.advanced.pluginsystem.Outcome.Failed;
import pykata.advanced.pluginsystem.Outcome.Failure;

/** One carrier in a context of its own, with a thread of its own: the only one that ever enters that context. */
final class Cell {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int MOST_CENTS = 1_000_000;

    /** Text that is evaluated runs as {@code __main__}; this gives it the name of a module. */
    private static final String DEFINE = """
            def define(text):
                names = {'__name__': 'adapter'}
                exec(text, names)
                return names['carrier']
            define""";

    private final Offer offer;
    private final Sandbox sandbox;
    private final Context context;
    private final AtomicReference<Thread> worker = new AtomicReference<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(this::thread);
    private final Value loader;
    private @Nullable Value quote;

    /**
     * Starts the context in its thread; the carrier is not imported yet.
     *
     * @param adapter the Python that loads the carrier, see adapter.py
     */
    Cell(Offer offer, Sandbox sandbox, String adapter) {
        this.offer = offer;
        this.sandbox = sandbox;
        this.context = sandbox.open();
        try {
            loader = thread.submit(() -> context.eval("python", DEFINE).execute(adapter))
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            close();
            throw new IllegalStateException("no context for " + offer.name(), e);
        }
    }

    private Thread thread(Runnable work) {
        worker.set(Thread.ofPlatform().daemon().name(offer.name()).unstarted(work));
        return worker.get();
    }

    /** Begins to import the carrier, if this has not been done. */
    Future<Outcome> load() {
        return inThread(() -> {
            quote();
            return new Answered(0);
        });
    }

    /** Begins to ask the carrier; whatever its code does, looking at its answer included, it does in this cell's thread. */
    Future<Outcome> ask(int grams, String country) {
        return inThread(() -> {
            var answer = quote().execute(grams, country);
            if (answer.isNumber() && answer.fitsInInt()) {
                var cents = answer.asInt();
                if (cents >= 0 && cents <= MOST_CENTS) {
                    return new Answered(cents);
                }
            }
            return new Failed(Failure.LIED, typeOf(answer));
        });
    }

    private Value quote() {
        if (quote == null) {
            quote = loader.execute(sandbox.folder().toString(), offer.module(), offer.function(), offer.version());
        }
        return quote;
    }

    private Future<Outcome> inThread(Callable<Outcome> work) {
        return thread.submit(() -> {
            try {
                return work.call();
            } catch (PolyglotException e) {
                return new Failed(failure(e), e.getGuestObject() == null ? "" : typeOf(e.getGuestObject()));
            }
        });
    }

    private static Failure failure(PolyglotException e) {
        if (e.isExit()) {
            return Failure.EXITED;
        }
        if (e.isResourceExhausted()) {
            return Failure.GREEDY;
        }
        return e.isInternalError() ? Failure.CRASHED : Failure.RAISED;
    }

    private static String typeOf(Value value) {
        var type = value.getMetaObject();
        return type == null ? "" : type.getMetaSimpleName();
    }

    /** Bytes that the carrier's thread has allocated so far, garbage included. */
    long allocated() {
        return worker.get() == null
                ? 0
                : THREADS.getThreadAllocatedBytes(worker.get().threadId());
    }

    /**
     * Cancels what runs in it. In a thread that nobody waits for: closing waits for a built-in that does not look for its
     * cancellation. Always with {@code true}: a plain {@code close()} from another thread than the context's first waits
     * for ever once Python has imported {@code threading}. A context that is only dropped is closed plainly, by whichever
     * thread opens or closes the next one.
     */
    void close() {
        thread.shutdown();
        Thread.ofPlatform().daemon().name("close " + offer.name()).start(() -> Sandbox.close(context));
    }
}
