package pykata.advanced.performance;

import static pykata.python.Implementation.CPYTHON;
import static pykata.python.Implementation.GRAALPY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.Needs;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.Python;

/** The claims about what each instrument sees of the planted problems, and what it does not see. */
class InstrumentsTest extends ClaimsTest {

    private static final int SIZE = 100;

    @Claim
    @NotOn(value = GRAALPY, because = "its cProfile is a sampler, and it has no sys.monitoring")
    @NotOn(value = CPYTHON, before = "3.12", because = "sys.monitoring is new in 3.12")
    void call_counts_end_at_the_call(Python python, Observed observed) {
        observed.that("each comparison is a call: [comparisons, calls, runs of a line]", seen("place_by_calls", python))
                .isEqualTo(List.of(5050, 5050, 5050));
        observed.that("a loop over several lines compares", seen("place_by_loop", python))
                .isEqualTo(List.of(5050, 100, 5050));
        observed.that("a generator on one line compares", seen("place_by_one_line", python))
                .on(CPYTHON.before(3, 13), List.of(5050, 200, 200))
                .on(CPYTHON.before(3, 14), List.of(5050, 100, 100))
                .on(CPYTHON, List.of(5050, 200, 100));
        observed.that("`list.index` compares", seen("place_by_list_index", python))
                .isEqualTo(List.of(5050, 100, 100));
        observed.that(
                        "each comparison is a call, here and in a second thread: calls",
                        python.call("instruments.calls_in_two_threads", SIZE))
                .isEqualTo(10_100);
        observed.that("a second profiler at the same time", python.call("instruments.second_profiler"))
                .isEqualTo("ValueError");
        observed.control("... one after the other", python.call("instruments.profiler_after_profiler"))
                .isEqualTo("passes");
        for (var way : List.of("place_by_calls", "place_by_loop", "place_by_one_line", "place_by_list_index")) {
            observed.control(
                            way + " finds them all",
                            python.call("scans.places", way, List.of(20, 10, 30), List.of(10, 30, 20)))
                    .isEqualTo(List.of(1, 2, 0));
        }
    }

    private static List<JsonNode> seen(String way, Python python) {
        return List.of(
                python.call("instruments.comparisons", way, SIZE),
                python.call("instruments.most_calls", way, SIZE),
                python.call("instruments.most_visits", way, SIZE));
    }

    @Claim
    @Needs("py-spy")
    @NotOn(value = GRAALPY, because = "py-spy reads the memory of CPython only")
    @NotOn(value = CPYTHON, os = "macosx", because = "py-spy needs root there")
    @NotOn(value = CPYTHON, os = "windows", because = "a process there cannot become another one")
    void a_sampler_sees_where_each_thread_is_and_no_counts(Python python, Observed observed) {
        var first = python.call("sampled.looked_at", 0);
        var next = python.call("sampled.looked_at", 1000);
        observed.that("the thread that computes, no payment matched before", stack("main", first))
                .isEqualTo(List.of("matched_before", "serve"));
        observed.that("the thread that computes, 1000 matched before", stack("main", next))
                .isEqualTo(List.of("matched_before", "serve"));
        observed.that("the thread that waits, no payment matched before", stack("other", first))
                .isEqualTo(List.of("wait_for_database"));
        observed.that("the thread that waits, 1000 matched before", stack("other", next))
                .isEqualTo(List.of("wait_for_database"));
        observed.control(
                        "payments matched before, as the service counts them",
                        List.of(first.get("matched"), next.get("matched")))
                .isEqualTo(List.of(0, 1000));
    }

    private static JsonNode stack(String thread, JsonNode lookedAt) {
        return lookedAt.get("stacks").get(thread);
    }

    @Claim
    @NotOn(value = GRAALPY, because = "its tracemalloc has no function to start it")
    void tracemalloc_sees_what_is_alive_not_what_was_copied(Python python, Observed observed) {
        var before = python.call("allocations.traced", "before", 1000);
        var after = python.call("allocations.traced", "after", 1000);
        observed.that("cutting the file: bytes copied", before.get("copied")).isEqualTo(7_992_000);
        observed.that("... its peak, as tracemalloc sees it", before.get("peak"))
                .isAtMost(200_000);
        observed.that("views of the file: bytes copied", after.get("copied")).isEqualTo(0);
        observed.that("... its peak", after.get("peak")).isAtMost(200_000);
        var peaks = List.of(before, after).stream()
                .map(report -> report.get("peak").asInt())
                .toList();
        observed.control("... the peaks differ by", Math.abs(peaks.get(0) - peaks.get(1)))
                .isAtMost(10_000);
        var freeing = python.call("allocations.traced", "freeing", 1);
        observed.control("a megabyte allocated and freed: its peak", freeing.get("peak"))
                .isAtLeast(1_000_000);
        observed.control("... alive", freeing.get("alive")).isAtMost(100_000);
        var keeping = python.call("allocations.traced", "keeping", 1000);
        observed.that("a reader that keeps each record: the line with the most memory", keeping.get("largest"))
                .isEqualTo("KEPT.append(bytes(data[start : start + bank_file.RECORD.size]))");
        observed.control("... bytes copied", keeping.get("copied")).isEqualTo(16_000);
        observed.control("... bytes alive", keeping.get("alive")).isAtLeast(16_000);
        observed.control("bytes of the file", List.of(before.get("size"), after.get("size"), keeping.get("size")))
                .isEqualTo(List.of(16_000, 16_000, 16_000));
    }
}
