package pykata.measured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pykata.answer.Question;
import pykata.measured.MutationScore.Part;

class MutationScoreTest {

    private static final Survivor LIMIT =
            new Survivor("src/main/python/shop/till.py", 7, "", "HURRY = 20", "HURRY = 21", 1, "");
    private static final Survivor BARS =
            new Survivor("src/main/python/till.py", 9, "Till.pay", "a = b | c", "a = \"`|`\"", 2, "Nobody looks.");
    private static final Survivor DECORATOR =
            new Survivor("kata/solution.py", 3, "Stock", "@final", "", 1, "For `mypy`, or | a reader.");

    @Test
    void is_read_as_it_was_written() {
        var score = new MutationScore(List.of(
                new Part(MutationScore.PYTHON, "0123456789abcdef", 100, 10, 7, List.of(LIMIT, BARS)),
                new Part(MutationScore.KATA, "fedcba9876543210", 58, 0, 1, List.of(DECORATOR))));

        assertThat(score.text().lines())
                .startsWith("Killed: 117 of 119 of the Python, 59 of 60 of the kata's solution", "");
        assertThat(MutationScore.parse(score.text())).isEqualTo(score);
    }

    @Test
    void a_score_without_survivors_has_no_table_of_them() {
        var perfect = new MutationScore(List.of(new Part(MutationScore.PYTHON, "0", 3, 0, 0, List.of())));
        assertThat(perfect.text()).doesNotContain("as it might be").endsWith("| `0` |\n");
        assertThat(perfect.faults()).isEmpty();
    }

    @Test
    void a_reason_stays_with_its_mutant_wherever_that_moves() {
        var moved = new Survivor(BARS.file(), 30, BARS.function(), BARS.before(), BARS.after(), BARS.number(), "");
        assertThat(score(moved).explained(score(LIMIT, BARS)).parts())
                .flatExtracting(Part::survivors)
                .extracting(Survivor::line, Survivor::reason)
                .containsExactly(tuple(30, "Nobody looks."));
    }

    @Test
    void a_reason_is_not_taken_for_another_mutants() {
        var another = new Survivor(BARS.file(), 9, "Till.refund", BARS.before(), BARS.after(), BARS.number(), "");
        var first = new Survivor(BARS.file(), 9, BARS.function(), BARS.before(), BARS.after(), 1, "");
        assertThat(score(another, first).explained(score(BARS)).unexplained()).containsExactly(another, first);
    }

    @Test
    void the_reason_of_what_is_killed_goes() {
        assertThat(score(LIMIT).explained(score(BARS)).text()).doesNotContain("Nobody looks.");
    }

    @Test
    void nine_of_ten_must_be_killed_of_each_part_and_the_others_explained() {
        var enough = new Part(MutationScore.PYTHON, "0", 89, 1, 0, Collections.nCopies(10, BARS));
        var tooFew = new Part(MutationScore.KATA, "0", 8, 0, 0, List.of(LIMIT));
        assertThat(new MutationScore(List.of(enough)).faults()).isEmpty();
        assertThat(new MutationScore(List.of(enough, tooFew)).faults())
                .containsExactly(
                        "fewer than nine of ten mutants of the kata's solution are killed",
                        "1 mutants live and have no reason to");
    }

    @Test
    void a_score_counts_until_what_decides_it_changes(@TempDir Path folder) throws IOException {
        var root = Question.in(Path.of("")).root();
        var test = folder.resolve("src/test/java/TillTest.java");
        Files.createDirectories(test.getParent());
        Files.writeString(test, "assertThat(total).isEqualTo(449);");
        assertThat(MutationScore.faults(root, folder)).containsExactly("the mutants of the Python have not been tried");

        var hash = new Deciding(root, folder).python();
        new MutationScore(List.of(new Part(MutationScore.PYTHON, hash, 9, 0, 0, List.of(BARS)))).write(folder);
        assertThat(MutationScore.faults(root, folder)).isEmpty();

        Files.writeString(test, "assertThat(total).isPositive();");
        assertThat(MutationScore.faults(root, folder))
                .containsExactly(
                        "the mutants of the Python have not been tried since what decides their fate has changed");
    }

    private static MutationScore score(Survivor... survivors) {
        return new MutationScore(List.of(new Part(MutationScore.PYTHON, "0", 9, 0, 0, List.of(survivors))));
    }
}
