package pykata.designpatterns.legacyrefactoring;

import static pykata.python.Implementation.CPYTHON;
import static pykata.python.Implementation.GRAALPY;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import pykata.answer.Question;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.Observed;
import pykata.python.Python;

/** Bugs that stay until somebody decides, and new code that comes in beside the old one. */
class NewBesideOldTest extends ClaimsTest {

    private static final int CUSTOMERS = 200;
    private static final List<String> FIXES = List.of("ten are many", "own notes", "no rate, no invoice");

    private static String after() {
        return code("billing_after.py");
    }

    private static String code(String name) {
        return org.apache.commons.io.function.Uncheck.get(() -> FileUtils.readFileToString(
                Question.of(NewBesideOldTest.class).folder().resolve(Path.of("src/main/python", name)).toFile(),
                "UTF-8"));
    }

    @Claim
    void each_fix_of_a_known_bug_turns_just_its_own_pin_red(Python python, Observed observed) {
        var red = FIXES.stream()
                .map(fix -> python.call("known_bugs.red_after", after(), fix))
                .toList();
        observed.that("tests that fail: ten are many", red.get(0))
                .isEqualTo(List.of("known_bug_ten_of_an_article_are_not_many_for_business_customers"));
        observed.that("... own notes", red.get(1))
                .isEqualTo(List.of("known_bug_an_invoice_has_the_notes_of_all_orders_before_it"));
        observed.that("... no rate, no invoice", red.get(2))
                .isEqualTo(List.of("known_bug_a_franc_costs_a_euro_all_day_if_nobody_answers"));
        observed.that(
                        "cases of the corpus with another answer, by fix",
                        FIXES.stream()
                                .map(fix -> python.call("known_bugs.corpus_after", after(), fix))
                                .toList())
                .isEqualTo(List.of());
        observed.control("tests that fail without a fix", python.call("known_bugs.red_after", after()))
                .isEqualTo(List.of());
        observed.control("... in the code as it was found", python.call("known_bugs.red_after", code("billing.py")))
                .isEqualTo(List.of());
        observed.control("... with all three fixes", python.call("known_bugs.red_after", after(), "ten are many", "own notes", "no rate, no invoice").size())
                .isEqualTo(3);
    }

    @Claim
    void a_parallel_run_finds_differences_and_gives_callers_the_old_answer(Python python, Observed observed) {
        var decimals = python.call("parallel.ran", "decimals");
        var fails = python.call("parallel.ran", "fails");
        var empties = python.call("parallel.ran", "empties");
        var last = python.call("parallel.ran", "final");
        observed.that(
                        "tax in decimals: [orders, differences found, counted without the new code]",
                        List.of(
                                decimals.get("orders"),
                                decimals.get("found").get("difference"),
                                decimals.get("affected")))
                .isEqualTo(List.of(1000, 5, 5));
        observed.that("fails for an unknown article: [found, such orders]",
                        List.of(fails.get("found"), fails.get("with an unknown article")))
                .isEqualTo(List.of());
        observed.that("changes its argument", empties.get("found")).isEqualTo(Map.of("changed its input", 1000));
        observed.that("the refactored code", last.get("found")).isEqualTo(Map.of());
        observed.that(
                        "callers get the old answers, in each of the four runs",
                        Stream.of(decimals, fails, empties, last)
                                .map(run -> run.get("caller gets the old answers"))
                                .toList())
                .isEqualTo(List.of(true, true, true, true));
        observed.control("an order that is kept with its difference", decimals.get("inputs"))
                .isEqualTo(List.of());
    }

    @Claim
    void a_facade_moves_one_route_at_a_time_and_nobody_moves_back(Python python, Observed observed) {
        var shares = List.of(0, 1, 10, 50, 100);
        var moved = new ArrayList<List<Integer>>();
        var toPython = new ArrayList<List<Integer>>();
        var otherAnswers = 0;
        for (var percent : shares) {
            var requests = new Requests(python);
            requests.strangler().lead("late", percent);
            for (var customer = 0; customer < CUSTOMERS; customer++) {
                otherAnswers += requests.differs("late", customer) ? 1 : 0;
                otherAnswers += requests.differs("shipping", customer) ? 1 : 0;
            }
            toPython.add(List.of(requests.ofPython(), requests.ofPythonForShipping()));
            moved.add(IntStream.range(0, CUSTOMERS)
                    .filter(each -> Strangler.place(Requests.customer(each)) < percent)
                    .boxed()
                    .toList());
        }
        observed.that("200 customers, `late` led to Java at 0, 1, 10, 50, 100 %: asked of Python", first(toPython))
                .isEqualTo(List.of(200, 198, 180, 100, 0));
        observed.that("... of the route `shipping`, which has not moved", second(toPython))
                .isEqualTo(List.of(200, 200, 200, 200, 200));
        observed.that("answers that are not Python's", otherAnswers).isEqualTo(0);
        observed.that("customers who moved back", IntStream.range(1, shares.size())
                        .filter(step -> !moved.get(step).containsAll(moved.get(step - 1)))
                        .count())
                .isEqualTo(0);
        observed.that("Java's first version, compared: [differences, other answers given]", compared(python, JavaBilling::lateAtFirst))
                .isEqualTo(List.of());
        observed.control("a Java that fails", compared(python, request -> {
                    throw new IllegalStateException("not yet written");
                }))
                .isEqualTo(List.of(200, 0));
        observed.control("the last version, compared", compared(python, JavaBilling::late))
                .isEqualTo(List.of(0, 0));
        observed.control("who moves at 1 %", moved.get(1)).isEqualTo(List.of());
    }

    private static List<Integer> first(List<List<Integer>> pairs) {
        return pairs.stream().map(List::getFirst).toList();
    }

    private static List<Integer> second(List<List<Integer>> pairs) {
        return pairs.stream().map(List::getLast).toList();
    }

    private static List<Integer> compared(Python python, Function<JsonNode, Double> java) {
        var requests = new Requests(python, java);
        requests.strangler().compare("late");
        var others = (int) IntStream.range(0, CUSTOMERS)
                .filter(each -> requests.differs("late", each))
                .count();
        return List.of(requests.strangler().differences().size(), others);
    }

    @Claim
    void sum_adds_floats_otherwise_than_a_loop_since_3_12(Python python, Observed observed) {
        var tenths = python.call("totals.tenths");
        observed.that("ten times 0.1, by a loop", tenths.get("loop")).isEqualTo(0.9999999999999999);
        observed.that("... by `sum`", tenths.get("sum"))
                .on(CPYTHON.before(3, 12), 0.9999999999999999)
                .on(CPYTHON, 1.0)
                .on(GRAALPY, 0.9999999999999999);
        var bonus = python.call("totals.bonus");
        observed.that("a bonus above 1,000 euros: [loop, `sum`, cents]", List.of(bonus.get("loop"), bonus.get("sum"), bonus.get("cents")))
                .on(CPYTHON.before(3, 12), List.of(true, true, false))
                .on(CPYTHON, List.of(true, false, false))
                .on(GRAALPY, List.of(true, true, false));
        observed.control("ten times 0.1, in cents", tenths.get("cents")).isEqualTo(100);
    }
}
