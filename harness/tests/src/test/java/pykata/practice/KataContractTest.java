package pykata.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.AssertionFailedError;

/** A kata's proof accepts a sound kata, and says of an unsound one which file is at fault and why. */
class KataContractTest {

    private static final String STUB = "the stub is rejected by a check";
    private static final String ON_GRAALPY = "the solution and the right ones pass on GraalPy";
    private static final String NUMBERS = "there are wrong and right ones";
    private static final String CAUGHT = "the check that it names catches wrong/rounds_down.py";

    private static final String TOO_CHEAP = "def postage(grams):\n    return 100\n";

    @TempDir
    Path folder;

    @Test
    void a_sound_kata_is_accepted() {
        var steps = new KataContract(PostageKata.SOUND).steps().toList();
        assertThat(steps).hasSize(6 + 3 + 3 + 2);
        assertThat(steps)
                .allSatisfy(step -> assertThatCode(() -> step.proof().run()).doesNotThrowAnyException());
    }

    @Test
    void a_stub_that_passes_is_refused() {
        var kata = PostageKata.with(folder, "exercise.py", right(""));
        refused(kata, STUB, "kata/exercise.py: the stub must be rejected by a check", "Solved");
    }

    @Test
    void a_stub_that_cannot_be_loaded_is_refused() {
        var kata = PostageKata.with(folder, "exercise.py", "def postage(grams):\n");
        refused(kata, STUB, "kata/exercise.py: the stub", "syntax error", "exercise.py:1");
    }

    @Test
    void a_solution_that_fails_is_refused() {
        var kata = PostageKata.with(folder, "solution.py", "def postage(grams):\n    return 100\n");
        var why = "FAIL  the examples hold";
        refused(kata, "the solution passes on CPython", "kata/solution.py: it must pass on CPython", why);
        refused(kata, ON_GRAALPY, "kata/solution.py: it must pass on GraalPy", why);
    }

    @Test
    void a_mistake_that_another_check_catches_first_is_refused() {
        var kata = mistake("# caught by: other weights cost what they should\n" + TOO_CHEAP);
        refused(
                kata,
                CAUGHT,
                "kata/wrong/rounds_down.py: the first check that fails is not \"other weights cost what they should\"",
                "but \"the examples hold\"");
    }

    @Test
    void a_mistake_that_names_no_check_of_the_kata_is_refused() {
        var kata = mistake("# caught by: parcels are weighed\n" + TOO_CHEAP);
        refused(
                kata,
                CAUGHT,
                "kata/wrong/rounds_down.py: its first line names no check of this kata: \"parcels are weighed\"",
                "there are: [the examples hold, other weights");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "def postage(grams):\n    return 100\n", "# the examples hold\n"})
    void a_mistake_whose_first_line_names_nothing_is_refused(String text) {
        refused(mistake(text), CAUGHT, "kata/wrong/rounds_down.py: its first line must be \"# caught by: ");
    }

    @Test
    void a_mistake_that_passes_is_refused() {
        var kata = mistake(right("# caught by: the examples hold\n"));
        refused(kata, CAUGHT, "kata/wrong/rounds_down.py: no check catches this mistake", "\"the examples hold\"");
    }

    @Test
    void a_mistake_that_cannot_be_loaded_is_refused() {
        var kata = mistake("# caught by: the examples hold\nimport postage_rates\n");
        refused(kata, CAUGHT, "kata/wrong/rounds_down.py: this mistake must be rejected by a check", "import error");
    }

    @Test
    void a_right_one_that_fails_is_refused() {
        var kata = PostageKata.with(folder, "right/divides_exactly.py", "def postage(grams):\n    return 100\n");
        refused(
                kata,
                "right/divides_exactly.py passes on CPython",
                "kata/right/divides_exactly.py: it must pass on CPython",
                "FAIL  the examples hold");
        refused(kata, ON_GRAALPY, "kata/right/divides_exactly.py: it must pass on GraalPy");
    }

    @Test
    void checks_that_know_no_more_than_the_examples_are_refused() {
        var kata = PostageKata.with(folder, "checks.py", """
                from checking import check, expect, main


                @check("the examples hold")
                def examples(kata):
                    expect("postage(500)", lambda: kata.postage(500), gives=100)


                if __name__ == "__main__":
                    main()
                """);
        refused(kata, "the generated one is rejected: constant", "kata/checks.py: no check rejects", "(constant)");
        refused(kata, "the generated one is rejected: hard-coded", "kata/checks.py: no check rejects");
    }

    @Test
    void too_few_wrong_ones_are_noticed() {
        var kata = PostageKata.without(folder, "wrong/rounds_down.py");
        refused(kata, NUMBERS, "kata/wrong: 3 to 6 mistakes", "there are 2");
    }

    @Test
    void a_missing_right_one_is_noticed() {
        var kata = PostageKata.without(folder, "right/counts_steps.py");
        refused(kata, NUMBERS, "kata/right: 2 right solutions", "there are 1");
    }

    @Test
    void a_missing_hint_is_noticed() {
        var kata = PostageKata.with(folder, "hints.md", "## 1\n\n## 3\n");
        refused(kata, "there are three hints", "kata/hints.md: it has no heading [## 2]");
    }

    @Test
    void missing_hints_are_noticed() {
        var kata = PostageKata.without(folder, "hints.md");
        refused(kata, "there are three hints", "kata/hints.md: it is missing");
    }

    @Test
    void checks_that_do_not_find_their_runner_are_noticed() {
        var kata = PostageKata.without(folder, "wrong/rounds_down.py"); // in any copy
        refused(kata, "a learner needs no JDK", "kata/checks.py: python3 checks.py", "status 1", "'checking'");
    }

    @Test
    void checks_that_look_in_their_own_folder_first_are_noticed() throws IOException {
        var kata = PostageKata.without(folder, "wrong/rounds_down.py");
        Files.writeString(kata.checks(), Files.readString(kata.checks()).replace("sys.path[0] = ", "sys.path[1] = "));
        refused(kata, "a learner needs no JDK", "kata/checks.py: begin with sys.path[0] = ");
    }

    private Kata mistake(String text) {
        return PostageKata.with(folder, "wrong/rounds_down.py", text);
    }

    private static String right(String header) {
        return header + "def postage(grams):\n    return 50 + 50 * max(-(-grams // 500), 1)\n";
    }

    private static void refused(Kata kata, String name, String... parts) {
        var step = new KataContract(kata)
                .steps()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThatExceptionOfType(AssertionFailedError.class)
                .isThrownBy(() -> step.proof().run())
                .satisfies(failure -> assertThat(failure.getMessage()).contains(parts));
    }
}
