package pykata.practice;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import pykata.practice.Progress.Standing;

/** A learner at work on a kata, and how far they have come. */
public final class Sitting {

    private final Desk desk;
    private final Practice practice;
    private final Hints hints;
    private final Progress progress;

    /** @throws java.io.UncheckedIOException if the progress or the hints cannot be read */
    public Sitting(Desk desk, Duration limit) {
        this.desk = desk;
        this.practice = new Practice(desk.kata()).within(limit);
        this.hints = Hints.of(desk.kata());
        this.progress = Progress.in(desk.folder().resolve("progress.json"));
    }

    public Desk desk() {
        return desk;
    }

    public Hints hints() {
        return hints;
    }

    public Standing standing() {
        return progress.of(id());
    }

    /** Where the progress was put because it is not understood. */
    public Optional<Path> unreadableProgress() {
        return progress.unreadable();
    }

    /** CPython's verdict on the working file as it is now. */
    public Verdict judge() {
        if (Files.notExists(desk.file())) {
            return new Verdict(
                    Outcome.IMPORT_ERROR, "it is gone: save it again, or reset it to the exercise", List.of(), "");
        }
        return practice.onCPython(desk.file());
    }

    /** GraalPy's, for a file that CPython finds right. */
    public Verdict judgeOnGraalPy() {
        return practice.onGraalPy(desk.file());
    }

    /** @throws java.io.UncheckedIOException if it cannot be kept */
    public void keep(Verdict verdict) {
        progress.put(id(), standing().after(verdict));
    }

    /**
     * One hint more, after those already taken.
     *
     * @throws java.io.UncheckedIOException if it cannot be kept that it was taken
     */
    public List<String> takeHint() {
        var level = Math.min(standing().hints() + 1, hints.levels().size());
        progress.put(id(), standing().withHints(level));
        return hints.upTo(level);
    }

    /** Where the learner's version is kept; see {@link Desk#reset}. */
    public Path reset() {
        return desk.reset();
    }

    private String id() {
        return desk.kata().question().id();
    }
}
