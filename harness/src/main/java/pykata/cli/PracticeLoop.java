package pykata.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;
import org.jspecify.annotations.Nullable;
import pykata.practice.KataProgress;
import pykata.practice.Outcome;
import pykata.practice.PracticeSession;
import pykata.practice.Saves;
import pykata.python.GraalPy;

/** A learner at a terminal: a verdict after each save, and a key for whatever else they need. */
final class PracticeLoop {

    /** Milliseconds to wait for a key, before waiting anew. */
    private static final long TURN = 100;

    private static final int ESCAPE = 27;

    /** Milliseconds: what a terminal sends for one key comes at once. */
    private static final long WITHIN_A_SEQUENCE = 20;

    /** Ctrl-D. */
    private static final int END_OF_TRANSMISSION = 4;

    /** For a process to be ended, so that nothing of it is left. */
    private static final Duration ENDING = Duration.ofSeconds(5);

    /** What happens, one thing after the other, all in the loop's own thread. */
    private interface Event {
        void happens() throws InterruptedException;
    }

    private final PracticeSession session;
    private final Terminal terminal;
    private final PracticeView view;
    private final Supplier<String> next;
    private final PrintWriter out;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private int status;
    private boolean isSolved;
    private boolean solutionWanted;
    private boolean isLeft;
    private String opening;
    private @Nullable Thread second;
    private volatile boolean isInterrupted;

    /**
     * @param opening what is said above the first verdict
     * @param next what is said once it is solved
     */
    PracticeLoop(PracticeSession session, Terminal terminal, PracticeView view, String opening, Supplier<String> next) {
        this.opening = opening;
        this.session = session;
        this.terminal = terminal;
        this.view = view;
        this.next = next;
        this.out = terminal.writer();
    }

    /** Goes on until the learner leaves; gives the last verdict's exit status. */
    int run() throws InterruptedException {
        terminal.handle(Terminal.Signal.INT, signal -> {
            isInterrupted = true;
            Runtime.getRuntime().exit(130); // hooks leave all in order
        });
        var before = terminal.enterRawMode();
        var workspace = session.workspace();
        try (var saves = new Saves(workspace.file(), workspace.others(), () -> events.add(this::judge))) {
            Thread.ofPlatform().daemon().name("keys").start(this::readKeys);
            judge();
            while (!isLeft) {
                events.take().happens();
            }
            return status;
        } finally {
            endSecond();
            terminal.setAttributes(before);
            out.println();
            out.flush();
        }
    }

    /** Waits in short turns: a terminal cannot be closed under somebody who waits for good. */
    private void readKeys() {
        try {
            var key = NonBlockingReader.READ_EXPIRED;
            while (key != NonBlockingReader.EOF) {
                key = terminal.reader().read(TURN);
                if (key == ESCAPE) {
                    skipSequence();
                } else if (key != NonBlockingReader.READ_EXPIRED) {
                    typed(key);
                }
            }
        } catch (IOException | IllegalStateException e) {
            typed(NonBlockingReader.EOF); // the terminal is closed
        }
    }

    private void typed(int key) {
        events.add(() -> act(key));
    }

    /** What an arrow key sends after its escape is no command, although it has letters. */
    private void skipSequence() throws IOException {
        var next = terminal.reader().read(WITHIN_A_SEQUENCE);
        if (next == '[' || next == 'O') {
            do {
                next = terminal.reader().read(WITHIN_A_SEQUENCE);
            } while (next >= 0 && (next < '@' || next > '~')); // what ends it, by ECMA-48
        }
    }

    private void judge() throws InterruptedException {
        endSecond();
        clear();
        var question = session.question();
        out.println(question.id() + ", in " + question.name(session.workspace().file()));
        out.println(opening);
        opening = "";
        out.flush();
        var verdict = session.judge();
        status = verdict.outcome().status();
        if (isInterrupted) {
            return; // it is of a run that we ended ourselves
        }
        isSolved = verdict.outcome() == Outcome.SOLVED;
        solutionWanted = isSolved;
        out.print(view.verdict(verdict));
        attempt(() -> session.keep(verdict));
        if (isSolved) {
            attempt(() -> out.println(next.get()));
            out.println(
                    "GraalPy %s tries it, too ...".formatted(GraalPy.version().version()));
            second = Thread.ofPlatform().daemon().name("GraalPy").start(this::judgeOnGraalPy);
        }
        prompt();
    }

    /** Takes seconds, in which somebody may go on: in a thread of its own, which may be interrupted. */
    private void judgeOnGraalPy() {
        var by = Thread.currentThread();
        try {
            var verdict = session.judgeOnGraalPy();
            tell(by, PracticeView.beforeSecond() + view.second(verdict), PracticeView.status(verdict));
        } catch (RuntimeException failure) {
            tell(by, "GraalPy could not try it: %s\n".formatted(Printable.of(String.valueOf(failure.getMessage()))), 0);
        }
    }

    /** What came of it, unless it is of a version that is no more. */
    private void tell(Thread by, String what, int statusNow) {
        events.add(() -> {
            if (by == second) {
                out.print("\n" + what);
                status = statusNow;
                prompt();
            }
        });
    }

    private void endSecond() throws InterruptedException {
        if (second != null) {
            second.interrupt();
            second.join(ENDING);
            second = null;
        }
    }

    private void act(int key) {
        switch (Character.toLowerCase(key)) {
            case 'h' ->
                attempt(() -> out.print(
                        "\n" + view.hints(session.takeHint(), session.hints().size())));
            case 't' -> attempt(() -> out.println("\n" + session.workspace().task()));
            case 'a' -> attempt(() -> ShowCommand.show(session.question(), out));
            case 's' ->
                attemptOnceSolved(
                        "s", () -> out.println("\n" + session.workspace().kata().solutionText()));
            case 'd' -> attemptOnceSolved("d", () -> out.print("\n" + view.difference(session.difference())));
            case 'r' -> attempt(() -> out.println("\n" + PracticeView.reset(session))); // what follows, Saves sees
            case 'q', END_OF_TRANSMISSION, NonBlockingReader.EOF -> {
                isLeft = true;
                return;
            }
            default -> {
                return;
            }
        }
        prompt();
    }

    /** What shows the solution: before it is solved, only for who asks twice. */
    private void attemptOnceSolved(String key, Runnable action) {
        if (solutionWanted) {
            attempt(action);
        } else {
            out.println("\nIt is not solved yet. Press %s once more to see the solution all the same.".formatted(key));
            solutionWanted = true;
        }
    }

    /** What cannot be done is said, and the session goes on. */
    private void attempt(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            out.println("\n" + Printable.of(String.valueOf(e.getMessage())));
        }
    }

    private void prompt() {
        out.println("\n" + view.keys(session.hints().size(), progress(), isSolved, isDumb(terminal)));
        out.flush();
    }

    private KataProgress progress() {
        try {
            return session.progress();
        } catch (UncheckedIOException e) {
            return KataProgress.NONE; // keeping the verdict has said so
        }
    }

    /** Whether the terminal hands on whole lines only, and knows neither its size nor how to be cleared. */
    static boolean isDumb(Terminal terminal) {
        return terminal.getType().startsWith(Terminal.TYPE_DUMB);
    }

    private void clear() {
        if (!terminal.puts(Capability.clear_screen)) {
            out.println("-".repeat(view.width()));
        }
    }
}
