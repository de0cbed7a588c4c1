package pykata.tooling.toolchain;

import static pykata.python.Implementation.CPYTHON;
import static pykata.python.Implementation.GRAALPY;

import java.util.List;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.Observed;
import pykata.python.Python;

/** What counts on which Python, and which speed-up may stay. */
class ProfilingTest extends ClaimsTest {

    private static final String COUNTED = "counting.counted";
    private static final String LINE = "KEPT.append(f\"order {number}\" * 100)  # the planted line";

    @Claim
    void an_instrument_is_tried_on_a_planted_program_first(Python python, Observed observed) {
        observed.that("`sys.setprofile`: calls in [a loop, a batch]", counted(python, "setprofile"))
                .isEqualTo(List.of(500, 1));
        observed.that("right: [`setprofile`, cProfile, `sys.monitoring`]", right(python))
                .on(CPYTHON.before(3, 12), List.of(true, true, false))
                .on(CPYTHON, List.of(true, true, true))
                .on(GRAALPY, List.of(true, false, false));
        observed.that("tracemalloc names", python.call("counting.kept", "leak"))
                .on(CPYTHON, LINE)
                .on(GRAALPY, "fails");
        observed.control("... of a loop that keeps nothing", python.call("counting.kept", "loop"))
                .on(CPYTHON, "nothing")
                .on(GRAALPY, "fails");
    }

    private static List<Object> right(Python python) {
        return List.of(
                python.call("counting.is_right", "setprofile"),
                python.call("counting.is_right", "cProfile"),
                python.call("counting.is_right", "monitoring"));
    }

    private static List<Object> counted(Python python, String instrument) {
        return List.of(python.call(COUNTED, instrument, "loop"), python.call(COUNTED, instrument, "batch"));
    }

    @Claim
    void a_faster_function_stays_only_with_equal_results(Python python, Observed observed) {
        observed.that("the slow way: comparisons for 100", python.call("tuning.comparisons", "slow"))
                .isEqualTo(4950);
        observed.that("`sorted(set(skus))`: [comparisons, differs for]", of(python, "as_a_sorted_set"))
                .isEqualTo(List.of(0, List.of("b", "a")));
        observed.that("`groupby`", of(python, "groups")).isEqualTo(List.of(99, List.of("a", "b", "a")));
        observed.that("the last of each", of(python, "backwards")).isEqualTo(List.of(0, List.of("a", "b", "a")));
        observed.that("`dict.fromkeys`", of(python, "as_a_dict")).isEqualTo(List.of(0, "none"));
        for (var way : List.of("as_a_sorted_set", "groups", "backwards", "as_a_dict")) {
            observed.control(way + " passes the usual example", python.call("tuning.passes", way))
                    .isEqualTo(true);
        }
        observed.control("the example can fail", python.call("tuning.passes", "unchanged"))
                .isEqualTo(false);
    }

    private static List<Object> of(Python python, String way) {
        return List.of(python.call("tuning.comparisons", way), python.call("tuning.differs", way));
    }
}
