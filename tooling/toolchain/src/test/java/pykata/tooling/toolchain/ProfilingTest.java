package pykata.tooling.toolchain;

import static pykata.python.Implementation.CPYTHON;
import static pykata.python.Implementation.GRAALPY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.Needs;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.GraalPy;
import pykata.python.Python;

/** What counts on which Python, and which speed-up may stay. */
class ProfilingTest extends ClaimsTest {

    private static final String COUNTED = "counting.counted";
    private static final List<?> RIGHT = List.of(500, 1, 0);
    private static final String LINE = "KEPT.append(f\"order {number}\" * 100)  # the planted line";

    @Claim
    @Needs({"py-spy", "memray"})
    @NotOn(value = CPYTHON, os = "macosx", because = "py-spy needs root there")
    @NotOn(value = CPYTHON, os = "windows", because = "memray has no wheel for it")
    void an_instrument_is_tried_on_a_planted_program_first(Python python, Observed observed) {
        observed.that("`sys.setprofile`: calls in [loop, batch, leak]", python.call(COUNTED, "setprofile"))
                .isEqualTo(RIGHT);
        observed.that("cProfile", python.call(COUNTED, "cProfile"))
                .on(CPYTHON, RIGHT)
                .on(GRAALPY, List.of(0, 0, 0));
        observed.that("`sys.monitoring`", python.call(COUNTED, "monitoring"))
                .on(CPYTHON.before(3, 12), "absent")
                .on(CPYTHON, RIGHT)
                .on(GRAALPY, "absent");
        observed.that("`customer` is named by [Flight Recorder, `--cpusampler`]", inTheJvm(python))
                .on(CPYTHON, "no JVM")
                .on(GRAALPY, List.of(false, true));
        var isCPython = python.interpreter().implementation() == CPYTHON;
        var spied = Stream.of("loop", "batch", "leak")
                .map(way -> python.call("watching.named_by_py_spy", way))
                .toList();
        observed.that(
                        "`py-spy dump` finds `customer` in [loop, batch, leak]",
                        isCPython ? spied.stream().map(each -> each.get(1)).toList() : spied.getFirst())
                .on(CPYTHON, List.of(true, true, false))
                .on(GRAALPY, "absent");
        observed.control(
                        "... the function that asks",
                        isCPython ? spied.stream().map(each -> each.get(0)).toList() : spied.getLast())
                .on(CPYTHON, List.of(true, true, true))
                .on(GRAALPY, "absent");
        observed.that("tracemalloc names", python.call("counting.kept", "leak"))
                .on(CPYTHON, LINE)
                .on(GRAALPY, "absent");
        observed.that("memray names", python.call("watching.kept", "leak"))
                .on(CPYTHON, LINE)
                .on(GRAALPY, "absent");
        observed.control("... of a loop that keeps nothing, by memray", python.call("watching.kept", "loop"))
                .on(CPYTHON, "nothing")
                .on(GRAALPY, "absent");
        observed.control("... of a loop that keeps nothing", python.call("counting.kept", "loop"))
                .on(CPYTHON, "nothing")
                .on(GRAALPY, "absent");
    }

    private static Object inTheJvm(Python python) {
        return python instanceof GraalPy ? Sampled.NAMES : "no JVM";
    }

    private static final class Sampled {
        static final List<Boolean> NAMES = Samplers.names();
    }

    @Claim
    void a_faster_function_stays_only_with_equal_results(Python python, Observed observed) {
        observed.that("the slow way: comparisons for 100", python.call("tuning.comparisons", "slow"))
                .isEqualTo(4950);
        observed.that("`sorted(set(skus))`: comparisons", python.call("tuning.comparisons", "as_a_sorted_set"))
                .isAtMost(600);
        observed.that(
                        "[`groupby`, the last three, `dict.fromkeys`]: comparisons",
                        List.of(
                                python.call("tuning.comparisons", "groups"),
                                python.call("tuning.comparisons", "recent"),
                                python.call("tuning.comparisons", "as_a_dict")))
                .isEqualTo(List.of(99, 294, 0));
        observed.that("`sorted(set(skus))`: [differs for, after inputs]", differs(python, "as_a_sorted_set"))
                .isEqualTo(List.of("ba", 6));
        observed.that("`groupby`", differs(python, "groups")).isEqualTo(List.of("aba", 10));
        observed.that("the last three", differs(python, "recent")).isEqualTo(List.of("dcdddcbdaeced", 18));
        observed.that("`dict.fromkeys`", differs(python, "as_a_dict")).isEqualTo(List.of("none", 1000));
        observed.control("a sorted set compares", python.call("tuning.comparisons", "as_a_sorted_set"))
                .isAtLeast(99);
        for (var way : List.of("as_a_sorted_set", "groups", "recent", "as_a_dict")) {
            observed.control(way + " passes the usual example", python.call("tuning.passes", way))
                    .isEqualTo(true);
        }
        observed.control("the example can fail", python.call("tuning.passes", "unchanged"))
                .isEqualTo(false);
    }

    private static JsonNode differs(Python python, String way) {
        return python.call("tuning.differs", way);
    }
}
