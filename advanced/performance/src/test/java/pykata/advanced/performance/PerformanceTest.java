package pykata.advanced.performance;

import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import pykata.claim.AnswerTest;
import pykata.claim.Claim;
import pykata.claim.Observed;
import pykata.python.Python;
import pykata.python.PythonFailure;

/** The claims about the work itself; what instruments see of it has a class of its own. */
class PerformanceTest extends AnswerTest {

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
        assumeSqlite(python);
        var none = python.call("settlement.app.counted", List.of());
        for (var layer : LAYERS) {
            var kind = layer.get(0);
            var repaired = python.call("settlement.app.counted", List.of(layer.get(1)));
            var before = work(none, kind);
            observed.that(
                            "%s [before, after]".formatted(layer.get(2)),
                            List.of(before, work(repaired, kind)))
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
                        "the totals of three merchants",
                        none.get("totals").valueStream().limit(3).toList())
                .isEqualTo(List.of("103.88", "103.19", "104.56"));
    }

    private static JsonNode work(JsonNode report, String kind) {
        return report.get("work").get(kind);
    }

    @Claim(inOwnProcess = true)
    void a_work_budget_fails_at_the_first_order(Python python, Observed observed) {
        assumeSqlite(python);
        var numbers = List.of(0, 1, 200);
        observed.that(
                        "a query in a loop, [0, 1, 200] orders: statements",
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
        observed.that("... if the counter is not connected", python.call("budgets.with_no_counter"))
                .isEqualTo("NothingCounted");
        observed.that("`@work_budget(statments=1)`", python.call("budgets.misspelt"))
                .isEqualTo("TypeError");
        observed.control("one join: statements", each(numbers, "budgets.statements", "orders_after", python))
                .isEqualTo(List.of(1, 1, 1));
        observed.control("two parses with a budget of [1, 2, 3]", each(List.of(1, 2, 3), "budgets.parsing", 2, python))
                .isEqualTo(List.of("OverBudget", "passes", "passes"));
        observed.control("the same, parsed by another thread", each(List.of(1, 2, 3), "budgets.in_a_thread", 2, python))
                .isEqualTo(List.of("OverBudget", "passes", "passes"));
        observed.control("nothing parsed, nothing allowed", python.call("budgets.parsing", 0, 0))
                .isEqualTo("passes");
        observed.control("its name, its result, its exception", python.call("budgets.passed_on"))
                .isEqualTo(List.of("rate", "USD on day 3", "ValueError"));
    }

    private static List<JsonNode> each(List<Integer> numbers, String function, Object first, Python python) {
        return numbers.stream()
                .map(number -> python.call(function, first, number))
                .toList();
    }

    @Claim
    void a_load_test_that_waits_for_each_answer_hides_a_stall(Python python, Observed observed) {
        observed.that("sent after the answer: [requests, p50, p99, longest]", seen("waiting_for_each_answer", python))
                .isEqualTo(List.of(901, 1, 1, 1001));
        observed.that("sent every 10 ms, answered or not", seen("on_schedule", python))
                .isEqualTo(List.of(1000, 1, 911, 1001));
        observed.that("two servers: [mean of their p99s, p99 of all requests]", python.call("latency.of_two_servers"))
                .isEqualTo(List.of(250.5, 1));
        observed.control(
                        "requests that wait longer than 1 ms",
                        List.of(
                                python.call("latency.late", "waiting_for_each_answer"),
                                python.call("latency.late", "on_schedule")))
                .isEqualTo(List.of(1, 112));
        observed.control(
                        "without the stall",
                        Stream.of("waiting_for_each_answer", "on_schedule")
                                .map(by -> python.call("latency.seen", by, false))
                                .toList())
                .isEqualTo(List.of(List.of(1000, 1, 1, 1), List.of(1000, 1, 1, 1)));
        observed.control(
                        "[p1, p50, p51, p100] of 1 and 2",
                        Stream.of(1, 50, 51, 100)
                                .map(percent -> python.call("latency.percentile", List.of(2, 1), percent))
                                .toList())
                .isEqualTo(List.of(1, 1, 2, 2));
    }

    private static JsonNode seen(String by, Python python) {
        return python.call("latency.seen", by);
    }

    @Claim
    void lru_cache_computes_again_more_often_than_people_think(Python python, Observed observed) {
        observed.that(
                        "a second round through [128, 129] days: hits",
                        List.of(python.call("caching.hits", 128), python.call("caching.hits", 129)))
                .isEqualTo(List.of(128, 0));
        var ways = List.of(
                List.of(List.of("USD", 1), Map.of()),
                List.of(List.of("USD"), Map.of("day", 1)),
                List.of(List.of("USD"), Map.of()));
        observed.that(
                        "`rate(\"USD\", 1)`, `rate(\"USD\", day=1)`, `rate(\"USD\")`: computed",
                        python.call("caching.spelt", ways.toArray()))
                .isEqualTo(3);
        observed.that(
                        "asked twice by two threads, [in turn, at once]: computed",
                        List.of(
                                python.call("caching.by_two_threads", false),
                                python.call("caching.by_two_threads", true)))
                .isEqualTo(List.of(1, 2));
        observed.that(
                        "asked twice, the first answer [a rate, an exception]: computed",
                        List.of(python.call("caching.failing", "USD"), python.call("caching.failing", "XXX")))
                .isEqualTo(List.of(1, 2));
        observed.control("spelt twice in one way", python.call("caching.spelt", ways.get(0), ways.get(0)))
                .isEqualTo(1);
        observed.control("129 days, 129 entries", python.call("caching.hits", 129, 129))
                .isEqualTo(129);
    }

    /** Some interpreters are built without SQLite: what cannot be tried there is skipped. */
    private static void assumeSqlite(Python python) {
        try {
            python.call("pkgutil.resolve_name", "sqlite3:sqlite_version");
        } catch (PythonFailure.Raised failure) {
            if (failure.type().equals("ModuleNotFoundError")) {
                abort(python.interpreter() + " was built without sqlite3");
            }
            throw failure;
        }
    }
}
