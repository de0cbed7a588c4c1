package pykata.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static pykata.claim.TillAnswer.at;
import static pykata.claim.TillAnswer.healthy;
import static pykata.claim.TillAnswer.name;
import static pykata.claim.TillAnswer.ofOneClaim;
import static pykata.claim.TillAnswer.reference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pykata.python.CPython;
import pykata.python.GraalPy;
import pykata.python.Implementation;
import pykata.python.Platform;
import pykata.python.Python;

/** A page that has come apart from its sources, its tests or its rules is a red build, even of a single test. */
class PageSabotageTest {

    private static final String PAGE = "README.md";
    private static final String APART = "the answer and its tests have come apart\n";
    private static final String SENTENCE = "A basket costs the sum of its prices";

    @Test
    @EnabledIf(value = "showsWhatIsObservedHere", disabledReason = "pages show another interpreter or platform")
    void a_wrong_cell_is_red_on_each_interpreter() {
        var verdict = healthy().edit(PAGE, "`449`", "`450`").prove(Till.OnBoth.class, Till.TOTAL);
        assertThat(verdict.red())
                .hasSize(2)
                .allSatisfy(message -> assertThat(message)
                        .startsWith("\"" + SENTENCE + "\" is not proved on ")
                        .contains("the page does not show what was observed (" + at(PAGE, "<!-- observed -->")
                                + "); run ./kata sync")
                        .contains("page:     {cents for two items=450}")
                        .contains("observed: {cents for two items=449}")
                        .endsWith("claim: " + at(PAGE, SENTENCE)));
        assertThat(verdict.red())
                .anySatisfy(message -> assertThat(message).contains("proved on " + GraalPy.version()))
                .anySatisfy(message -> assertThat(message).contains("proved on " + reference()));
    }

    @Test
    void rows_that_one_interpreter_lacks_do_not_disturb_the_other() {
        var row = "| cents for two items | `449` |";
        var verdict = ofOneClaim()
                .edit(PAGE, GraalPy.version() + " and " + reference(), GraalPy.version() + " | " + reference())
                .edit(PAGE, "|---|---|", "|---|---|---|")
                .edit(PAGE, row, row + " `449` |\n| items, seen first | — | `2` |")
                .prove(SeesMoreOnCPython.class);
        assertThat(verdict.red()).isEmpty();
    }

    @Fixture
    @AnswerIn(TillAnswer.FOLDER)
    static class SeesMoreOnCPython extends AnswerTest {

        @Claim
        void a_basket_costs_the_sum_of_its_prices(Python python, Observed observed) {
            if (Implementation.CPYTHON.include(python.interpreter())) {
                observed.that("items, seen first", 2).isEqualTo(2);
            }
            Till.total(python, observed);
        }
    }

    static boolean showsWhatIsObservedHere() {
        return CPython.reference().isPinned() && Platform.current().equals(new Platform("linux", "x86_64"));
    }

    @Test
    void a_file_that_shows_nothing_when_run_alone_is_red() {
        var till = "src/main/python/till.py";
        var silent = healthy().edit(till, "    print(", "    repr(\"\") or (").prove(Till.OnCPython.class);
        assertThat(silent.red())
                .singleElement()
                .asString()
                .isEqualTo(APART + name(till) + ":1: run alone it prints nothing; it must show what it shows");
        var failing = healthy().edit(till, "print(", "print(1 / 0, ").prove(Till.OnCPython.class);
        assertThat(failing.red())
                .singleElement()
                .asString()
                .startsWith(APART + name(till) + ":1: run alone it fails:\nTraceback")
                .endsWith("ZeroDivisionError: division by zero");
    }

    @Test
    @EnabledIf(value = "showsWhatIsObservedHere", disabledReason = "pages show another interpreter or platform")
    void a_program_to_paste_is_run_as_it_is_pasted_on_each_interpreter() {
        assertThat(seeing("print(199 + 250)", "449").red()).isEmpty();
        assertThat(seeing("print(199 + 250)", "450").red())
                .containsExactly(APART + at(PAGE, "<!-- see")
                        + ": the page does not show src/main/python/see_it.py, or not what it prints; run ./kata sync");
        assertThat(seeing("import sys; print(sys.implementation.name)", "cpython")
                        .red())
                .singleElement()
                .asString()
                .contains("does not print the same on " + reference() + " and " + GraalPy.version());
        assertThat(seeing("import till; print(till.total([199, 250]))", "449").red())
                .singleElement()
                .asString()
                .contains("see_it.py:1: pasted into a Python it fails: ModuleNotFoundError on " + reference());
    }

    private static TillAnswer.Verdict seeing(String program, String output) {
        return healthy()
                .write("src/main/python/see_it.py", "\"\"\"To paste.\"\"\"\n\n" + program + "\n")
                .append(
                        PAGE,
                        "\n<!-- see: src/main/python/see_it.py -->\n\n```python\n%s\n```\n\n```text\n%s\n```\n"
                                .formatted(program, output))
                .prove(Till.OnBoth.class);
    }

    @Test
    void a_stale_listing_is_red() {
        var verdict = proveChange(
                healthy().edit("src/main/python/till.py", "def total(prices):", "def total(prices: list[int]):"));
        assertThat(verdict.red())
                .singleElement()
                .asString()
                .isEqualTo(APART + at(PAGE, "<!-- listing")
                        + ": the listing is not what src/main/python/till.py#total says now; run ./kata sync");
    }

    @Test
    void a_claim_without_a_test_is_red() {
        var verdict = proveChange(
                healthy().append(PAGE, "\n### <a id=\"a_receipt_is_printed\"></a>3. A receipt is printed\n"));
        assertThat(verdict.red())
                .singleElement()
                .asString()
                .startsWith(APART)
                .contains(at(PAGE, "A receipt is printed") + ": the claim \"A receipt is printed\" has no test;"
                        + " write a @Claim method named a_receipt_is_printed");
    }

    @Test
    void a_test_without_a_claim_is_red() {
        var verdict = proveChange(
                healthy().edit(PAGE, "<a id=\"" + Till.TOTAL + "\"></a>1. ", "").edit(PAGE, "2. ", "1. "));
        assertThat(verdict.red())
                .singleElement()
                .asString()
                .startsWith(APART)
                .contains(at(PAGE, "# What does a basket cost?") + ": the test " + Till.TOTAL + " proves no claim");
    }

    @Test
    void more_than_seven_claims_are_red() {
        var answer = healthy();
        for (var number = 3; number <= 8; number++) {
            answer.append(PAGE, "\n### <a id=\"claim_%d\"></a>%d. Claim number %d\n".formatted(number, number, number));
        }
        assertThat(proveChange(answer).red())
                .singleElement()
                .asString()
                .startsWith(APART + at(PAGE, "Claim number 8") + ": 8 claims; an answer makes at most 7\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-page.md", "#no-such-heading", "src/test/python/no_such_file.py"})
    void a_dead_link_is_red(String destination) {
        var verdict = proveChange(healthy().append(PAGE, "\n[here](" + destination + ")\n"));
        assertThat(verdict.red())
                .singleElement()
                .asString()
                .startsWith(APART + at(PAGE, "[here]") + ": a dead link: ")
                .contains(destination);
    }

    /** One claim on one interpreter: the page is checked all the same. */
    private static TillAnswer.Verdict proveChange(TillAnswer answer) {
        var verdict = answer.prove(Till.OnCPython.class, Till.CHANGE);
        assertThat(verdict.green()).hasSize(3);
        return verdict;
    }
}
