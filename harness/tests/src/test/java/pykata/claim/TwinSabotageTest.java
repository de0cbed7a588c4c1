package pykata.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static pykata.claim.TillAnswer.at;
import static pykata.claim.TillAnswer.healthy;
import static pykata.claim.TillAnswer.name;
import static pykata.claim.TillAnswer.reference;
import static pykata.python.Implementation.GRAALPY;

import java.util.List;
import org.junit.jupiter.api.Test;
import pykata.python.Python;
import pykata.python.PythonFailure;

/** A test that cannot fail proves nothing: a broken twin has to break its claim, by assertion, and no other. */
class TwinSabotageTest {

    private static final String TWIN = "src/test/python/broken/" + Till.TOTAL;
    private static final String NOT_PROVED = "\"A basket costs the sum of its prices\" is not proved on ";

    @Test
    void a_twin_that_breaks_nothing_is_red() {
        var verdict = healthy().edit(TWIN + "/till.py", "prices[1:]", "prices").prove(Till.OnCPython.class, Till.TOTAL);
        assertThat(verdict.red())
                .singleElement()
                .asString()
                .startsWith(NOT_PROVED + reference())
                .contains("it still holds with its broken twin " + name(TWIN) + ": the test cannot fail")
                .endsWith("claim: " + at("README.md", "A basket costs the sum of its prices"));
        assertThat(verdict.printed()).contains("proved   TWIN LIVES  A basket costs the sum of its prices");
    }

    @Test
    void a_twin_that_crashes_is_red_with_its_file_and_line() {
        var verdict =
                healthy().edit(TWIN + "/till.py", "prices[1:]", "prices[0]").prove(Till.OnCPython.class, Till.TOTAL);
        assertThat(verdict.red())
                .singleElement()
                .asString()
                .startsWith(NOT_PROVED + reference())
                .contains("its broken twin " + name(TWIN) + " crashes instead of failing an assertion")
                .contains("TypeError on " + reference())
                .contains("/till.py\", line 5, in total")
                .endsWith("claim: " + at("README.md", "A basket costs the sum of its prices"));
    }

    @Test
    void a_twin_that_breaks_another_claim_too_is_red() {
        var verdict = healthy()
                .append(TWIN + "/till.py", "\n\ndef change(paid, prices):\n    return 0\n")
                .prove(Till.OnCPython.class);
        assertThat(verdict.red())
                .singleElement()
                .asString()
                .startsWith("\"Change is what was paid, less the sum\" is not proved on " + reference())
                .contains("the broken twin of another claim, " + name(TWIN) + ", breaks this one too:")
                .contains("change of 500 cents: observed 0, expected 51")
                .endsWith("claim: " + at("README.md", "Change is what was paid, less the sum"));
    }

    @Test
    void a_twin_that_breaks_a_claim_about_an_exception_is_red_too() {
        var verdict = healthy()
                .edit("src/main/python/till.py", "return paid - sum(prices)", "raise ValueError")
                .edit("README.md", "`51`", "`'ValueError'`")
                .write(TWIN + "/till.py", "total = min\n\n\ndef change(paid, prices):\n    raise KeyError\n")
                .prove(ExpectsARefusal.class);
        assertThat(verdict.red())
                .singleElement()
                .asString()
                .startsWith("\"Change is what was paid, less the sum\" is not proved on " + reference())
                .contains("the broken twin of another claim, " + name(TWIN) + ", breaks this one too:")
                .contains("change of 500 cents: observed 'KeyError', expected 'ValueError'");
    }

    @Fixture
    @AnswerIn(TillAnswer.FOLDER)
    static class ExpectsARefusal extends AnswerTest {

        @Claim
        @NotOn(value = GRAALPY, because = "one interpreter is enough here")
        void a_basket_costs_the_sum_of_its_prices(Python python, Observed observed) {
            Till.total(python, observed);
        }

        @Claim
        @NotOn(value = GRAALPY, because = "one interpreter is enough here")
        void change_is_what_was_paid_less_the_sum(Python python, Observed observed) {
            var refused =
                    catchThrowableOfType(PythonFailure.Raised.class, () -> python.call("till.change", 500, List.of()));
            observed.that("change of 500 cents", refused == null ? null : refused.type())
                    .isEqualTo("ValueError");
        }
    }

    @Test
    void a_claim_without_a_twin_or_a_reason_is_red() {
        var verdict = healthy().delete(TWIN).prove(Till.OnCPython.class, Till.TOTAL);
        assertThat(verdict.red()).hasSize(2);
        assertThat(verdict.red())
                .first()
                .asString()
                .startsWith(NOT_PROVED + reference())
                .contains("nothing shows that it can fail: there is no broken twin in " + name(TWIN))
                .endsWith("claim: " + at("README.md", "A basket costs the sum of its prices"));
        assertThat(verdict.red())
                .last()
                .asString()
                .contains(at("README.md", "A basket costs the sum of its prices")
                        + ": nothing shows that the claim \"A basket costs the sum of its prices\" can fail");
    }
}
