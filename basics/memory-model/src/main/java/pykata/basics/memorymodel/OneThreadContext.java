package pykata.basics.memorymodel;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import org.graalvm.polyglot.Context;

/**
 * A context that only one thread ever enters, its own. GraalPy runs the callbacks of weak references in the thread that
 * entered the context first, and only while it is in Python: in a context that a pool of threads shares, they wait
 * until that thread closes it.
 */
public final class OneThreadContext implements AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("Python").factory());
    private final Context context;

    /**
     * Starts the context in its thread.
     *
     * @throws InterruptedException if interrupted meanwhile
     */
    public OneThreadContext(Supplier<Context> start) throws InterruptedException {
        this.context = inThread(start);
    }

    /**
     * Has work done in the context's thread, and waits for it.
     *
     * @throws InterruptedException if interrupted while waiting
     */
    public <T> T use(Function<Context, T> work) throws InterruptedException {
        return inThread(() -> work.apply(context));
    }

    private <T> T inThread(Supplier<T> work) throws InterruptedException {
        try {
            return thread.submit(work::get).get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failure.getCause());
        }
    }

    /** Closes the context: what {@code weakref.finalize} still owes is done now, but no file is written out. */
    @Override
    public void close() {
        thread.submit(() -> context.close());
        thread.close();
    }
}
