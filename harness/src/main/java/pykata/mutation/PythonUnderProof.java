package pykata.mutation;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import pykata.answer.Question;
import pykata.claim.ClaimTrial;
import pykata.python.Folders;
import pykata.python.Implementation;
import pykata.python.Sources;

/** A question's Python and the claims about it: a claim is tried on a mutant if it runs a line of what is mutated. */
final class PythonUnderProof implements Subject {

    private final Question question;
    private final Trials trials;
    private final List<Known> claims;
    private final List<Mutant> mutants;

    /** A claim, what it runs, and how long a mutant of that may take. */
    private record Known(ClaimTrial claim, Reach reach, Duration time) {}

    /** @throws IllegalStateException if a claim does not hold as it is, or not in a copy */
    PythonUnderProof(Question question, List<ClaimTrial> claims) {
        this.question = question;
        this.trials = new Trials(question.sources());
        try (var copy = MutatedCopy.of(question)) {
            this.claims = known(claims, copy.sources());
        }
        this.mutants = question.python().stream()
                .flatMap(root -> Mutant.of(question, root, Folders.files(root, ".py")).stream())
                .filter(mutant -> this.claims.stream().anyMatch(known -> known.reach.includes(mutant)))
                .toList();
    }

    @Override
    public List<Mutant> mutants() {
        return mutants;
    }

    @Override
    public Fate fate(Mutant mutant) {
        try (var copy = MutatedCopy.of(question, mutant)) {
            return claims.stream()
                    .filter(known -> known.reach.includes(mutant))
                    .map(known -> trials.attempt(known.claim, copy.sources(), known.time))
                    .filter(Fate::isKilled)
                    .findFirst()
                    .orElse(Fate.SURVIVED);
        }
    }

    /** In the order in which they are tried: first the fast interpreter, and the claims that are about little. */
    private List<Known> known(List<ClaimTrial> claims, Sources copy) {
        var onCPython = claims.stream().filter(Trials::isOnCPython).toList();
        var onGraalPy =
                claims.stream().filter(claim -> !Trials.isOnCPython(claim) && claim.isOn(Implementation.GRAALPY));
        return Stream.concat(
                        Together.map(onCPython, claim -> known(claim, copy)).stream(),
                        onGraalPy.map(claim -> known(claim, copy)))
                .sorted(Comparator.comparing((Known known) -> !Trials.isOnCPython(known.claim))
                        .thenComparing(known -> known.reach.size()))
                .toList();
    }

    /**
     * A mutant may take twice the original's time and a second. That is not the time of a claim's first run, which takes
     * seconds longer on GraalPy. The second run is in a place like the one in which each mutant will lie: a claim that
     * fails there, for want of a file beside the Python, would kill all mutants.
     */
    private Known known(ClaimTrial claim, Sources copy) {
        var original = question.sources();
        var reach = Trials.isOnCPython(claim)
                ? Reach.onCPython(
                        question,
                        script -> mustHold(
                                claim, "as it is", trials.attemptOnCPython(claim, original, Trials.LONG, script)))
                : Reach.onGraalPy(
                        question, () -> mustHold(claim, "as it is", trials.attempt(claim, original, Trials.LONG)));
        var started = System.nanoTime();
        mustHold(claim, "in a copy of its Python", trials.attempt(claim, copy, Trials.LONG));
        var time = Duration.ofNanos(System.nanoTime() - started);
        return new Known(claim, reach, time.multipliedBy(2).plusSeconds(1));
    }

    private void mustHold(ClaimTrial claim, String how, Fate fate) {
        if (fate.isKilled()) {
            throw new IllegalStateException("%s: %s does not hold %s, so no mutant can be tried on it\n%s"
                    .formatted(question.id(), claim.id(), how, fate.why()));
        }
    }

    @Override
    public void close() {
        trials.close();
    }
}
