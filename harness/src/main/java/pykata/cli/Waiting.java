package pykata.cli;

import java.io.PrintWriter;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A line for somebody who waits at a terminal: told anew each second, and taken back at the end. */
final class Waiting implements AutoCloseable {

    private final PrintWriter terminal;
    private final Supplier<String> line;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());
    private int width;

    private Waiting(PrintWriter terminal, Supplier<String> line) {
        this.terminal = terminal;
        this.line = line;
    }

    /** Says what somebody waits for, from the first second on. Where nobody looks on, nothing is told. */
    static Waiting started(PrintWriter out, boolean isTerminal, String what) {
        var seconds = new AtomicInteger();
        var waiting = new Waiting(out, () -> "%s ... %d s".formatted(what, seconds.incrementAndGet()));
        return waiting.started(isTerminal, 1);
    }

    /** Shows the time that has passed, at once. */
    static Waiting clock(PrintWriter out, boolean isTerminal, Supplier<String> time) {
        return new Waiting(out, () -> time.get() + "  ").started(isTerminal, 0);
    }

    private Waiting started(boolean isTerminal, int after) {
        if (isTerminal) {
            clock.scheduleAtFixedRate(this::second, after, 1, TimeUnit.SECONDS);
        }
        return this;
    }

    /** One more has passed. */
    synchronized void second() {
        var told = line.get();
        terminal.print("\r" + told);
        terminal.flush();
        width = told.length();
    }

    @Override
    public synchronized void close() {
        clock.shutdownNow();
        if (width > 0) {
            terminal.print("\r" + " ".repeat(width) + "\r");
            terminal.flush();
            width = 0;
        }
    }
}
