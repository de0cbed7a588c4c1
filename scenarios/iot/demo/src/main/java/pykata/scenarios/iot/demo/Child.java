package pykata.scenarios.iot.demo;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A part that runs in a process of its own. */
public final class Child implements AutoCloseable {

    private static final String READY = "ready ";
    private static final boolean IS_WINDOWS = File.separatorChar == '\\';
    private static final long SECONDS_TO_START = 180;
    private static final long SECONDS_TO_END = 20;

    private final Part part;
    private final Process process;
    private final Path errors;
    private final CompletableFuture<String> ready = new CompletableFuture<>();
    private final Thread reader;

    private Child(Part part, Process process, Path errors, Consumer<String> lines) {
        this.part = part;
        this.process = process;
        this.errors = errors;
        reader = Thread.ofPlatform().name(part.word()).daemon().start(() -> read(lines));
    }

    /**
     * Starts it; it is not ready yet.
     *
     * @param folder for what it writes to standard error, and for its temporary files
     * @param lines gets what it prints
     */
    public static Child start(Part part, Path folder, Consumer<String> lines, List<String> arguments) {
        return start(part, List.of(), folder, lines, arguments);
    }

    /**
     * @param flags for its JVM, beside those that it always has
     */
    public static Child start(
            Part part, List<String> flags, Path folder, Consumer<String> lines, List<String> arguments) {
        var errors = folder.resolve(part.word() + ".err");
        try {
            var process = new ProcessBuilder(shielded(part.command(flags, folder, arguments)))
                    .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                    .start();
            return new Child(part, process, errors, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Ctrl-C, and whoever ends a whole tree of processes, reach all of them at once. The parts leave that to whoever started
     * them, who ends them in an order in which nothing waits for a part that is gone. They end with him in any case: then
     * their standard input closes.
     */
    private static List<String> shielded(List<String> command) {
        if (IS_WINDOWS) {
            return command;
        }
        var shielded = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT TERM; exec \"$@\"", "sh"));
        shielded.addAll(command);
        return shielded;
    }

    private void read(Consumer<String> lines) {
        try (var out = new BufferedReader(process.inputReader(StandardCharsets.UTF_8))) {
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(READY)) {
                    ready.complete(line.substring(READY.length()));
                }
                lines.accept(line);
            }
        } catch (IOException e) {
            // It was killed.
        }
        ready.completeExceptionally(new IllegalStateException(
                "%s ended before it was ready, and said:%n%s".formatted(part.word(), lastErrors())));
    }

    /** The end of what it has written to standard error. */
    public String lastErrors() {
        try {
            var all = Files.readAllLines(errors, StandardCharsets.UTF_8);
            return String.join("\n", all.subList(Math.max(0, all.size() - 20), all.size()));
        } catch (IOException e) {
            return "nothing that can be read: " + e.getMessage();
        }
    }

    /**
     * Waits until it serves.
     *
     * @return what it said of that, without the word ready
     */
    public String awaitReady() throws InterruptedException {
        try {
            return ready.get(SECONDS_TO_START, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage());
        } catch (TimeoutException e) {
            throw new IllegalStateException(
                    "%s is not ready after %d s, and says:%n%s".formatted(part.word(), SECONDS_TO_START, lastErrors()));
        }
    }

    public Part part() {
        return part;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its end. */
    public boolean awaitEnd(long seconds) throws InterruptedException {
        var ended = process.waitFor(seconds, TimeUnit.SECONDS);
        if (ended) {
            reader.join(TimeUnit.SECONDS.toMillis(seconds)); // all that it has printed has been read
        }
        return ended;
    }

    /** As {@code kill -9} does: it cannot do or say anything about it. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** What it takes of the memory, in kB, where the system tells. */
    public OptionalLong memory() {
        try (var status = Files.lines(Path.of("/proc", Long.toString(pid()), "status"))) {
            return status.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException | UncheckedIOException e) {
            return OptionalLong.empty();
        }
    }

    /** Tells it to end, and makes it if it does not. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It has ended already.
        }
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
