package pykata.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pykata.claim.ClaimTrial;
import pykata.measured.MutationScore;

/** Whether mutants are tried on the claims that run them, and what is made of the outcome. */
class MutationTest {

    private static final List<ClaimTrial> CLAIMS = ClaimTrial.of(CountingClaims.OnCPython.class);

    private final CountingAnswer answer = CountingAnswer.make();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final Progress progress = new Progress(new PrintStream(said, true), false);

    @Test
    void a_mutant_is_killed_by_an_assertion_a_crash_or_a_hang() {
        try (var subject = new PythonUnderProof(answer.question(), CLAIMS)) {
            assertThat(subject.mutants())
                    .extracting(
                            Mutant::line,
                            Mutant::after,
                            mutant -> subject.fate(mutant).killer())
                    .contains(
                            tuple(4, "HURRY = 21", Killer.NOTHING),
                            tuple(9, "total = 1", Killer.ASSERTION),
                            tuple(10, "while not (rest):", Killer.ASSERTION),
                            tuple(11, "pass", Killer.HANG),
                            tuple(12, "return None", Killer.ASSERTION),
                            tuple(17, "threading.Thread().start()", Killer.HANG));
        }
    }

    @Test
    void what_no_claim_runs_is_not_mutated_and_what_a_thread_runs_is() {
        try (var subject = new PythonUnderProof(answer.question(), CLAIMS)) {
            assertThat(subject.mutants())
                    .extracting(Mutant::function)
                    .contains("", "paid", "change")
                    .doesNotContain("unreached");
        }
    }

    @Test
    void a_claim_reaches_what_it_runs_before_it_remembers() {
        try (var subject = new PythonUnderProof(answer.question(), ClaimTrial.of(CountingClaims.Remembering.class))) {
            assertThat(subject.mutants()).extracting(Mutant::function).contains("paid");
        }
    }

    @Test
    void graalpy_serves_for_claims_that_are_about_it() {
        try (var subject = new PythonUnderProof(answer.question(), ClaimTrial.of(CountingClaims.OnGraalPy.class))) {
            assertThat(subject.mutants())
                    .extracting(Mutant::function)
                    .contains("paid")
                    .doesNotContain("change");
            var killers = subject.mutants().stream()
                    .filter(mutant -> mutant.function().equals("paid"))
                    .filter(mutant -> mutant.line() == 11)
                    .collect(Collectors.toMap(
                            Mutant::after, mutant -> subject.fate(mutant).killer()));
            assertThat(killers)
                    .isEqualTo(Map.of(
                            "total -= rest.pop()", Killer.ASSERTION,
                            "total = rest.pop()", Killer.ASSERTION,
                            "pass", Killer.HANG));
        }
    }

    @Test
    void a_claim_that_fails_on_the_code_as_it_is_says_nothing_about_mutants() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new PythonUnderProof(answer.question(), ClaimTrial.of(CountingClaims.Wrong.class)))
                .withMessageContaining("paid_is_the_first does not hold as it is")
                .withMessageContaining("observed 449, expected 250");
    }

    @Test
    void a_claim_that_fails_in_a_copy_would_kill_every_mutant() {
        answer.write("src/main/till.txt", "0");
        var python = "src/main/python/counting.py";
        var till = "int(__import__('pathlib').Path(__file__).parents[1].joinpath('till.txt').read_text())";
        answer.write(python, answer.read(python).replace("total = 0", "total = " + till));
        assertThatIllegalStateException()
                .isThrownBy(() -> new PythonUnderProof(answer.question(), List.of(CLAIMS.getLast())))
                .withMessageContaining("paid_is_the_sum does not hold in a copy of its Python")
                .withMessageContaining("FileNotFoundError");
    }

    @Test
    void the_checks_of_a_kata_judge_the_mutants_of_its_solution() {
        try (var subject = KataSolution.of(answer.question())) {
            assertThat(subject.mutants())
                    .filteredOn(mutant -> mutant.after().equals("return None"))
                    .singleElement()
                    .satisfies(mutant -> assertThat(subject.fate(mutant))
                            .extracting(Fate::killer, Fate::by)
                            .containsExactly(Killer.ASSERTION, "the examples hold"));
        }
    }

    @Test
    void a_run_writes_the_score_and_the_next_one_runs_what_has_changed() {
        assertThat(run()).isEqualTo(1);
        var page = answer.read("mutants.md");
        assertThat(page.lines().findFirst().orElseThrow())
                .matches("Killed: \\d+ of \\d+ of the Python, \\d+ of \\d+ of the kata's solution");
        assertThat(page).contains("| `HURRY = 20` | `HURRY = 21` | **NO REASON YET** |");
        assertThat(said.toString()).contains("the mutants of the Python", "the mutants of the kata's solution");

        said.reset();
        answer.write("mutants.md", page.replace("**NO REASON YET**", "It limits what does not hang."));
        answer.write("kata/checks.py", answer.read("kata/checks.py") + "# weaker, perhaps\n");
        run();
        assertThat(said.toString())
                .doesNotContain("the mutants of the Python")
                .contains("the mutants of the kata's solution");
        assertThat(answer.read("mutants.md")).contains("It limits what does not hang.");
        assertThat(MutationScore.read(answer.question().folder()).unexplained()).isEmpty();
    }

    @Test
    void a_quick_run_tells_each_fate_and_writes_nothing() {
        assertThat(new QuickRun(answer.question(), CLAIMS, progress).run("counting.change"))
                .isEqualTo(1);
        assertThat(said.toString())
                .contains(
                        "counting.py:18 change  ALIVE%n  - return answers.get(timeout=HURRY)%n  + return answers.get()"
                                .formatted(),
                        "counting.py:18 change  killed by an assertion: change_comes_from_a_thread",
                        "5 of 6 killed")
                .doesNotContain("total");
        assertThat(MutationScore.in(answer.question().folder())).doesNotExist();
    }

    @Test
    void a_quick_run_of_nothing_says_what_there_is() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuickRun(answer.question(), CLAIMS, progress).run("counting.chang"))
                .withMessage("nothing called counting.chang has mutants; these have:"
                        + " counting, counting.change, counting.paid");
    }

    private int run() {
        return new WholeRun(answer.question(), CLAIMS, progress).run(false);
    }
}
