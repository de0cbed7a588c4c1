package pykata.practice;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import pykata.state.StateFile;

/** A learner at work on a kata, and how far they have come. */
public final class PracticeSession {

    private final Workspace workspace;
    private final Practice practice;
    private final Hints hints;
    private final StateFile<KataProgress> progress;

    /**
     * @param tell hears what is wrong with the progress and does not end the session
     * @throws java.io.UncheckedIOException if the hints cannot be read
     */
    public PracticeSession(Workspace workspace, Duration limit, Consumer<String> tell) {
        this.workspace = workspace;
        this.practice = new Practice(workspace.kata()).within(limit);
        this.hints = Hints.of(workspace.kata());
        this.progress = KataProgress.in(workspace.folder(), tell);
    }

    public Workspace workspace() {
        return workspace;
    }

    public Hints hints() {
        return hints;
    }

    /** @throws java.io.UncheckedIOException if it cannot be read */
    public KataProgress progress() {
        return progress.read().getOrDefault(id(), KataProgress.NONE);
    }

    /** CPython's verdict on the working file as it is now. */
    public Verdict judge() {
        return practice.onCPython(workspace.file());
    }

    /** GraalPy's, for a file that CPython finds right. */
    public Verdict judgeOnGraalPy() {
        return practice.onGraalPy(workspace.file());
    }

    /** @throws java.io.UncheckedIOException if it cannot be kept */
    public void keep(Verdict verdict) {
        progress.change(id(), KataProgress.NONE, now -> now.after(verdict, LocalDate.now()));
    }

    /**
     * One hint more, after those already taken.
     *
     * @throws java.io.UncheckedIOException if it cannot be kept that it was taken
     */
    public List<String> takeHint() {
        var all = hints.levels().size();
        var taken = progress.change(id(), KataProgress.NONE, now -> now.withHints(Math.min(now.hints() + 1, all)));
        return hints.upTo(taken.hints());
    }

    /** Where the learner's version is kept; see {@link Workspace#reset}. */
    public Path reset() {
        return workspace.reset();
    }

    private String id() {
        return workspace.kata().question().id();
    }
}
