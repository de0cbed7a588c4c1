package pykata.mutation;

import java.util.List;
import java.util.stream.Collectors;
import pykata.answer.Question;
import pykata.claim.ClaimTrial;
import pykata.practice.Kata;

/** The mutants of one function, each told with its fate; nothing is written. */
record QuickRun(Question question, List<ClaimTrial> claims, Progress progress) {

    /**
     * @param name of a function, a class or a module, such as {@code bank.deposit}
     * @return the exit status: 0 if all are killed
     * @throws IllegalArgumentException if nothing of that name has mutants
     */
    int run(String name) {
        try (var subject = isOfKata(name) ? KataSolution.of(question) : new PythonUnderProof(question, claims)) {
            var chosen = subject.mutants().stream()
                    .filter(mutant -> (mutant.name() + ".").startsWith(name + "."))
                    .toList();
            if (chosen.isEmpty()) {
                var names =
                        subject.mutants().stream().map(Mutant::name).distinct().sorted();
                throw new IllegalArgumentException("nothing called %s has mutants; these have: %s"
                        .formatted(name, names.collect(Collectors.joining(", "))));
            }
            var killed = Together.map(chosen, mutant -> {
                var fate = subject.fate(mutant);
                progress.say(told(mutant, fate));
                return fate.isKilled();
            });
            var alive = killed.stream().filter(each -> !each).count();
            progress.say("%d of %d killed".formatted(killed.size() - alive, killed.size()));
            return alive == 0 ? 0 : 1;
        }
    }

    private boolean isOfKata(String name) {
        return name.matches("solution(\\..*)?") && new Kata(question).exists();
    }

    private static String told(Mutant mutant, Fate fate) {
        var how = fate.isKilled() ? "killed by %s: %s".formatted(fate.killer(), fate.by()) : "ALIVE";
        return "%s:%d %s  %s%n  - %s%n  + %s"
                .formatted(
                        mutant.root().relativize(mutant.file()),
                        mutant.line(),
                        mutant.function(),
                        how,
                        mutant.before(),
                        mutant.after());
    }
}
