package pykata.mutation;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import pykata.answer.Question;
import pykata.claim.ClaimTrial;
import pykata.python.Folders;
import pykata.python.Implementation;

/** A question's Python and the claims about it: a claim is tried on a mutant if it runs a line of what is mutated. */
final class PythonUnderProof implements Subject {

    private final Question question;
    private final Trials trials;
    private final List<Known> claims;
    private final List<Mutant> mutants;

    /** A claim, what it runs, and how long a mutant of that may take. */
    private record Known(ClaimTrial claim, Reach reach, Duration time) {}

    /** @throws IllegalStateException if a claim does not hold as it is */
    PythonUnderProof(Question question, List<ClaimTrial> claims) {
        this.question = question;
        this.trials = new Trials(question.sources());
        this.claims = known(claims);
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
    private List<Known> known(List<ClaimTrial> claims) {
        var onCPython = claims.stream().filter(Trials::isOnCPython).toList();
        var onGraalPy =
                claims.stream().filter(claim -> !Trials.isOnCPython(claim) && claim.isOn(Implementation.GRAALPY));
        return Stream.concat(
                        Together.map(onCPython, this::knownOnCPython).stream(), onGraalPy.map(this::knownOnGraalPy))
                .sorted(Comparator.comparing((Known known) -> !Trials.isOnCPython(known.claim))
                        .thenComparing(known -> known.reach.size()))
                .toList();
    }

    private Known knownOnCPython(ClaimTrial claim) {
        var time = time(claim);
        var reach = Reach.onCPython(
                question,
                script -> mustHold(claim, trials.attemptOnCPython(claim, question.sources(), Trials.LONG, script)));
        return new Known(claim, reach, time);
    }

    private Known knownOnGraalPy(ClaimTrial claim) {
        var reach = Reach.onGraalPy(
                question, () -> mustHold(claim, trials.attempt(claim, question.sources(), Trials.LONG)));
        return new Known(claim, reach, time(claim)); // not that of its first run, which takes seconds longer
    }

    /** How long a mutant may take: twice the original's time and a second. */
    private Duration time(ClaimTrial claim) {
        var started = System.nanoTime();
        mustHold(claim, trials.attempt(claim, question.sources(), Trials.LONG));
        return Duration.ofNanos(System.nanoTime() - started).multipliedBy(2).plusSeconds(1);
    }

    private void mustHold(ClaimTrial claim, Fate fate) {
        if (fate.isKilled()) {
            throw new IllegalStateException("%s: %s does not hold as it is, so no mutant can be tried on it\n%s"
                    .formatted(question.id(), claim.id(), fate.why()));
        }
    }

    @Override
    public void close() {
        trials.close();
    }
}
