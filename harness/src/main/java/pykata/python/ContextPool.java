package pykata.python;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;

/**
 * A bounded, fair pool of contexts. Each context has a lock of its own, so as many pieces of Python run at a time as
 * there are contexts; whoever comes later waits in line. Modules and globals are per context: nothing Python remembers
 * is shared, which is the price.
 */
public final class ContextPool implements AutoCloseable {

    private final Supplier<Context> contexts;
    private final BlockingQueue<Context> idle;

    /** Starts all contexts at once: the first costs seconds, each further one on the same engine a tenth of one. */
    public ContextPool(int size, Supplier<Context> contexts) {
        this.contexts = contexts;
        this.idle = new ArrayBlockingQueue<>(size, true);
        for (var i = 0; i < size; i++) {
            idle.add(contexts.get());
        }
    }

    /**
     * Lends a context for as long as the work takes. A context that was cancelled, or that Python ended by exiting, is
     * replaced; an ordinary exception leaves it in use.
     *
     * @throws InterruptedException if interrupted while waiting in line
     */
    public <T> T use(Function<Context, T> work) throws InterruptedException {
        var context = idle.take();
        var usable = true;
        try {
            return work.apply(context);
        } catch (PolyglotException e) {
            usable = !e.isCancelled() && !e.isExit();
            throw e;
        } finally {
            idle.add(usable ? context : replacement(context));
        }
    }

    private Context replacement(Context broken) {
        broken.close(true);
        return contexts.get();
    }

    /** Closes the idle contexts; those lent out are their borrowers' to finish. */
    @Override
    public void close() {
        idle.forEach(context -> context.close(true));
        idle.clear();
    }
}
