package pykata.mutation;

import java.time.Duration;
import java.util.List;
import pykata.answer.Question;
import pykata.practice.Kata;
import pykata.practice.Practice;
import pykata.practice.Verdict;
import pykata.python.TemporaryFolder;

/** A kata's solution and its checks: a mutant is checked as a learner's file would be. */
record KataSolution(Kata kata, Practice practice, List<Mutant> mutants) implements Subject {

    /** @throws IllegalStateException if the solution does not pass as it is */
    static KataSolution of(Question question) {
        var kata = new Kata(question);
        var started = System.nanoTime();
        var verdict = new Practice(kata).onCPython(kata.solution());
        if (fate(verdict).isKilled()) {
            throw new IllegalStateException(
                    "%s: the kata's solution does not pass as it is\n%s".formatted(question.id(), verdict));
        }
        var time = Duration.ofNanos(System.nanoTime() - started);
        return new KataSolution(
                kata,
                new Practice(kata, time.multipliedBy(2).plusSeconds(1)),
                Mutant.of(question, kata.folder(), List.of(kata.solution())));
    }

    @Override
    public Fate fate(Mutant mutant) {
        try (var folder = TemporaryFolder.create()) {
            var file = folder.path().resolve(kata.solution().getFileName());
            mutant.write(file);
            return fate(practice.onCPython(file));
        }
    }

    private static Fate fate(Verdict verdict) {
        var killer = switch (verdict.outcome()) {
            case SOLVED -> Killer.NOTHING;
            case WRONG_ANSWER -> Killer.ASSERTION;
            case LIMIT_HIT -> Killer.HANG;
            case SYNTAX_ERROR, IMPORT_ERROR, OUR_FAULT -> Killer.CRASH;
        };
        return new Fate(killer, verdict.firstFailure().orElse(""), verdict.message());
    }
}
