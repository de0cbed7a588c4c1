package pykata.mutation;

import static pykata.measured.MutationScore.KATA;
import static pykata.measured.MutationScore.PYTHON;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import pykata.answer.Question;
import pykata.claim.ClaimTrial;
import pykata.measured.Deciding;
import pykata.measured.MutationScore;
import pykata.measured.MutationScore.Part;
import pykata.measured.Survivor;
import pykata.practice.Kata;

/** All mutants of a question, and its {@code mutants.md}. What nothing has changed that decides it is not run again. */
record WholeRun(Question question, List<ClaimTrial> claims, Progress progress) {

    /** @return the exit status: 0 if enough are killed, and all others have a reason to live */
    int run(boolean again) {
        var started = System.nanoTime();
        var score = score(again);
        score.write(question.folder());
        progress.say("%s: killed %s (%d s)"
                .formatted(question.id(), score.summary(), (System.nanoTime() - started) / 1_000_000_000));
        score.unexplained()
                .forEach(survivor -> progress.say("  alive: %s:%d %s%n    - %s%n    + %s"
                        .formatted(
                                question.name(question.folder().resolve(survivor.file())),
                                survivor.line(),
                                survivor.function(),
                                survivor.before(),
                                survivor.after())));
        var file = question.name(MutationScore.in(question.folder()));
        score.faults().forEach(fault -> progress.say("%s: %s".formatted(file, fault)));
        return score.faults().isEmpty() ? 0 : 1;
    }

    private MutationScore score(boolean again) {
        var earlier = MutationScore.read(question.folder());
        var valid = again ? new MutationScore(List.of()) : earlier;
        var deciding = new Deciding(question.root(), question.folder());
        var parts = new ArrayList<Part>();
        parts.add(part(PYTHON, deciding.python(), valid, () -> new PythonUnderProof(question, claims)));
        if (new Kata(question).exists()) {
            parts.add(part(KATA, deciding.kata(), valid, () -> KataSolution.of(question)));
        }
        return new MutationScore(parts).explained(earlier);
    }

    private Part part(String name, String hash, MutationScore valid, Supplier<Subject> subject) {
        return valid.part(name, hash).orElseGet(() -> run(name, hash, subject));
    }

    private Part run(String name, String hash, Supplier<Subject> made) {
        progress.say("%s: the mutants of %s".formatted(question.id(), name));
        try (var subject = made.get()) {
            var mutants = subject.mutants();
            var done = new AtomicInteger();
            var killers = Together.map(mutants, mutant -> {
                var killer = subject.fate(mutant).killer();
                progress.tell("%d of %d mutants of %s".formatted(done.incrementAndGet(), mutants.size(), name));
                return killer;
            });
            return new Part(
                    name,
                    hash,
                    Collections.frequency(killers, Killer.ASSERTION),
                    Collections.frequency(killers, Killer.CRASH),
                    Collections.frequency(killers, Killer.HANG),
                    IntStream.range(0, mutants.size())
                            .filter(index -> killers.get(index) == Killer.NOTHING)
                            .mapToObj(index -> survivor(mutants.get(index)))
                            .toList());
        }
    }

    private Survivor survivor(Mutant mutant) {
        return new Survivor(
                question.link(mutant.file()),
                mutant.line(),
                mutant.function(),
                mutant.before(),
                mutant.after(),
                mutant.number(),
                "");
    }
}
