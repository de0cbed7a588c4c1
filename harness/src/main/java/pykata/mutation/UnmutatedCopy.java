package pykata.mutation;

import java.nio.file.Files;
import java.util.List;
import org.apache.commons.io.function.Uncheck;
import pykata.answer.Question;
import pykata.claim.ClaimTrial;
import pykata.python.Sources;

/**
 * A question's Python without a mistake, in the place where each mutant will lie: a claim that fails there, for want of a
 * file beside the Python, would kill all mutants. It is apart from {@link PythonUnderProof} because a change of that asks
 * for the mutants of all questions.
 */
final class UnmutatedCopy {

    private UnmutatedCopy() {}

    /** @throws IllegalStateException if a claim does not hold as it is, or not in a copy */
    static Subject tried(Question question, List<ClaimTrial> claims) {
        var subject = new PythonUnderProof(question, claims);
        subject.mutants().stream().findFirst().ifPresent(mutant -> {
            try (var copy = MutatedCopy.of(question, unmutated(mutant));
                    var trials = new Trials(question.sources())) {
                claims.forEach(claim -> mustHold(question, claim, trials, copy.sources()));
            }
        });
        return subject;
    }

    private static Mutant unmutated(Mutant mutant) {
        return new Mutant(
                mutant.root(),
                mutant.file(),
                mutant.line(),
                mutant.function(),
                mutant.before(),
                mutant.before(),
                mutant.number(),
                mutant.first(),
                mutant.last(),
                Uncheck.get(() -> Files.readString(mutant.file())));
    }

    private static void mustHold(Question question, ClaimTrial claim, Trials trials, Sources copy) {
        var fate = trials.attempt(claim, copy, Trials.LONG);
        if (fate.isKilled()) {
            throw new IllegalStateException(
                    "%s: %s does not hold in a copy of its Python, so no mutant can be tried on it\n%s"
                            .formatted(question.id(), claim.id(), fate.why()));
        }
    }
}
