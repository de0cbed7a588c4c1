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

    private static final String AS_IT_IS = "as it is";

    /** A place like the one in which each mutant will lie: a claim that fails there would kill all of them. */
    private static final String IN_A_COPY = "in a copy of its Python";

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

    private Known known(ClaimTrial claim, Sources copy) {
        return Trials.isOnCPython(claim) ? knownOnCPython(claim, copy) : knownOnGraalPy(claim, copy);
    }

    /** Its first run tells both: a test may remember an answer, and then a later run takes less time, and runs less. */
    private Known knownOnCPython(ClaimTrial claim, Sources copy) {
        var started = System.nanoTime();
        var reach = Reach.onCPython(
                question,
                script -> mustHold(
                        claim, AS_IT_IS, trials.attemptOnCPython(claim, question.sources(), Trials.LONG, script)));
        var time = timeOfMutant(started);
        mustHold(claim, IN_A_COPY, trials.attempt(claim, copy, Trials.LONG));
        return new Known(claim, reach, time);
    }

    /** Its second run tells the time: the first takes seconds longer. */
    private Known knownOnGraalPy(ClaimTrial claim, Sources copy) {
        var reach = Reach.onGraalPy(
                question, () -> mustHold(claim, AS_IT_IS, trials.attempt(claim, question.sources(), Trials.LONG)));
        var started = System.nanoTime();
        mustHold(claim, IN_A_COPY, trials.attempt(claim, copy, Trials.LONG));
        return new Known(claim, reach, timeOfMutant(started));
    }

    /** How long a mutant may take: twice the original's time and a second. */
    private static Duration timeOfMutant(long started) {
        return Duration.ofNanos(System.nanoTime() - started).multipliedBy(2).plusSeconds(1);
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
