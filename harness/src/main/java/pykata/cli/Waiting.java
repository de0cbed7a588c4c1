package pykata.cli;

import java.io.PrintWriter;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Tells somebody at a terminal what they are waiting for, from the first second on, and takes the line back at the end. */
final class Waiting implements AutoCloseable {

    private final PrintWriter terminal;
    private final String what;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());
    private int seconds;
    private int width;

    private Waiting(PrintWriter terminal, String what) {
        this.terminal = terminal;
        this.what = what;
    }

    /** Where nobody looks on, nothing is told. */
    static Waiting started(PrintWriter out, boolean isTerminal, String what) {
        var waiting = new Waiting(out, what);
        if (isTerminal) {
            waiting.clock.scheduleAtFixedRate(waiting::second, 1, 1, TimeUnit.SECONDS);
        }
        return waiting;
    }

    /** Whether a line that is told can be taken back. */
    static boolean isAtTerminal() {
        var console = System.console();
        return console != null && console.isTerminal() && !"dumb".equals(System.getenv("TERM"));
    }

    /** One more has passed. */
    synchronized void second() {
        seconds++;
        var line = "%s ... %d s".formatted(what, seconds);
        terminal.print("\r" + line);
        terminal.flush();
        width = line.length();
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
