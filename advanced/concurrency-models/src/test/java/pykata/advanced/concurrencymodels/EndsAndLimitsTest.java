package pykata.advanced.concurrencymodels;

import static pykata.python.Implementation.CPYTHON;
import static pykata.python.Implementation.GRAALPY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.Observed;
import pykata.python.Python;

/** Claims about how work ends before it is done, and about what limits it. */
class EndsAndLimitsTest extends ClaimsTest {

    private static final int ORDERS = 200;
    private static final Map<String, List<String>> TOLD = Map.of(
            "gather", List.of("Refused"),
            "task_group", List.of("ExceptionGroup", "Refused"),
            "timeout", List.of("TimeoutError"));

    @Claim
    void a_cancellation_reaches_a_task_at_its_await_and_never_a_thread(Python python, Observed observed) {
        observed.that("another task of `gather` fails: this one", atOnce("gather", "task", python, observed))
                .isEqualTo("runs on");
        observed.that("another task of a `TaskGroup` fails", atOnce("task_group", "task", python, observed))
                .isEqualTo("cancelled");
        observed.that("... its call in a thread", atOnce("task_group", "thread", python, observed))
                .isEqualTo("runs on");
        observed.that("`asyncio.timeout` is over", atOnce("timeout", "task", python, observed))
                .isEqualTo("cancelled");
        observed.that("... its call in a thread, then", atOnce("timeout", "thread", python, observed))
                .isEqualTo("runs on");
        var swallowing = work("timeout", "swallowing_task", python);
        observed.that("... it swallows `CancelledError`: raised", swallowing.get("raised"))
                .isEqualTo(null);
        observed.control("what it did", swallowing.get("at once")).isEqualTo("cancelled, went on");
        for (var way : List.of("gather", "task_group", "timeout")) {
            observed.control(
                            "the caller gets: " + way, work(way, "task", python).get("raised"))
                    .isEqualTo(TOLD.get(way));
        }
        for (var kind : List.of("task", "swallowing_task", "thread")) {
            observed.control(
                            "nobody fails: " + kind,
                            work("nothing_happens", kind, python).get("at once"))
                    .isEqualTo("finished");
        }
    }

    /** What the work has become when the caller goes on; what ran on then has finished later. */
    private static JsonNode atOnce(String way, String kind, Python python, Observed observed) {
        var report = work(way, kind, python);
        var atOnce = report.get("at once");
        observed.control(way + ", " + kind + ": later", report.get("later"))
                .isEqualTo(atOnce.asText().equals("runs on") ? "finished" : atOnce.asText());
        return atOnce;
    }

    private static JsonNode work(String way, String kind, Python python) {
        return python.call("cancelling.work_when", way, kind);
    }

    @Claim
    void a_limit_on_what_runs_is_no_limit_on_what_waits(Python python, Observed observed) {
        observed.that(
                        "200 orders, two busy threads; taken by `submit`",
                        taken(python.call("backpressure.taken_by_threads", "submit", ORDERS), "submit", observed))
                .isEqualTo(ORDERS);
        observed.that(
                        "... by two busy tasks, a `Semaphore(2)` inside",
                        taken(python.call("backpressure.taken_by_tasks", "semaphore", ORDERS), "semaphore", observed))
                .isEqualTo(ORDERS);
        observed.that(
                        "... by a `Queue(maxsize=5)`",
                        taken(python.call("backpressure.taken_by_tasks", "bounded_queue", ORDERS), "bounded", observed))
                .isEqualTo(2 + 5 + 1);
        observed.control(
                        "an unbounded queue",
                        taken(python.call("backpressure.taken_by_tasks", "unbounded_queue", ORDERS), "queue", observed))
                .isEqualTo(ORDERS);
        var buffered = python.call("backpressure.taken_by_threads", "map_with_a_buffer", ORDERS);
        if (buffered.has("in the end")) {
            taken(buffered, "buffered", observed);
        }
        observed.that("two busy threads; taken by `map(..., buffersize=5)`", buffered.get("taken"))
                .on(CPYTHON.since(3, 14), 5)
                .on(CPYTHON, "TypeError")
                .on(GRAALPY, "TypeError");
        observed.control(
                        "map without a buffer",
                        taken(python.call("backpressure.taken_by_threads", "map_all", ORDERS), "map", observed))
                .isEqualTo(ORDERS);
    }

    /** How many were taken while two were at work and none was done; in the end all were. */
    private static JsonNode taken(JsonNode report, String way, Observed observed) {
        observed.control(way + ": at work, done", report.get("at work, done")).isEqualTo(List.of(2, 0));
        observed.control(way + ": taken, done, in the end", report.get("in the end"))
                .isEqualTo(List.of(ORDERS, ORDERS));
        return report.get("taken");
    }
}
