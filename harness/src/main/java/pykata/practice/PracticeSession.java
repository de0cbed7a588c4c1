package pykata.practice;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import pykata.answer.Question;
import pykata.state.StateFile;

/**
 * A learner at work on a kata, and how far they have come.
 *
 * @param hints all there are
 * @param states of all katas that were begun
 */
public record PracticeSession(
        Workspace workspace, Practice practice, List<String> hints, StateFile<KataProgress> states) {

    /**
     * @param tell hears what is wrong with the progress and does not end the session
     * @throws java.io.UncheckedIOException if the hints cannot be read
     */
    public PracticeSession(Workspace workspace, Duration limit, Consumer<String> tell) {
        this(
                workspace,
                new Practice(workspace.kata(), limit),
                workspace.kata().hintLevels(),
                KataProgress.in(workspace.folder(), tell));
    }

    /** @throws java.io.UncheckedIOException if it cannot be read */
    public KataProgress progress() {
        return states.read().getOrDefault(question().id(), KataProgress.NONE);
    }

    /** CPython's verdict on the working file as it is now. */
    public Verdict judge() {
        return practice.onCPython(workspace.file());
    }

    /** GraalPy's, for a file that CPython finds right; whoever is interrupted while waiting for it ends it. */
    public Verdict judgeOnGraalPy() {
        return practice.onGraalPy(workspace.file());
    }

    /** How the working file differs from the solution, as the lines of a unified diff. */
    public List<String> difference() {
        return practice.difference(workspace.file());
    }

    /** @throws java.io.UncheckedIOException if it cannot be kept */
    public void keep(Verdict verdict) {
        states.change(question().id(), KataProgress.NONE, now -> now.after(verdict, LocalDate.now()));
    }

    /**
     * One hint more, after those already taken.
     *
     * @throws java.io.UncheckedIOException if it cannot be kept that it was taken
     */
    public List<String> takeHint() {
        var progress = states.change(question().id(), KataProgress.NONE, now -> now.withHint(hints.size()));
        return hints.subList(0, Math.min(progress.hints(), hints.size()));
    }

    public Question question() {
        return workspace.kata().question();
    }
}
