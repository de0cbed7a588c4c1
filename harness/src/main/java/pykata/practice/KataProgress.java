package pykata.practice;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pykata.state.StateFile;

/**
 * How far a learner has come with a kata.
 *
 * @param passed checks that pass
 * @param checks all there are; 0 if none ever ran
 * @param hints that were taken
 * @param solvedOn the day on which all checks passed for the first time
 */
public record KataProgress(
        int passed, int checks, int hints, @Nullable LocalDate solvedOn) {

    public static final KataProgress NONE = new KataProgress(0, 0, 0, null);

    /** That of all questions, between two sittings. */
    public static StateFile<KataProgress> in(Path folder, Consumer<String> tell) {
        return new StateFile<>(folder.resolve("progress.json"), KataProgress.class, tell);
    }

    /** Whether all checks pass now. */
    public boolean passes() {
        return checks > 0 && passed == checks;
    }

    /** Whether all checks have passed at some time. */
    public boolean isSolved() {
        return solvedOn != null || passes();
    }

    /** What is solved stays solved, whatever is tried afterwards. */
    KataProgress after(Verdict verdict, LocalDate today) {
        if (verdict.checks().isEmpty()) {
            return this;
        }
        var all = verdict.checks().size();
        var first = solvedOn == null && (passes() || verdict.passed() == all) ? today : solvedOn;
        return new KataProgress(verdict.passed(), all, hints, first);
    }

    /** One hint more, if there is one. */
    KataProgress withHint(int all) {
        return new KataProgress(passed, checks, Math.max(hints, Math.min(hints + 1, all)), solvedOn);
    }
}
