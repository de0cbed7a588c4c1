package pykata.practice;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import pykata.practice.Progress.KataProgress;

/** A learner at work on a kata, and how far they have come. */
public final class PracticeSession {

    private final Workspace workspace;
    private final Practice practice;
    private final Hints hints;
    private final Progress progress;

    /** @throws java.io.UncheckedIOException if the progress or the hints cannot be read */
    public PracticeSession(Workspace workspace, Duration limit) {
        this.workspace = workspace;
        this.practice = new Practice(workspace.kata()).within(limit);
        this.hints = Hints.of(workspace.kata());
        this.progress = Progress.in(workspace.folder().resolve("progress.json"));
    }

    public Workspace workspace() {
        return workspace;
    }

    public Hints hints() {
        return hints;
    }

    public KataProgress progress() {
        return progress.of(id());
    }

    /** Where the progress was put because it is not understood. */
    public Optional<Path> unreadableProgress() {
        return progress.unreadable();
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
        progress.put(id(), progress().after(verdict));
    }

    /**
     * One hint more, after those already taken.
     *
     * @throws java.io.UncheckedIOException if it cannot be kept that it was taken
     */
    public List<String> takeHint() {
        var level = Math.min(progress().hints() + 1, hints.levels().size());
        progress.put(id(), progress().withHints(level));
        return hints.upTo(level);
    }

    /** Where the learner's version is kept; see {@link Workspace#reset}. */
    public Path reset() {
        return workspace.reset();
    }

    private String id() {
        return workspace.kata().question().id();
    }
}
