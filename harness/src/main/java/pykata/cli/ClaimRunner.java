package pykata.cli;

import java.io.PrintWriter;
import java.util.List;
import pykata.answer.Question;
import pykata.claim.ClaimRecord;

/** Carries out the proofs of questions, by their tests. */
record ClaimRunner(Repository repository) {

    /**
     * The records of a run that has just been made.
     *
     * @throws IllegalStateException if a question's claims were not carried out at all
     */
    List<ClaimRecord> run(List<Question> questions, PrintWriter progress) {
        questions.forEach(question -> ClaimRecord.forget(question.folder()));
        var ids = String.join(", ", questions.stream().map(Question::id).toList());
        new Maven(repository).run("Proving " + ids, questions, progress, "test", "-Dmaven.test.failure.ignore=true");
        for (var question : questions) {
            if (ClaimRecord.of(question.folder()).isEmpty()) {
                throw new IllegalStateException(
                        "no claim of %s was carried out; target/kata/maven.log says why".formatted(question.id()));
            }
        }
        return questions.stream()
                .flatMap(question -> ClaimRecord.of(question.folder()).stream())
                .toList();
    }
}
