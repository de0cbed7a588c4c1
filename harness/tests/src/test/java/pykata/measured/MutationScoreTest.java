package pykata.measured;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import pykata.measured.MutationScore.Part;
import pykata.measured.MutationScore.Survivor;

class MutationScoreTest {

    private static final Survivor LIMIT =
            new Survivor("src/main/python/shop/till.py", 7, "", "HURRY = 20", "HURRY = 21", 1, "");
    private static final Survivor BARS =
            new Survivor("src/main/python/till.py", 9, "Till.pay", "a = b | c", "a = \"`|`\"", 2, "Nobody looks.");
    private static final Survivor DECORATOR =
            new Survivor("kata/solution.py", 3, "Stock", "@final", "", 1, "A hint | for `mypy`.".replace("|", "or"));

    @Test
    void is_read_as_it_was_written() {
        var score = new MutationScore(List.of(
                new Part("the Python", "0123456789abcdef", 100, 10, 7, List.of(LIMIT, BARS)),
                new Part("the kata's solution", "fedcba9876543210", 58, 0, 1, List.of(DECORATOR))));

        assertThat(score.text().lines())
                .startsWith("Killed: 117 of 119 of the Python, 59 of 60 of the kata's solution", "");
        assertThat(MutationScore.parse(score.text().lines().toList())).isEqualTo(score);
    }

    @Test
    void a_reason_stays_with_its_mutant_wherever_that_moves() {
        var moved = new Survivor(BARS.file(), 30, BARS.function(), BARS.before(), BARS.after(), BARS.number(), "");
        assertThat(part(moved).explained(List.of(LIMIT, BARS)).survivors())
                .singleElement()
                .extracting(Survivor::line, Survivor::reason)
                .containsExactly(30, "Nobody looks.");
    }

    @Test
    void a_reason_is_not_taken_for_another_mutants() {
        var another = new Survivor(BARS.file(), 9, "Till.refund", BARS.before(), BARS.after(), BARS.number(), "");
        var second = new Survivor(BARS.file(), 9, BARS.function(), BARS.before(), BARS.after(), 1, "");
        var score = new MutationScore(List.of(part(another, second).explained(List.of(BARS))));
        assertThat(score.unexplained()).containsExactly(another, second);
    }

    @Test
    void nine_of_ten_must_be_killed_of_each_part() {
        var enough = new Part("the Python", "0", 89, 1, 0, java.util.Collections.nCopies(10, BARS));
        var tooFew = new Part("the kata's solution", "0", 8, 0, 0, List.of(BARS));
        assertThat(new MutationScore(List.of(enough)).meetsBar()).isTrue();
        assertThat(new MutationScore(List.of(enough, tooFew)).meetsBar()).isFalse();
    }

    private static Part part(Survivor... survivors) {
        return new Part("the Python", "0", 1, 0, 0, List.of(survivors));
    }
}
