package pykata.designpatterns.legacyrefactoring;

import static pykata.python.Implementation.CPYTHON;
import static pykata.python.Implementation.GRAALPY;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.io.function.Uncheck;
import pykata.answer.Question;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.Observed;
import pykata.python.Python;

/** Bugs that stay until somebody decides, and new code that comes in beside the old one. */
class NewBesideOldTest extends ClaimsTest {

    private static final List<Integer> SHARES = List.of(0, 1, 10, 50, 100, 0);
    private static final List<String> FIXES =
            List.of("ten are many", "own notes", "no rate, no invoice", "no address, no mail", "offer as invoice");
    private static final String AFTER = code("billing_after.py");

    private static String code(String name) {
        var folder = Question.of(NewBesideOldTest.class).folder();
        return Uncheck.apply(
                Files::readString, folder.resolve("src/main/python").resolve(name));
    }

    @Claim
    void each_fix_of_a_known_bug_turns_just_its_own_pin_red(Python python, Observed observed) {
        var red = FIXES.stream()
                .map(fix -> python.call("known_bugs.red_after", AFTER, fix))
                .toList();
        var days = FIXES.stream()
                .map(fix -> python.call("known_bugs.days_after", AFTER, fix))
                .toList();
        observed.that("tests that fail: ten are many", red.get(0))
                .isEqualTo(List.of("known_bug_ten_of_an_article_are_not_many_for_business_customers"));
        observed.that("... a new list for each invoice", red.get(1))
                .isEqualTo(List.of("known_bug_an_invoice_has_the_notes_of_all_orders_before_it"));
        observed.that("... no rate, no invoice", red.get(2))
                .isEqualTo(List.of("known_bug_a_franc_costs_a_euro_all_day_if_nobody_answers"));
        observed.control("... no address, no mail", red.get(3))
                .isEqualTo(List.of("known_bug_a_mail_to_nobody_is_tried_three_times_with_a_minute_after_each"));
        observed.control("... an offer as the invoice", red.get(4))
                .isEqualTo(List.of("known_bug_an_offer_for_just_a_hundred_is_dearer_than_the_invoice"));
        observed.that(
                        "days with another answer, by fix",
                        days.stream().limit(3).map(JsonNode::size).toList())
                .isEqualTo(List.of(9, 24, 10));
        observed.control(
                        "... the other two",
                        days.stream().skip(3).map(JsonNode::size).toList())
                .isEqualTo(List.of(41, 7));
        observed.control(
                        "... just those that have the bug, as the old record tells",
                        FIXES.stream()
                                .map(fix -> python.call("known_bugs.expected_days", fix)
                                        .equals(days.get(FIXES.indexOf(fix))))
                                .toList())
                .isEqualTo(List.of(true, true, true, true, true));
        observed.control("tests that fail without a fix", python.call("known_bugs.red_after", AFTER))
                .isEqualTo(List.of());
        observed.control("... in the code as it was found", python.call("known_bugs.red_after", code("billing.py")))
                .isEqualTo(List.of());
        observed.control(
                        "... with all five fixes",
                        python.call(
                                        "known_bugs.red_after",
                                        AFTER,
                                        FIXES.get(0),
                                        FIXES.get(1),
                                        FIXES.get(2),
                                        FIXES.get(3),
                                        FIXES.get(4))
                                .size())
                .isEqualTo(5);
    }

    @Claim
    void a_parallel_run_finds_differences_and_gives_callers_the_old_answer(Python python, Observed observed) {
        var mends = python.call("parallel.ran", "mends");
        var alone = python.call("parallel.ran", "fails", "its own");
        var fails = python.call("parallel.ran", "fails");
        var forgets = python.call("parallel.ran", "forgets");
        var empties = python.call("parallel.ran", "empties");
        var last = python.call("parallel.ran", "final");
        observed.that(
                        "a known bug mended on the way: [found, orders that have it]",
                        List.of(mends.get("found"), mends.get("affected")))
                .isEqualTo(List.of(Map.of("difference", 5), 5));
        observed.that("fails for 122 orders, has a counter of its own: found", alone.get("found"))
                .isEqualTo(Map.of("KeyError", 122, "difference", 75));
        observed.that("... is given the old number and turnover: found", fails.get("found"))
                .isEqualTo(Map.of("KeyError", 122));
        observed.that(
                        "forgets the notes of 122 orders; takes lines off: found",
                        List.of(forgets.get("found"), empties.get("found")))
                .isEqualTo(List.of(Map.of("difference", 122), Map.of("changed its input", 200)));
        observed.control("after the nine commits: found", last.get("found")).isEqualTo(Map.of());
        observed.that(
                        "six runs: all 200 callers get the old answer",
                        all("old answers", mends, alone, fails, forgets, empties, last).stream()
                                .allMatch(JsonNode::booleanValue))
                .isEqualTo(true);
        observed.control("orders: [all, with an unknown article]", List.of(last.get("orders"), last.get("unknown")))
                .isEqualTo(List.of(200, 122));
        observed.control("what is kept are orders as they were", all("kept", mends, fails, forgets, empties, last))
                .isEqualTo(Collections.nCopies(5, true));
        harm(python, observed);
        observed.control("the first that is kept", all("first", mends, fails))
                .isEqualTo(List.of(
                        List.of(List.of("LAMP", 3), List.of("CORD", 10), List.of("GONE", 4)),
                        List.of(List.of("CORD", 3), List.of("CORD", 4), List.of("GONE", 13))));
    }

    private static void harm(Python python, Observed observed) {
        Map.of(
                        "an order that cannot be copied", List.of(1, List.of("TypeError")),
                        "an order that cannot be compared", List.of(1, List.of("ValueError")),
                        "an answer that cannot be compared", List.of(1, List.of("ValueError")),
                        "the new code raises", List.of(1, List.of("KeyError")),
                        "the old code raises", List.of("KeyError", List.of()),
                        "Ctrl-C in the new code", List.of("KeyboardInterrupt", List.of()))
                .forEach((odd, came) -> observed.control(
                                odd + ": [caller gets, found]", python.call("harm.came_of", odd))
                        .isEqualTo(came));
    }

    private static List<JsonNode> all(String what, JsonNode... runs) {
        return Stream.of(runs).map(run -> run.get(what)).toList();
    }

    @Claim
    void a_facade_moves_one_route_at_a_time_and_nobody_moves_back(Python python, Observed observed) {
        var requests = new Requests(python);
        var late = requests.answers("late");
        var shipping = requests.answers("shipping");
        var asked = new ArrayList<Integer>();
        var askedForShipping = new ArrayList<Integer>();
        var movedBack = new ArrayList<Long>();
        var others = 0L;
        for (var percent : SHARES) {
            var before = requests.ofPython("late");
            requests.strangler().lead("late", percent);
            others += Requests.different(requests.answers("late"), late);
            others += Requests.different(requests.answers("shipping"), shipping);
            var now = requests.ofPython("late");
            asked.add(now.size());
            movedBack.add(now.stream().filter(each -> !before.contains(each)).count());
            askedForShipping.add(requests.ofPython("shipping").size());
        }
        observed.that("200 customers, 0, 1, 10, 50, 100, 0 % of `late` to Java: Python asked", asked)
                .isEqualTo(List.of(200, 199, 181, 107, 0, 200));
        observed.control("... for `shipping`, which has not moved", askedForShipping)
                .isEqualTo(Collections.nCopies(6, 200));
        observed.that("... moved back: Java answered before, Python now", movedBack)
                .isEqualTo(List.of(0, 0, 0, 0, 0, 200));
        observed.that("answers that are not Python's, both routes", others).isEqualTo(0);
        observed.that("in the first 10 %: of `late`, of `shipping`, of both", firsts())
                .isEqualTo(List.of(19L, 26L, 1L));
        observed.that(
                        "Java's first version: [differences found, other answers given]",
                        compared(python, late, JavaBilling::lateAtFirst))
                .isEqualTo(List.of(91, 0));
        observed.control(
                        "`shipping` led to Java for all: [Python asked, answers that are not Python's]",
                        moving(python, shipping))
                .isEqualTo(List.of(0, 0));
        observed.control("a Java that fails", compared(python, late, request -> {
                    throw new IllegalStateException("not yet written");
                }))
                .isEqualTo(List.of(200, 0));
        observed.control("the last version, compared", compared(python, late, JavaBilling::late))
                .isEqualTo(List.of(0, 0));
        observed.control("different fees", late.stream().distinct().count()).isAtLeast(20);
        observed.control("different prices", shipping.stream().distinct().count())
                .isAtLeast(10);
        observed.control(
                        "customers without a price",
                        shipping.stream().filter(Objects::isNull).count())
                .isEqualTo(50);
    }

    private static List<Long> moving(Python python, List<Double> expected) {
        var requests = new Requests(python);
        requests.strangler().lead("shipping", 100);
        var others = Requests.different(requests.answers("shipping"), expected);
        return List.of((long) requests.ofPython("shipping").size(), others);
    }

    private static List<Long> firsts() {
        var late = first("late");
        var shipping = first("shipping");
        return List.of(
                (long) late.size(),
                (long) shipping.size(),
                late.stream().filter(shipping::contains).count());
    }

    private static Set<String> first(String route) {
        return IntStream.range(0, Requests.CUSTOMERS)
                .mapToObj(Requests::customer)
                .filter(each -> Strangler.place(route, each) < 10)
                .collect(Collectors.toSet());
    }

    private static List<Long> compared(Python python, List<Double> expected, Function<JsonNode, Double> java) {
        var requests = new Requests(python, java);
        requests.strangler().compare("late");
        var others = Requests.different(requests.answers("late"), expected);
        return List.of((long) requests.strangler().differences().size(), others);
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
        observed.that(
                        "a bonus above 1,000 euros: [loop, `sum`, cents]",
                        List.of(bonus.get("loop"), bonus.get("sum"), bonus.get("cents")))
                .on(CPYTHON.before(3, 12), List.of(true, true, false))
                .on(CPYTHON, List.of(true, false, false))
                .on(GRAALPY, List.of(true, true, false));
        observed.control("ten times 0.1, in cents", tenths.get("cents")).isEqualTo(100);
    }
}
