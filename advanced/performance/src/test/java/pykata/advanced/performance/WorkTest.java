package pykata.advanced.performance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.Observed;
import pykata.python.Python;

/** The claims about the settlement's work, layer by layer, and about a budget for it. */
class WorkTest extends ClaimsTest {

    /** Each layer's kind of work, and what does it. */
    private static final List<List<String>> LAYERS = List.of(
            List.of("bytes_copied", "records", "the file: bytes copied"),
            List.of("statements", "orders", "the database: statements"),
            List.of("comparisons", "matched", "the matching: comparisons"),
            List.of("parses", "in_euro", "the configuration: parses"),
            List.of("conversions", "totals", "the report: conversions"));

    private static final Map<String, List<Integer>> BEFORE_AND_AFTER = Map.of(
            "bytes_copied", List.of(79_200, 0),
            "statements", List.of(101, 1),
            "comparisons", List.of(5050, 100),
            "parses", List.of(100, 1),
            "conversions", List.of(1000, 100));

    @Claim(inOwnProcess = true)
    void each_repair_brings_down_its_own_count_alone(Python python, Observed observed) {
        var none = python.call("settlement.app.settled", List.of());
        for (var layer : LAYERS) {
            var kind = layer.get(0);
            var repaired = python.call("settlement.app.settled", List.of(layer.get(1)));
            var before = work(none, kind);
            observed.that("%s [before, after]".formatted(layer.get(2)), List.of(before, work(repaired, kind)))
                    .isEqualTo(BEFORE_AND_AFTER.get(kind));
            var changed = new ArrayList<String>();
            none.get("work").fieldNames().forEachRemaining(other -> {
                if (!work(none, other).equals(work(repaired, other))) {
                    changed.add(other);
                }
            });
            observed.control("repaired: " + kind + ", what changed", changed).isEqualTo(List.of(kind));
            observed.control("repaired: " + kind + ", the same totals", repaired.get("totals"))
                    .isEqualTo(none.get("totals"));
        }
        observed.control(
                        "three records, are they read from the file itself [before, after]",
                        List.of(
                                python.call("views.of_the_file", "records_before"),
                                python.call("views.of_the_file", "records_after")))
                .isEqualTo(List.of(List.of(true, false, false), List.of(true, true, true)));
        observed.control("the first merchant", none.get("totals").fieldNames().next())
                .isEqualTo("merchant 0");
        observed.control(
                        "the totals of three merchants",
                        none.get("totals").valueStream().limit(3).toList())
                .isEqualTo(List.of("103.88", "103.19", "104.56"));
    }

    private static JsonNode work(JsonNode report, String kind) {
        return report.get("work").get(kind);
    }

    @Claim(inOwnProcess = true)
    void a_work_budget_fails_at_the_first_order(Python python, Observed observed) {
        var numbers = List.of(0, 1, 200);
        observed.that(
                        "a query in a loop: statements for [0, 1, 200] orders",
                        each(numbers, "budgets.statements", "orders_before", python))
                .isEqualTo(List.of(1, 2, 201));
        observed.that(
                        "... with `@work_budget(statements=1)`",
                        each(numbers, "budgets.with_one_statement", "orders_before", python))
                .isEqualTo(List.of("passes", "OverBudget", "OverBudget"));
        observed.that(
                        "one join, with `@work_budget(statements=1)`",
                        each(numbers, "budgets.with_one_statement", "orders_after", python))
                .isEqualTo(List.of("passes", "passes", "passes"));
        observed.that(
                        "a generator runs the loop after the call; it passes: [loaded, statements]",
                        python.call("budgets.lazy", 200))
                .isEqualTo(List.of(200, 201));
        observed.that("one join, but the counter is not connected", python.call("budgets.with_no_counter"))
                .isEqualTo("NothingCounted");
        observed.that("`@work_budget(statments=1)`", python.call("budgets.misspelt"))
                .isEqualTo("TypeError");
        observed.control("one join: statements", each(numbers, "budgets.statements", "orders_after", python))
                .isEqualTo(List.of(1, 1, 1));
        observed.control("two parses with a budget of [1, 2, 3]", each(List.of(1, 2, 3), "spent.parsing", 2, python))
                .isEqualTo(List.of("OverBudget", "passes", "passes"));
        observed.control("the same, parsed by another thread", each(List.of(1, 2, 3), "spent.in_a_thread", 2, python))
                .isEqualTo(List.of("OverBudget", "passes", "passes"));
        observed.control(
                        "[1, 1], [1, 2], [2, 1] statements and parses, one each allowed, named in both orders",
                        List.of(
                                python.call("spent.of_two_kinds", 1, 1),
                                python.call("spent.of_two_kinds", 1, 2),
                                python.call("spent.of_two_kinds", 2, 1)))
                .isEqualTo(List.of(
                        List.of("passes", "passes"),
                        List.of("OverBudget", "OverBudget"),
                        List.of("OverBudget", "OverBudget")));
        observed.control("nothing parsed, nothing allowed", python.call("spent.parsing", 0, 0))
                .isEqualTo("passes");
        observed.control("its name, its result, too much, its own exception", python.call("spent.passed_on"))
                .isEqualTo(List.of("rate", "USD, 2 parses", "OverBudget", "TypeError"));
    }

    private static List<JsonNode> each(List<Integer> numbers, String function, Object first, Python python) {
        return numbers.stream()
                .map(number -> python.call(function, first, number))
                .toList();
    }
}
