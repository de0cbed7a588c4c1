package pykata.python;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.commons.io.function.Uncheck;
import org.jspecify.annotations.Nullable;

/** Lines to a process and lines back, none of them waited for longer than a limit. */
final class Conversation implements AutoCloseable {

    private final Process process;
    private final Writer requests;
    private final BufferedReader answers;

    Conversation(Process process) {
        this.process = process;
        this.requests = process.outputWriter(StandardCharsets.UTF_8);
        this.answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /**
     * The answer to a request; none if the process ends, or is still at work at the limit. Its end is noticed even while
     * a forked child still holds the pipe open.
     */
    Optional<String> exchange(String request, Duration limit) {
        var line = nextLine();
        try {
            send(request);
            CompletableFuture.anyOf(line, process.onExit()).get(limit.toMillis(), TimeUnit.MILLISECONDS);
            var text = line.completeOnTimeout(null, 300, TimeUnit.MILLISECONDS).get();
            if (text == null) {
                process.waitFor(1, TimeUnit.SECONDS);
            }
            return Optional.ofNullable(text);
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void send(String request) {
        try {
            requests.write(request);
            requests.write('\n');
            requests.flush();
        } catch (IOException e) {
            // its end of the pipe is closed: it has ended, as its output tells
        }
    }

    /** How the process has ended, if it has. */
    OptionalInt exitCode() {
        return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    private CompletableFuture<@Nullable String> nextLine() {
        return CompletableFuture.<@Nullable String>supplyAsync(
                        () -> Uncheck.get(answers::readLine), Thread::startVirtualThread)
                .exceptionally(closed -> null);
    }

    /** Ends an idle process by ending its input, on which it takes its children along; anything else by force. */
    @Override
    public void close() {
        try {
            requests.close();
            if (process.isAlive() && process.waitFor(300, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (IOException e) {
            // its end of the pipe is closed: it has ended
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ProcessTree.end(process);
    }
}
