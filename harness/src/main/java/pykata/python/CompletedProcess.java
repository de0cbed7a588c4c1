package pykata.python;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.function.Uncheck;

/** A command that has run to its end, and what it said. */
public record CompletedProcess(int status, String said) {

    /**
     * Runs a command without input.
     *
     * @throws IOException if it does not start, or does not end in time; then it is stopped
     */
    public static CompletedProcess of(ProcessBuilder command, Duration limit) throws IOException {
        var process = ProcessTree.start(command);
        try {
            process.getOutputStream().close();
            var said = CompletableFuture.supplyAsync(
                    () -> Uncheck.get(() -> process.getInputStream().readAllBytes()), Thread::startVirtualThread);
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("it does not end within %d s".formatted(limit.toSeconds()));
            }
            return new CompletedProcess(process.exitValue(), new String(said.join(), StandardCharsets.UTF_8).strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            ProcessTree.end(process);
        }
    }
}
