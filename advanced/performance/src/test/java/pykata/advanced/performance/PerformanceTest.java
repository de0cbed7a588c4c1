package pykata.advanced.performance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pykata.claim.AnswerTest;
import pykata.claim.Claim;
import pykata.claim.Observed;
import pykata.python.Python;

/** The claims about latency and caches; those about work, and about instruments, have classes of their own. */
class PerformanceTest extends AnswerTest {

    @Claim
    void a_load_test_that_waits_for_each_answer_hides_a_stall(Python python, Observed observed) {
        observed.that(
                        "sent every 10 ms, but not before the last answer: [requests, mean, p50, p99, longest]",
                        seen("waiting_for_each_answer", python))
                .isEqualTo(List.of(901, 2, 1, 1, 1001));
        observed.that("sent every 10 ms, answered or not", seen("on_schedule", python))
                .isEqualTo(List.of(1000, 57, 1, 911, 1001));
        observed.that(
                        "9,900 requests with p99 1 ms, and 100 with 500 ms: [mean of p99s, p99 of all]",
                        python.call(
                                "latency.of_servers",
                                List.of(List.of(9899, 1), List.of(1, 700)),
                                List.of(List.of(90, 1), List.of(9, 500), List.of(1, 900))))
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
                .isEqualTo(List.of(List.of(1000, 1, 1, 1, 1), List.of(1000, 1, 1, 1, 1)));
        observed.control(
                        "the summary of a hundred different latencies",
                        python.call(
                                "latency.summary", IntStream.rangeClosed(1, 100).toArray()))
                .isEqualTo(List.of(100, 50, 50, 99, 100));
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
                        "a second round through [128, 129] days, in the same order: hits",
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
        var equal = Stream.of(1, 1.0, true)
                .map(day -> List.of(List.of("USD", day), Map.of()))
                .toArray();
        observed.that(
                        "`rate(\"USD\", 1)`, `rate(\"USD\", 1.0)`, `rate(\"USD\", True)`: computed",
                        python.call("caching.spelt", equal))
                .isEqualTo(1);
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
        observed.control("129 days, the second round backwards", python.call("caching.hits", 129, 128, true))
                .isEqualTo(128);
        observed.control("129 days, 129 entries", python.call("caching.hits", 129, 129))
                .isEqualTo(129);
    }
}
