package pykata.cli;

import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryWatcher;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;
import pykata.practice.Outcome;
import pykata.practice.PracticeSession;
import pykata.practice.Verdict;
import pykata.python.GraalPy;

/** A learner at a terminal: a verdict after each save, and a key for whatever else they need. */
final class PracticeLoop {

    /** Editors write a file in steps; what follows within this many milliseconds is the same save. */
    private static final long SAME_SAVE = 100;

    /** Milliseconds to wait for a key, before waiting anew. */
    private static final long TURN = 100;

    private static final int ESCAPE = 27;

    /** Milliseconds: what a terminal sends for one key comes at once. */
    private static final long WITHIN_A_SEQUENCE = 20;

    /** Ctrl-D. */
    private static final int END_OF_TRANSMISSION = 4;

    private sealed interface Event {

        record Saved() implements Event {}

        record Key(int character) implements Event {}
    }

    private final PracticeSession session;
    private final Terminal terminal;
    private final PracticeView view;
    private final PrintWriter out;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private boolean solutionWanted;
    private String opening;
    private volatile boolean isInterrupted;

    /** @param opening what is said above the first verdict */
    PracticeLoop(PracticeSession session, Terminal terminal, PracticeView view, String opening) {
        this.opening = opening;
        this.session = session;
        this.terminal = terminal;
        this.view = view;
        this.out = terminal.writer();
    }

    /** Goes on until the learner leaves; gives the last verdict's exit status. */
    int run() throws IOException, InterruptedException {
        terminal.handle(Terminal.Signal.INT, signal -> {
            isInterrupted = true;
            Runtime.getRuntime().exit(130); // hooks leave all in order
        });
        var before = terminal.enterRawMode();
        var watcher = watcher(session.workspace().file());
        try {
            watcher.watchAsync();
            Thread.ofPlatform().daemon().name("keys").start(this::readKeys);
            var status = judge().outcome().status();
            while (true) {
                switch (events.take()) {
                    case Event.Saved() -> status = judgeWhenWritten().outcome().status();
                    case Event.Key(var key)
                    when isLeaving(key) -> {
                        return status;
                    }
                    case Event.Key(var key) -> act(key);
                }
            }
        } finally {
            watcher.close();
            terminal.setAttributes(before);
            out.println();
            out.flush();
        }
    }

    private DirectoryWatcher watcher(Path file) throws IOException {
        return DirectoryWatcher.builder()
                .path(file.getParent())
                .listener(change -> {
                    if (change.path().equals(file) || change.eventType() == DirectoryChangeEvent.EventType.OVERFLOW) {
                        events.add(new Event.Saved());
                    }
                })
                .build();
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
        return key == 'q' || key == END_OF_TRANSMISSION || key == NonBlockingReader.EOF;
    }

    private Verdict judgeWhenWritten() throws InterruptedException {
        var next = events.poll(SAME_SAVE, TimeUnit.MILLISECONDS);
        while (next instanceof Event.Saved) {
            next = events.poll(SAME_SAVE, TimeUnit.MILLISECONDS);
        }
        if (next != null) {
            events.add(next);
        }
        return judge();
    }

    private Verdict judge() {
        clear();
        var question = session.workspace().kata().question();
        out.println(question.id() + ", in " + question.name(session.workspace().file()));
        out.println(opening);
        opening = "";
        out.flush();
        var verdict = session.judge();
        if (isInterrupted) {
            return verdict; // of a run that we ended ourselves
        }
        out.print(view.verdict(verdict));
        out.flush();
        attempt(() -> session.keep(verdict));
        if (verdict.outcome() == Outcome.SOLVED) {
            judgeOnGraalPy();
        }
        solutionWanted = verdict.outcome() == Outcome.SOLVED;
        prompt();
        return verdict;
    }

    private void judgeOnGraalPy() {
        out.print("And on GraalPy %s ... ".formatted(GraalPy.version().version()));
        out.flush();
        var second = session.judgeOnGraalPy();
        out.println(second.outcome());
        if (second.outcome() != Outcome.SOLVED) {
            out.print(view.verdict(second));
        }
    }

    private void act(int key) {
        switch (Character.toLowerCase(key)) {
            case 'h' -> attempt(() -> session.takeHint().forEach(hint -> out.print("\n" + view.prose(hint))));
            case 'a' ->
                attempt(() -> ShowCommand.show(session.workspace().kata().question(), out));
            case 's' -> attempt(this::showSolution);
            case 'r' ->
                attempt(() -> out.println("\n" + PracticeView.reset(session))); // what follows, the watcher sees
            default -> {
                return;
            }
        }
        prompt();
    }

    private void showSolution() {
        if (!solutionWanted) {
            out.println("\nIt is not solved yet. Press s once more to see the solution all the same.");
            solutionWanted = true;
            return;
        }
        out.println("\n" + session.workspace().kata().solutionText());
    }

    /** What cannot be done is said, and the session goes on. */
    private void attempt(Runnable action) {
        try {
            action.run();
        } catch (UncheckedIOException e) {
            out.println("\n" + e.getMessage());
        }
    }

    private void prompt() {
        out.println("\n" + PracticeView.keys(session.hints(), session.progress()));
        out.flush();
    }

    private void clear() {
        if (!terminal.puts(Capability.clear_screen)) {
            out.println("-".repeat(view.width()));
        }
    }
}
