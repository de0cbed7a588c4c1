package pykata.advanced.concurrencymodels;

import static pykata.python.Implementation.CPYTHON;
import static pykata.python.Implementation.GRAALPY;

import java.util.List;
import java.util.Map;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.Python;

/** Claims about borders: of a process, and of a fork. */
class BordersTest extends ClaimsTest {

    private static final int MEGABYTE = 1_000_000;

    @Claim
    @NotOn(value = GRAALPY, because = "it has no ProcessPoolExecutor")
    void a_process_gets_a_new_pickle_each_time_and_nothing_of_it_comes_back(Python python, Observed observed) {
        var processes = python.call("border.pay_three_times", "processes");
        observed.that("one order, submitted three times: pickled", processes.get("pickled"))
                .isEqualTo(3);
        observed.that("paid in the worker: the caller's is paid", processes.get("paid here"))
                .isEqualTo(false);
        observed.that(
                        "a lambda is submitted: its `result()` raises",
                        python.call("border.submit_a_lambda", "processes"))
                .on(CPYTHON.before(3, 14), "AttributeError")
                .on(CPYTHON, "PicklingError");
        var bytes = python.call("border.bytes_across", MEGABYTE);
        observed.that("bytes pickled for 1 MB", bytes.get("pickled")).isAtLeast(MEGABYTE);
        observed.that("... in shared memory", bytes.get("pickled, shared")).isAtMost(200);
        observed.that("a job after a worker has crashed", python.call("border.after_a_worker", "crashes"))
                .isEqualTo("BrokenProcessPool");
        observed.control("paid in the worker", processes.get("paid there")).isEqualTo(List.of(true, true, true));
        observed.control("threads: pickled, paid", python.call("border.pay_three_times", "threads"))
                .isEqualTo(Map.of("pickled", 0, "paid there", List.of(true, true, true), "paid here", true));
        observed.control("a lambda in a thread", python.call("border.submit_a_lambda", "threads"))
                .isEqualTo(1190);
        observed.control("the shared memory, changed in the worker, seen there and here", bytes.get("seen"))
                .isEqualTo(List.of(50, 50));
        observed.control("a job after a worker has raised", python.call("border.after_a_worker", "raises"))
                .isEqualTo(true);
    }

    @Claim
    @NotOn(value = GRAALPY, because = "it has no os.fork")
    @NotOn(value = CPYTHON, os = "windows", because = "Windows has no fork")
    @NotOn(value = CPYTHON, os = "macosx", because = "macOS starts processes by spawn since 3.8")
    void a_fork_copies_a_held_lock_without_the_thread_that_would_release_it(Python python, Observed observed) {
        var held = python.call("forking.child_by", "fork", true);
        observed.that("a thread holds a lock: a forked child gets it", held.get("gets it"))
                .isEqualTo(false);
        observed.that("that thread is alive: [in parent, child]", held.get("alive"))
                .isEqualTo(List.of(true, false));
        observed.that("what `fork` warns of", held.get("warnings"))
                .on(CPYTHON.before(3, 12), List.of())
                .on(CPYTHON, List.of("DeprecationWarning"));
        observed.that("a fork server's child gets the lock", gets("forkserver", true, python))
                .isEqualTo(true);
        observed.that("the default start method", python.call("forking.default_method"))
                .on(CPYTHON.before(3, 14), "fork")
                .on(CPYTHON, "forkserver");
        observed.control("a spawned child gets it", gets("spawn", true, python)).isEqualTo(true);
        observed.control("a forked child gets a free lock", gets("fork", false, python))
                .isEqualTo(true);
        observed.control(
                        "warnings of a fork server",
                        python.call("forking.child_by", "forkserver", true).get("warnings"))
                .isEqualTo(List.of());
    }

    private static Object gets(String method, boolean isHeld, Python python) {
        return python.call("forking.child_by", method, isHeld).get("gets it");
    }
}
