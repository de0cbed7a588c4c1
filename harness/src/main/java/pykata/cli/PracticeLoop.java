package pykata.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
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
import pykata.practice.Verdict;
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

    private sealed interface Event {

        record Saved() implements Event {}

        record Key(int character) implements Event {}

        /** GraalPy's verdict, by the thread that waited for it. */
        record Second(Thread by, Verdict verdict) implements Event {}

        /** There is none, and why. */
        record NoSecond(Thread by, String why) implements Event {}
    }

    private final PracticeSession session;
    private final Terminal terminal;
    private final PracticeView view;
    private final Set<String> others;
    private final Supplier<String> next;
    private final PrintWriter out;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private boolean isSolved;
    private boolean solutionWanted;
    private String opening;
    private @Nullable Thread second;
    private volatile boolean isInterrupted;

    /**
     * @param opening what is said above the first verdict
     * @param others the names of other working files beside the session's
     * @param next what is said once it is solved
     */
    PracticeLoop(
            PracticeSession session,
            Terminal terminal,
            PracticeView view,
            String opening,
            Set<String> others,
            Supplier<String> next) {
        this.opening = opening;
        this.session = session;
        this.terminal = terminal;
        this.view = view;
        this.others = others;
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
        try (var saves = new Saves(session.workspace().file(), others, () -> events.add(new Event.Saved()))) {
            Thread.ofPlatform().daemon().name("keys").start(this::readKeys);
            var status = judge();
            while (true) {
                switch (events.take()) {
                    case Event.Saved() -> status = judge();
                    case Event.Second(var by, var verdict) when by == second -> status = tell(verdict);
                    case Event.NoSecond(var by, var why) when by == second -> tell(why);
                    case Event.Second _, Event.NoSecond _ -> {} // of a version that is no more
                    case Event.Key(var key)
                    when isLeaving(key) -> {
                        return status;
                    }
                    case Event.Key(var key) -> act(key);
                }
            }
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
                    events.add(new Event.Key(key));
                }
            }
        } catch (IOException | IllegalStateException e) {
            events.add(new Event.Key(NonBlockingReader.EOF)); // the terminal is closed
        }
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

    private static boolean isLeaving(int key) {
        return Character.toLowerCase(key) == 'q' || key == END_OF_TRANSMISSION || key == NonBlockingReader.EOF;
    }

    /** The verdict's exit status. */
    private int judge() throws InterruptedException {
        endSecond();
        clear();
        var question = session.workspace().kata().question();
        out.println(question.id() + ", in " + question.name(session.workspace().file()));
        out.println(opening);
        opening = "";
        out.flush();
        var verdict = session.judge();
        var status = verdict.outcome().status();
        if (isInterrupted) {
            return status; // of a run that we ended ourselves
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
        return status;
    }

    /** Takes seconds, in which somebody may go on: in a thread of its own, which may be interrupted. */
    private void judgeOnGraalPy() {
        var thread = Thread.currentThread();
        try {
            events.add(new Event.Second(thread, session.judgeOnGraalPy()));
        } catch (RuntimeException failure) {
            events.add(new Event.NoSecond(thread, String.valueOf(failure.getMessage())));
        }
    }

    private int tell(Verdict ofGraalPy) {
        out.print("\n" + PracticeView.beforeSecond() + view.second(ofGraalPy));
        prompt();
        return PracticeView.status(ofGraalPy);
    }

    private void tell(String why) {
        out.println("\nGraalPy could not try it: " + Printable.of(why));
        prompt();
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
            case 'h' -> attempt(() -> out.print("\n" + view.hints(session.takeHint(), session.hints())));
            case 't' -> attempt(() -> out.println("\n" + session.workspace().task()));
            case 'a' ->
                attempt(() -> ShowCommand.show(session.workspace().kata().question(), out));
            case 's' ->
                attemptOnceSolved(
                        "s", () -> out.println("\n" + session.workspace().kata().solutionText()));
            case 'd' -> attemptOnceSolved("d", () -> out.print("\n" + view.difference(session.difference())));
            case 'r' -> attempt(() -> out.println("\n" + PracticeView.reset(session))); // what follows, Saves sees
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
        out.println("\n" + view.keys(session.hints(), progress(), isSolved, isDumb(terminal)));
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
