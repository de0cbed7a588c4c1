package pykata.advanced.concurrencymodels;

import static pykata.python.Implementation.CPYTHON;
import static pykata.python.Implementation.GRAALPY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import pykata.claim.AnswerTest;
import pykata.claim.Claim;
import pykata.claim.Observed;
import pykata.python.Python;

class ConcurrencyModelsTest extends AnswerTest {

    private static final int REQUESTS = 24;

    @Claim
    void every_model_overlaps_waiting_and_tasks_do_it_in_one_thread(Python python, Observed observed) {
        observed.that(
                        "tasks, no limit: [in flight, threads that ask]",
                        seen(python.call("fan_out.fan_out", "tasks", REQUESTS, REQUESTS), "tasks", observed))
                .isEqualTo(List.of(REQUESTS, 1));
        observed.that("tasks and a `Semaphore(4)`", ofFour("tasks_with_a_semaphore", python, observed))
                .isEqualTo(List.of(4, 1));
        observed.that("4 threads", ofFour("threads", python, observed)).isEqualTo(List.of(4, 4));
        observed.that("4 processes: [in flight, threads of the caller]", ofFour("processes", python, observed))
                .on(CPYTHON, List.of(4, 0))
                .on(GRAALPY, "NotImplementedError");
        observed.that("4 interpreters", ofFour("interpreters", python, observed))
                .on(CPYTHON.since(3, 14), List.of(4, 0))
                .on(CPYTHON, "ImportError")
                .on(GRAALPY, "ImportError");
        var one = python.call("fan_out.fan_out", "threads", 4, 1, 1);
        observed.control("one thread", one.get("seen")).isEqualTo(List.of(1, 1));
        observed.control("two threads where one is expected", python.call("fan_out.threads_that_come_unexpected", 2))
                .isEqualTo(List.of(2, 2));
    }

    private static JsonNode ofFour(String way, Python python, Observed observed) {
        return seen(python.call("fan_out.fan_out", way, REQUESTS, 4, 4), way, observed);
    }

    /** What the server saw: all requests came and were answered. */
    private static JsonNode seen(JsonNode report, String way, Observed observed) {
        if (report.get("seen").isArray()) {
            observed.control(way + ": prices of 12 LAMPs and 12 DESKs", report.get("prices"))
                    .isEqualTo(12 * (4999 + 12999));
            observed.control(way + ": answered, and still in flight", report.get("answered"))
                    .isEqualTo(List.of(REQUESTS, 0));
        }
        return report.get("seen");
    }

    @Claim
    void a_task_hands_over_only_at_an_await_that_waits(Python python, Observed observed) {
        observed.that("the heart's beats while a task makes a call that blocks", beats("blocking", python, observed))
                .isEqualTo(0);
        var inThread = python.call("one_loop.heartbeats", "in_a_thread");
        observed.that("... while a thread makes that call", inThread.get("beats"))
                .isAtLeast(3);
        observed.that(
                        "... while a task awaits 1000 times what does not wait",
                        beats("awaiting_what_does_not_wait", python, observed))
                .isEqualTo(0);
        observed.control("... that waits", beats("awaiting_what_waits", python, observed))
                .isEqualTo(1000);
        observed.control("the thread sees the beats", inThread.get("seen")).isEqualTo(true);
        observed.that(
                        "100, withdrawn twice 80, an await between check and change",
                        python.call("withdrawals.left_of_100", "withdraw_asking", 2))
                .isEqualTo(-60);
        observed.that("... no await in between", python.call("withdrawals.left_of_100", "withdraw_at_once", 2))
                .isEqualTo(20);
        observed.control("withdrawn once", python.call("withdrawals.left_of_100", "withdraw_asking", 1))
                .isEqualTo(20);
        observed.control("... a lock around both", python.call("withdrawals.left_of_100", "withdraw_locked", 2))
                .isEqualTo(20);
    }

    private static JsonNode beats(String way, Python python, Observed observed) {
        var report = python.call("one_loop.heartbeats", way);
        observed.control(way + ": it beats before, and goes on", report.get("before"))
                .isEqualTo(1);
        observed.control(way + ": what is called sees the beats", report.get("seen"))
                .isEqualTo(way.equals("awaiting_what_waits"));
        return report.get("beats");
    }
}
