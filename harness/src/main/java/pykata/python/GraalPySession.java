package pykata.python;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.graalvm.polyglot.PolyglotException;

/** One context and the thread that calls into it, so that a call can be given up on. */
final class GraalPySession implements AutoCloseable {

    /** For a context to let itself be stopped; a thread that is deep inside Java's own arithmetic does not. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final CappedOutput printed = new CappedOutput(64 << 10);
    private final GraalPyContext context;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform()
            .daemon()
            .name("GraalPy")
            .stackSize(GraalPyContext.STACK_SIZE)
            .factory());

    GraalPySession(Path folder) {
        context = GraalPyContext.open(folder, printed, printed);
    }

    /**
     * Sends a request and waits for its answer, within the limit. A session that failed cannot be used again.
     *
     * @throws PythonFailure if there is no answer
     */
    String exchange(String what, String request, Limits limits) {
        printed.clear();
        var text = thread.submit(() -> context.answer(request));
        try {
            return text.get(limits.time().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            interrupt();
            var said = new Log(stop(), Optional.empty());
            throw new PythonFailure.TimedOut(GraalPyVersion.PINNED, what, limits, List.of(), said);
        } catch (ExecutionException e) {
            throw new PythonFailure.Ended(GraalPyVersion.PINNED, what, how(e.getCause()), stop());
        } catch (InterruptedException e) {
            stop();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + what, e);
        }
    }

    GraalPyContext context() {
        return context;
    }

    private void interrupt() {
        try {
            context.context().interrupt(GRACE);
        } catch (TimeoutException e) {
            // stop() leaves the thread behind
        }
    }

    private static String how(Throwable cause) {
        return cause instanceof PolyglotException exit && exit.isExit()
                ? "status " + exit.getExitStatus()
                : cause.toString();
    }

    private String stop() {
        close();
        return printed.toString();
    }

    @Override
    public void close() {
        thread.shutdown();
        var closing = Thread.ofPlatform().daemon().name("GraalPy close").start(context::close);
        try {
            closing.join(GRACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
