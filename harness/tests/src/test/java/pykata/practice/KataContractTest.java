package pykata.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.AssertionFailedError;

/** A kata's proof accepts a sound kata, and says of an unsound one which file is at fault and why. */
class KataContractTest {

    @TempDir
    Path folder;

    @Test
    void a_sound_kata_is_accepted() {
        var proof = new KataContract(PostageKata.SOUND);
        assertThatCode(() -> {
                    proof.theStubIsRejected();
                    proof.theSolutionPassesOnCPython();
                    proof.theSolutionPassesOnGraalPy();
                    PostageKata.SOUND.wrong().forEach(proof::isCaughtByTheCheckItNames);
                    proof.theUsualMistakesAreThere();
                    proof.everyCheckCatchesAMistake();
                    proof.thereAreThreeHints();
                    proof.aLearnerNeedsNoJdk();
                })
                .doesNotThrowAnyException();
    }

    @Test
    void a_stub_that_passes_is_refused() {
        var kata = PostageKata.with(folder, "exercise.py", right(""));
        refused(
                kata,
                KataContract::theStubIsRejected,
                "kata/exercise.py: the stub must be rejected by a check",
                "solved");
    }

    @Test
    void a_stub_that_cannot_be_loaded_is_refused() {
        var kata = PostageKata.with(folder, "exercise.py", "def postage(grams):\n");
        refused(kata, KataContract::theStubIsRejected, "kata/exercise.py: the stub", "syntax error", "exercise.py:1");
    }

    @Test
    void a_solution_that_fails_is_refused() {
        var kata = PostageKata.with(folder, "solution.py", "def postage(grams):\n    return 100\n");
        var why = "kata/solution.py: the solution must pass on %s, but it is: wrong answer: the examples hold";
        refused(kata, KataContract::theSolutionPassesOnCPython, why.formatted("CPython"));
        refused(kata, KataContract::theSolutionPassesOnGraalPy, why.formatted("GraalPy"));
    }

    @Test
    void a_mistake_that_another_check_catches_first_is_refused() {
        var kata = mistake("# caught by: other weights cost what they should\n");
        refused(
                kata,
                this::prove,
                "kata/wrong/constant.py: the first check that fails is not \"other weights cost what they should\"",
                "but \"the examples hold\"");
    }

    @Test
    void a_mistake_that_names_no_check_of_the_kata_is_refused() {
        var kata = mistake("# caught by: parcels are weighed\n");
        refused(
                kata,
                this::prove,
                "kata/wrong/constant.py: its first line names no check of this kata: \"parcels are weighed\"",
                "there are: [the examples hold, other weights");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "def postage(grams):\n    return 100\n", "# the examples hold\n"})
    void a_mistake_whose_first_line_names_nothing_is_refused(String text) {
        refused(mistake(text), this::prove, "kata/wrong/constant.py: its first line must be \"# caught by: ");
    }

    @Test
    void a_mistake_that_passes_is_refused() {
        var kata = mistake(right("# caught by: the examples hold\n"));
        refused(kata, this::prove, "kata/wrong/constant.py: no check catches this mistake", "\"the examples hold\"");
    }

    @Test
    void a_mistake_that_cannot_be_loaded_is_refused() {
        var kata = mistake("# caught by: the examples hold\nimport postage_rates\n");
        refused(kata, this::prove, "kata/wrong/constant.py: this mistake must be rejected by a check", "import error");
    }

    @Test
    void a_missing_usual_mistake_is_noticed() {
        var kata = PostageKata.without(folder, "wrong/hard_coded.py");
        refused(kata, KataContract::theUsualMistakesAreThere, "kata/wrong/hard_coded.py: ", "missing");
    }

    @Test
    void a_check_that_catches_nothing_is_noticed() {
        var kata = PostageKata.without(folder, "wrong/weighs_words.py");
        refused(
                kata,
                KataContract::everyCheckCatchesAMistake,
                "kata/checks.py: ",
                "[a weight in words is a TypeError]");
    }

    @Test
    void a_missing_hint_is_noticed() {
        var kata = PostageKata.with(folder, "hints.md", "## 1\n\n## 3\n");
        refused(kata, KataContract::thereAreThreeHints, "kata/hints.md: it has no heading [## 2]");
    }

    @Test
    void missing_hints_are_noticed() {
        var kata = PostageKata.without(folder, "hints.md");
        refused(kata, KataContract::thereAreThreeHints, "kata/hints.md: it is missing");
    }

    @Test
    void checks_that_do_not_find_their_runner_are_noticed() {
        var kata = PostageKata.without(folder, "wrong/empty.py"); // in any copy
        refused(kata, KataContract::aLearnerNeedsNoJdk, "kata/checks.py: python3 checks.py", "status 1", "'checking'");
    }

    private Kata mistake(String text) {
        return PostageKata.with(folder, "wrong/constant.py", text);
    }

    private void prove(KataContract proof) {
        proof.isCaughtByTheCheckItNames(folder.resolve("src/test/katas/postage/kata/wrong/constant.py"));
    }

    private static String right(String header) {
        return header + "def postage(grams):\n    return 50 + 50 * max(-(-grams // 500), 1)\n";
    }

    private static void refused(Kata kata, Consumer<KataContract> step, String... parts) {
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> step.accept(new KataContract(kata)))
                .satisfies(failure -> assertThat(failure.getMessage()).contains(parts));
    }
}
