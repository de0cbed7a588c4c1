package pykata.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static pykata.python.Implementation.CPYTHON;
import static pykata.python.Implementation.GRAALPY;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pykata.python.Interpreter;
import pykata.python.Version;

/** What is shown is what was asserted, and nothing else is shown. */
class ObservedTest {

    private final Observed observed = new Observed(new Interpreter(CPYTHON, new Version(3, 13, 5)));

    @Test
    void shows_rows_in_the_order_they_were_observed() {
        observed.that("second letter", "b").isEqualTo("b");
        observed.that("first letter", List.of("a")).isEqualTo(List.of("a"));
        observed.mustBeComplete();
        assertThat(observed.rows().toString()).isEqualTo("{second letter='b', first letter=['a']}");
    }

    @Test
    void says_what_was_seen_and_what_was_expected() {
        assertThatExceptionOfType(ClaimNotMet.class)
                .isThrownBy(() -> observed.that("balance", 90).isEqualTo(100))
                .withMessage("balance: observed 90, expected 100");
        assertThatExceptionOfType(ClaimNotMet.class)
                .isThrownBy(
                        () -> observed.that("answer", NullNode.getInstance()).isEqualTo(false))
                .withMessage("answer: observed None, expected False");
    }

    @Test
    void what_was_not_returned_is_no_none() {
        assertThatExceptionOfType(ClaimNotMet.class)
                .isThrownBy(() -> observed.control("answer", null).isEqualTo(null))
                .withMessage("\"answer\" is not in what was returned: is its name misspelt?");
    }

    @Test
    void tells_integers_from_floats_and_numbers_from_text() {
        assertThatExceptionOfType(ClaimNotMet.class)
                .isThrownBy(() -> observed.that("half of two", 1.0).isEqualTo(1))
                .withMessage("half of two: observed 1.0, expected 1");
        assertThatExceptionOfType(ClaimNotMet.class)
                .isThrownBy(() -> observed.that("one", "1").isEqualTo(1));
    }

    @Test
    void compares_numbers_and_dictionaries_of_any_java_type() {
        observed.that("count", 1L).isEqualTo(1);
        observed.that("counts", Map.of("a", 1L)).isEqualTo(Map.of("a", (short) 1));
        observed.mustBeComplete();
    }

    @Test
    void the_first_set_that_includes_the_interpreter_counts() {
        observed.that("a", 1).on(GRAALPY, 2).on(CPYTHON.before(3, 14), 1).on(CPYTHON, 3);
        observed.that("b", 1).on(CPYTHON.since(3, 14), 2).on(CPYTHON, 1);
        observed.mustBeComplete();
        assertThatExceptionOfType(ClaimNotMet.class)
                .isThrownBy(
                        () -> observed.that("c", 1).on(CPYTHON.since(3, 13), 2).on(CPYTHON, 1))
                .withMessage("c: observed 1, expected 2");
    }

    @Test
    void shows_the_bound_of_a_magnitude_and_not_the_magnitude() {
        observed.that("steps", 17).isAtMost(20);
        observed.that("more steps", 17.5).isAtLeast(17);
        assertThat(observed.rows()).containsEntry("steps", "≤ 20").containsEntry("more steps", "≥ 17");
        assertThatExceptionOfType(ClaimNotMet.class)
                .isThrownBy(() -> observed.that("too many", 21).isAtMost(20))
                .withMessage("too many: observed 21, expected ≤ 20");
        assertThatExceptionOfType(ClaimNotMet.class)
                .isThrownBy(() -> observed.that("no number", "17").isAtLeast(1));
    }

    @Test
    void is_incomplete_without_observations_or_with_a_label_twice() {
        assertThatExceptionOfType(ClaimNotMet.class)
                .isThrownBy(observed::mustBeComplete)
                .withMessage("the test observes nothing, so it proves nothing");
        observed.that("steps", 1).isEqualTo(1);
        observed.that("steps", 2).isEqualTo(2);
        assertThatExceptionOfType(ClaimNotMet.class)
                .isThrownBy(observed::mustBeComplete)
                .withMessage("two observations have the same label: steps, steps");
    }

    @Test
    void is_incomplete_if_an_observation_is_never_compared() {
        observed.that("steps", 1);
        assertThatExceptionOfType(ClaimNotMet.class)
                .isThrownBy(observed::mustBeComplete)
                .withMessage("\"steps\" is observed but nothing is expected of it on CPython 3.13.5");
    }

    @Test
    void a_control_is_asserted_and_not_shown() {
        observed.that("both deposits arrive", true).isEqualTo(true);
        observed.control("one deposit alone", 200).isEqualTo(200);
        assertThat(observed.rows()).containsOnlyKeys("both deposits arrive");
        assertThatExceptionOfType(ClaimNotMet.class)
                .isThrownBy(() -> observed.control("no deposit", 1).isEqualTo(0));
    }

    @Test
    void controls_alone_show_nothing() {
        observed.control("one deposit alone", 200).isEqualTo(200);
        assertThatExceptionOfType(ClaimNotMet.class)
                .isThrownBy(observed::mustBeComplete)
                .withMessage("the test observes nothing, so it proves nothing");
    }
}
