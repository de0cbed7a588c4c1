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
        observed.that("2 000 tasks: [waiting, threads]", python.call("fan_out.waiting_tasks", 2_000))
                .isEqualTo(List.of(2_000, 1));
        observed.that(
                        "24 requests by tasks: [in flight, threads of this interpreter]",
                        seen(python.call("fan_out.fan_out", "tasks", REQUESTS, REQUESTS, null), "no limit", observed))
                .isEqualTo(List.of(REQUESTS, 1));
        observed.that("tasks and a `Semaphore(4)`", ofFour("tasks", python, observed))
                .isEqualTo(List.of(4, 1));
        observed.that("4 threads", ofFour("threads", python, observed)).isEqualTo(List.of(4, 4));
        observed.that("4 processes", ofFour("processes", python, observed))
                .on(CPYTHON, List.of(4, 0))
                .on(GRAALPY, "NotImplementedError");
        observed.that("4 interpreters", ofFour("interpreters", python, observed))
                .on(CPYTHON.since(3, 14), List.of(4, 0))
                .on(CPYTHON, "ImportError")
                .on(GRAALPY, "ImportError");
        var one = python.call("fan_out.fan_out", "threads", 4, 1, 1);
        observed.control("one thread", one.get("seen")).isEqualTo(List.of(1, 1));
        var two = python.call("fan_out.fan_out", "threads", 2, 1, 2, 20);
        observed.control("two threads where one is expected", two.get("seen")).isEqualTo(List.of(2, 2));
    }

    private static JsonNode ofFour(String way, Python python, Observed observed) {
        return seen(python.call("fan_out.fan_out", way, REQUESTS, 4, 4), way, observed);
    }

    /** What the server saw: all requests came and were answered. */
    private static JsonNode seen(JsonNode report, String way, Observed observed) {
        if (report.get("seen").isArray()) {
            observed.control(way + ": prices of 12 LAMPs and 12 DESKs", report.get("prices"))
                    .isEqualTo(12 * (4999 + 12999));
            observed.control(way + ": processes that ask", report.get("processes"))
                    .isEqualTo(way.equals("processes") ? 4 : 1);
            observed.control(way + ": answered, and still in flight", report.get("answered"))
                    .isEqualTo(List.of(REQUESTS, 0));
        }
        return report.get("seen");
    }

    @Claim
    void a_task_hands_over_only_at_an_await_that_waits(Python python, Observed observed) {
        var blocking = heartbeats("blocking", 1, python, observed);
        observed.that("a task blocks: its loop counts to", blocking.get("beats"))
                .isEqualTo(0);
        observed.control("... the thread counts", blocking.get("of the other heart"))
                .isEqualTo(1000);
        observed.that("a thread blocks: the loop counts to", beats("in_a_thread", 1, python, observed))
                .isEqualTo(1000);
        observed.that("1000 awaits that never wait", beats("awaiting_what_does_not_wait", 1000, python, observed))
                .isEqualTo(0);
        observed.control("... that waits", beats("awaiting_what_waits", 1000, python, observed))
                .isEqualTo(1000);
        observed.that(
                        "100, withdrawn twice 80, an `await` between",
                        left(
                                List.of(100, 100),
                                false,
                                python.call("withdrawals.of_100", "withdraw_asking", 80, 80),
                                observed))
                .isEqualTo(-60);
        observed.that(
                        "... no `await` between",
                        left(
                                List.of(20),
                                false,
                                python.call("withdrawals.of_100", "withdraw_at_once", 80, 80),
                                observed))
                .isEqualTo(20);
        observed.that(
                        "... a lock around both",
                        left(
                                List.of(100),
                                true,
                                python.call("withdrawals.of_100", "withdraw_locked", 80, 80),
                                observed))
                .isEqualTo(20);
        for (var way : List.of("withdraw_asking", "withdraw_at_once", "withdraw_locked")) {
            observed.control(
                            way + ", 80 once",
                            python.call("withdrawals.of_100", way, 80).get("left"))
                    .isEqualTo(20);
            observed.control(
                            way + ", all",
                            python.call("withdrawals.of_100", way, 100).get("left"))
                    .isEqualTo(0);
        }
    }

    private static JsonNode beats(String way, int prices, Python python, Observed observed) {
        return heartbeats(way, prices, python, observed).get("beats");
    }

    private static JsonNode heartbeats(String way, int prices, Python python, Observed observed) {
        var report = python.call("one_loop.heartbeats", way);
        observed.control("the loop's heart, before: " + way, report.get("before"))
                .isEqualTo(1);
        observed.control(way + ": prices", report.get("prices")).isEqualTo(prices);
        return report;
    }

    /** What is left; each time that the bank was asked, this was the balance, and the account locked or not. */
    private static JsonNode left(List<Integer> balances, boolean isLocked, JsonNode report, Observed observed) {
        observed.control(
                        "%s found, locked %s: when the bank was asked".formatted(balances, isLocked),
                        report.get("asked"))
                .isEqualTo(balances.stream()
                        .map(balance -> List.of(balance, isLocked))
                        .toList());
        return report.get("left");
    }
}
