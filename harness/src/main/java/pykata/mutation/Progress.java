package pykata.mutation;

import java.io.PrintStream;

/** How far a long run is: one line that is rewritten on a terminal, elsewhere a line every few seconds. */
final class Progress {

    private static final long PATIENCE = 5_000_000_000L;

    private final PrintStream out;
    private final boolean isTerminal;
    private long told = System.nanoTime();

    Progress(PrintStream out, boolean isTerminal) {
        this.out = out;
        this.isTerminal = isTerminal;
    }

    synchronized void tell(String line) {
        var now = System.nanoTime();
        if (isTerminal) {
            out.print("\r" + line + "\033[K");
            out.flush();
        } else if (now - told > PATIENCE) {
            out.println(line);
            told = now;
        }
    }

    /** Something that stays. */
    synchronized void say(String text) {
        out.println(isTerminal ? "\r\033[K" + text : text);
        out.flush();
    }
}
