package pykata.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static pykata.claim.TillAnswer.at;
import static pykata.claim.TillAnswer.healthy;
import static pykata.claim.TillAnswer.ofOneClaim;
import static pykata.claim.TillAnswer.reference;
import static pykata.python.Implementation.GRAALPY;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import pykata.python.GraalPy;
import pykata.python.Python;

/** Whoever breaks an answer's Python, its test or what it shows, is told by a red build. */
class SabotageTest {

    private static final String TILL = "src/main/python/till.py";
    private static final String NOT_PROVED = "\"A basket costs the sum of its prices\" is not proved on ";
    private static final String CHANGE_NOT_PROVED = "\"Change is what was paid, less the sum\" is not proved on ";

    @Test
    void a_healthy_answer_is_green() {
        var verdict = healthy().prove(Till.OnBoth.class);
        assertThat(verdict.red()).isEmpty();
        assertThat(verdict.skipped()).isEmpty();
        assertThat(verdict.green())
                .containsExactlyInAnyOrder(
                        Till.TOTAL + ": " + GraalPy.version(),
                        Till.TOTAL + ": " + reference(),
                        Till.TOTAL + ": its broken twin is caught on " + GraalPy.version(),
                        Till.TOTAL + ": its broken twin is caught on " + reference(),
                        Till.TOTAL + ": the broken twin of " + Till.CHANGE + " leaves it alone on " + reference(),
                        Till.CHANGE + ": " + GraalPy.version(),
                        Till.CHANGE + ": " + reference(),
                        Till.CHANGE + ": its broken twin is caught on " + GraalPy.version(),
                        Till.CHANGE + ": its broken twin is caught on " + reference(),
                        Till.CHANGE + ": the broken twin of " + Till.TOTAL + " leaves it alone on " + reference());
        assertThat(verdict.printed())
                .contains("proved  proved   twin dies  A basket costs the sum of its prices")
                .contains("2 of 2 claims proved");
    }

    @Test
    void a_single_attempt_can_be_repeated() {
        var verdict = healthy().proveFirstAttempt(Till.OnCPython.class, Till.TOTAL);
        assertThat(verdict.red()).isEmpty();
        assertThat(verdict.green()).containsExactly(Till.TOTAL + ": " + reference());
    }

    @Test
    void python_that_computes_something_else_is_red_on_each_interpreter() {
        var verdict =
                healthy().edit(TILL, "paid - sum(prices)", "paid - max(prices)").prove(Till.OnBoth.class);
        assertThat(verdict.red())
                .hasSize(2)
                .allSatisfy(message -> assertThat(message)
                        .contains("change of 500 cents: observed 250, expected 51")
                        .endsWith("claim: " + at("README.md", "Change is what was paid, less the sum")));
        assertThat(verdict.red())
                .anySatisfy(message -> assertThat(message).startsWith(CHANGE_NOT_PROVED + GraalPy.version()))
                .anySatisfy(message -> assertThat(message).startsWith(CHANGE_NOT_PROVED + reference()));
        assertThat(verdict.printed())
                .contains("FAILED  FAILED   twin dies  Change is what was paid, less the sum")
                .contains("1 of 2 claims proved");
    }

    @Test
    void python_that_raises_is_red_with_its_file_and_line() {
        var verdict = healthy().edit(TILL, "return paid", "return Paid").prove(Till.OnCPython.class, Till.CHANGE);
        assertThat(verdict.red())
                .singleElement()
                .asString()
                .startsWith(CHANGE_NOT_PROVED + reference())
                .contains("NameError on " + reference())
                .contains("/target/till/src/main/python/till.py\", line 9, in change")
                .contains(at("README.md", "Change is what was paid, less the sum"));
    }

    @Test
    void a_wrong_expectation_is_red() {
        var verdict = ofOneClaim().prove(ExpectsAnother.class);
        assertThat(verdict.red())
                .singleElement()
                .asString()
                .startsWith(NOT_PROVED + reference())
                .contains("cents for two items: observed 449, expected 450")
                .endsWith("claim: " + at("README.md", "A basket costs the sum of its prices"));
    }

    @Fixture
    @AnswerIn(TillAnswer.FOLDER)
    static class ExpectsAnother extends AnswerTest {

        @Claim
        @NotOn(value = GRAALPY, because = "one interpreter is enough here")
        void a_basket_costs_the_sum_of_its_prices(Python python, Observed observed) {
            observed.that("cents for two items", Till.totalOn(python)).isEqualTo(450);
        }
    }

    @Test
    void a_claim_that_observes_nothing_is_red() {
        var verdict = ofOneClaim().prove(ObservesNothing.class);
        assertThat(verdict.red())
                .first()
                .asString()
                .startsWith(NOT_PROVED + reference())
                .contains("the test observes nothing, so it proves nothing")
                .endsWith("claim: " + at("README.md", "A basket costs the sum of its prices"));
    }

    @Fixture
    @AnswerIn(TillAnswer.FOLDER)
    static class ObservesNothing extends AnswerTest {

        @Claim
        @NotOn(value = GRAALPY, because = "one interpreter is enough here")
        void a_basket_costs_the_sum_of_its_prices(Python python, Observed observed) {
            Till.totalOn(python);
        }
    }

    @Test
    void an_observation_that_is_compared_only_elsewhere_is_red() {
        var verdict = ofOneClaim().prove(ExpectsNothingHere.class);
        assertThat(verdict.red())
                .first()
                .asString()
                .startsWith(NOT_PROVED + reference())
                .contains("\"cents for two items\" is observed but nothing is expected of it on " + reference())
                .endsWith("claim: " + at("README.md", "A basket costs the sum of its prices"));
    }

    @Fixture
    @AnswerIn(TillAnswer.FOLDER)
    static class ExpectsNothingHere extends AnswerTest {

        @Claim
        @NotOn(value = GRAALPY, because = "one interpreter is enough here")
        void a_basket_costs_the_sum_of_its_prices(Python python, Observed observed) {
            observed.that("cents for two items", Till.totalOn(python)).on(GRAALPY, 449);
        }
    }

    @Test
    void a_private_claim_is_red_when_the_whole_class_runs() {
        var verdict = healthy().prove(HasAPrivateClaim.class);
        assertThat(verdict.red())
                .singleElement()
                .asString()
                .endsWith("HasAPrivateClaim.%s was not run: is it private, static or disabled?".formatted(Till.CHANGE));
        assertThat(healthy().prove(HasAPrivateClaim.class, Till.TOTAL).red()).isEmpty();
    }

    @Fixture
    @AnswerIn(TillAnswer.FOLDER)
    static class HasAPrivateClaim extends AnswerTest {

        @Claim
        @NotOn(value = GRAALPY, because = "one interpreter is enough here")
        void a_basket_costs_the_sum_of_its_prices(Python python, Observed observed) {
            Till.total(python, observed);
        }

        @Claim
        private void change_is_what_was_paid_less_the_sum(Python python, Observed observed) {
            Till.change(python, observed);
        }
    }

    @Test
    void a_static_claim_is_red_when_the_whole_class_runs() {
        var verdict = healthy().prove(HasAStaticClaim.class);
        assertThat(verdict.red())
                .singleElement()
                .asString()
                .endsWith("HasAStaticClaim.%s was not run: is it private, static or disabled?".formatted(Till.CHANGE));
    }

    @Fixture
    @AnswerIn(TillAnswer.FOLDER)
    static class HasAStaticClaim extends AnswerTest {

        @Claim
        @NotOn(value = GRAALPY, because = "one interpreter is enough here")
        void a_basket_costs_the_sum_of_its_prices(Python python, Observed observed) {
            Till.total(python, observed);
        }

        @Claim
        static void change_is_what_was_paid_less_the_sum(Python python, Observed observed) {
            Till.change(python, observed);
        }
    }

    @Test
    void a_claim_that_hangs_is_red_and_the_next_one_is_proved() {
        var verdict = healthy()
                .edit(TILL, "return paid - sum(prices)", "while True: pass")
                .prove(HangsFirst.class);
        assertThat(verdict.red())
                .hasSize(2)
                .allSatisfy(message -> assertThat(message)
                        .startsWith(CHANGE_NOT_PROVED)
                        .contains("till.change gave no answer within 4 s on ")
                        .endsWith("claim: " + at("README.md", "Change is what was paid, less the sum")))
                .anySatisfy(message -> assertThat(message).contains("4 s on " + GraalPy.version()))
                .anySatisfy(message -> assertThat(message)
                        .contains("4 s on " + reference() + " and was stopped at till.py:9, in change"));
        assertThat(verdict.green()).contains(Till.TOTAL + ": " + GraalPy.version(), Till.TOTAL + ": " + reference());
    }

    @Fixture
    @AnswerIn(TillAnswer.FOLDER)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class HangsFirst extends AnswerTest {

        @Claim(seconds = 1, falsifier = "none: it hangs already")
        @Order(1)
        void change_is_what_was_paid_less_the_sum(Python python, Observed observed) {
            Till.change(python, observed);
        }

        @Claim
        @Order(2)
        void a_basket_costs_the_sum_of_its_prices(Python python, Observed observed) {
            Till.total(python, observed);
        }
    }
}
