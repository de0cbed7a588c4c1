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
        questions.forEach(ClaimRecord::forget);
        var ids = String.join(", ", questions.stream().map(Question::id).toList());
        new Maven(repository).run("Proving " + ids, questions, progress, "test", "-Dmaven.test.failure.ignore=true");
        return questions.stream().map(ClaimRunner::record).toList();
    }

    private static ClaimRecord record(Question question) {
        var record = ClaimRecord.of(question);
        if (record.claims().isEmpty()) {
            throw new IllegalStateException(
                    "no claim of %s was carried out; target/kata/maven.log says why".formatted(question.id()));
        }
        return record;
    }
}
