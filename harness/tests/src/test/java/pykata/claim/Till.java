package pykata.claim;

import static pykata.python.Implementation.GRAALPY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import pykata.python.Python;

/** The healthy tests of the healthy answer in {@code src/test/answers/till}. */
final class Till {

    static final String TOTAL = "a_basket_costs_the_sum_of_its_prices";
    static final String CHANGE = "change_is_what_was_paid_less_the_sum";

    private static final List<Integer> PRICES = List.of(250, 199);

    private Till() {}

    static JsonNode totalOn(Python python) {
        return python.call("till.total", PRICES);
    }

    static void total(Python python, Observed observed) {
        observed.that("cents for two items", totalOn(python)).isEqualTo(449);
    }

    static void change(Python python, Observed observed) {
        observed.that("change of 500 cents", python.call("till.change", 500, PRICES))
                .isEqualTo(51);
    }

    @Fixture
    @AnswerIn(TillAnswer.FOLDER)
    static class OnBoth extends AnswerTest {

        @Claim
        void a_basket_costs_the_sum_of_its_prices(Python python, Observed observed) {
            total(python, observed);
        }

        @Claim
        void change_is_what_was_paid_less_the_sum(Python python, Observed observed) {
            change(python, observed);
        }
    }

    /** Starts no GraalPy: for sabotage that any interpreter shows. */
    @Fixture
    @AnswerIn(TillAnswer.FOLDER)
    static class OnCPython extends AnswerTest {

        @Claim
        @NotOn(value = GRAALPY, because = "one interpreter is enough here")
        void a_basket_costs_the_sum_of_its_prices(Python python, Observed observed) {
            total(python, observed);
        }

        @Claim
        @NotOn(value = GRAALPY, because = "one interpreter is enough here")
        void change_is_what_was_paid_less_the_sum(Python python, Observed observed) {
            change(python, observed);
        }
    }
}
