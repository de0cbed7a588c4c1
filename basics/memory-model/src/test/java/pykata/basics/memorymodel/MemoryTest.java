package pykata.basics.memorymodel;

import static pykata.python.Implementation.CPYTHON;
import static pykata.python.Implementation.GRAALPY;

import java.util.List;
import java.util.concurrent.FutureTask;
import org.graalvm.polyglot.TypeLiteral;
import org.graalvm.polyglot.Value;
import pykata.claim.AnswerTest;
import pykata.claim.Claim;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.GraalPy;
import pykata.python.Python;

class MemoryTest extends AnswerTest {

    /** Turns of a loop: more than it takes by far. */
    private static final int LONG = 20_000_000;

    @Claim
    void only_counting_frees_an_object_at_once(Python python, Observed observed) {
        var alone = python.call("lifetimes.alone");
        observed.that("dropped: gone by the next line", alone.get("at once"))
                .on(CPYTHON, true)
                .on(GRAALPY, false);
        observed.that("dropped: gone after a collection", alone.get("after collection"))
                .isEqualTo(true);
        var cycle = python.call("lifetimes.in_a_cycle");
        observed.that("in a cycle: gone by the next line", cycle.get("at once")).isEqualTo(false);
        observed.that("in a cycle: gone after a collection", cycle.get("after collection"))
                .isEqualTo(true);
        var counts = python.call("lifetimes.counts");
        observed.that("1000 more references to an object add to its count", counts.get("an object"))
                .on(CPYTHON, 1000)
                .on(GRAALPY, 0);
        observed.that("1000 more references to None add", counts.get("None"))
                .on(CPYTHON.before(3, 12), 1000)
                .on(CPYTHON, 0)
                .on(GRAALPY, 0);
    }

    @Claim
    void only_counting_saves_a_file_that_nobody_closes(Python python, Observed observed) {
        var dropped = python.call("reports.dropped");
        observed.that("[open, dropped, collected]: bytes on disk", dropped.get("sizes"))
                .on(CPYTHON, List.of(0, 100, 100))
                .on(GRAALPY, List.of(0, 0, 0));
        observed.that("and is the file object gone?", dropped.get("gone")).isEqualTo(true);
        var cycle = python.call("reports.in_a_cycle");
        observed.that("in a cycle, [dropped, collected]: bytes on disk", cycle.get("sizes"))
                .isEqualTo(List.of(0, 0));
        observed.that("and is that file object gone?", cycle.get("gone")).isEqualTo(true);
        observed.that("[first, last] line of a long report, dropped: on disk?", python.call("reports.long_report"))
                .on(CPYTHON, List.of(true, true))
                .on(GRAALPY, List.of(true, false));
        observed.that("warnings, if all are on", python.call("reports.warned"))
                .on(CPYTHON, List.of("ResourceWarning"))
                .on(GRAALPY, List.of());
        observed.that("closed by `with`: bytes on disk", python.call("reports.closed"))
                .isEqualTo(100);
    }

    @Claim
    void a_del_method_is_not_a_destructor(Python python, Observed observed) {
        observed.that("after `with`", python.call("destructors.in_a_with_block"))
                .isEqualTo(List.of("closed"));
        var dropped = python.call("destructors.dropped");
        observed.that("dropped: `__del__` by the next line", dropped.get("by the next line"))
                .on(CPYTHON, List.of("closed"))
                .on(GRAALPY, List.of());
        observed.that("dropped and collected", dropped.get("in the end"))
                .on(CPYTHON, List.of("closed"))
                .on(GRAALPY, List.of());
        observed.that("and is the object gone?", dropped.get("gone")).isEqualTo(true);
        observed.that("back to life in `__del__`, then dropped again", python.call("destructors.dropped_twice"))
                .on(CPYTHON, List.of("closed"))
                .on(GRAALPY, List.of());
        observed.that("`__init__` raised", python.call("destructors.never_made"))
                .on(CPYTHON, List.of("closed"))
                .on(GRAALPY, List.of());
        var jammed = python.call("destructors.jammed");
        observed.that("`__del__` raises: its caller sees", jammed.get("caller")).isEqualTo(null);
        observed.that("`__del__` raises: `sys.unraisablehook` sees", jammed.get("hook"))
                .on(CPYTHON, List.of("OSError"))
                .on(GRAALPY, List.of());
    }

    @Claim
    void a_leak_is_an_object_that_something_still_reaches(Python python, Observed observed) {
        var gone = python.call("leaks.gone");
        observed.that("exception kept: request gone?", gone.get("failure")).isEqualTo(false);
        observed.that("... its `__traceback__` set to None", gone.get("failure_without_traceback"))
                .on(CPYTHON, true)
                .on(GRAALPY, false);
        observed.that("... its text kept instead", gone.get("failure_as_text")).isEqualTo(true);
        observed.that("`lru_cache` on a method: request gone?", gone.get("total"))
                .isEqualTo(false);
        observed.that("... `cached_property` instead", gone.get("tax")).isEqualTo(true);
        observed.that("its method kept as a listener: request gone?", gone.get("listener"))
                .isEqualTo(false);
        observed.that("... in a `weakref.WeakMethod`", gone.get("weak_listener"))
                .isEqualTo(true);
        observed.that("closure over it kept: request gone?", gone.get("reply")).isEqualTo(false);
        observed.that("... over its number only", gone.get("narrow_reply")).isEqualTo(true);
    }

    @Claim
    void identity_of_equal_values_is_an_accident(Python python, Observed observed) {
        var same = python.call("identity.table");
        observed.that("`int(\"256\") is int(\"256\")`", same.get("256")).isEqualTo(true);
        observed.that("`int(\"5000\") is int(\"5000\")`", same.get("5000"))
                .on(CPYTHON, false)
                .on(GRAALPY, true);
        observed.that("`float(\"1.5\") is float(\"1.5\")`", same.get("1.5"))
                .on(CPYTHON, false)
                .on(GRAALPY, true);
        observed.that("`() is tuple([])`", same.get("()")).on(CPYTHON, true).on(GRAALPY, false);
        observed.that("`float(\"nan\") in [float(\"nan\")]`", python.call("identity.not_a_number"))
                .on(CPYTHON, false)
                .on(GRAALPY, true);
        observed.that("two equal texts made at run time", same.get("text")).isEqualTo(false);
        observed.that("... both through `sys.intern`", same.get("interned text"))
                .isEqualTo(true);
        observed.that("`None is {}.get(\"absent\")`", same.get("None")).isEqualTo(true);
    }

    @Claim
    void slots_take_the_dict_away_only_if_every_class_has_them(Python python, Observed observed) {
        var misspelt = python.call("slotted.misspellings");
        observed.that("misspelt attribute, slots", misspelt.get("Slotted")).isEqualTo("AttributeError");
        observed.that("... in a subclass without slots", misspelt.get("Below")).isEqualTo(null);
        observed.that("... in a subclass with slots of a class without", misspelt.get("Above"))
                .isEqualTo(null);
        observed.that("weak reference to a slotted object", python.call("slotted.weakly_referenced"))
                .on(CPYTHON, "TypeError")
                .on(GRAALPY, null);
        var sizes = python.call("slotted.sizes");
        observed.that("three slots save a third of the bytes", sizes.get("saves a third"))
                .on(CPYTHON, true)
                .on(GRAALPY, null);
        observed.that("`vars(plain)` makes the object grow by half", sizes.get("grows by half"))
                .on(CPYTHON, true)
                .on(GRAALPY, null);
    }

    @Claim
    @NotOn(value = CPYTHON, because = "it is about the Java threads that call into a context")
    void a_finalizer_runs_in_the_contexts_first_thread_only(GraalPy python, Observed observed) throws Exception {
        var lease = python.newContext().eval("python", "__import__('lease')");
        var second = new FutureTask<>(() -> lease.invokeMember("drop_and_stay", 300_000));
        new Thread(second).start();
        var dropped = second.get();
        observed.that(
                        "dropped by a second thread: gone?",
                        dropped.getHashValue("gone").asBoolean())
                .isEqualTo(true);
        observed.that("... and given back?", told(dropped.getHashValue("given back")))
                .isEqualTo(List.of());
        observed.that("... once the first thread is in Python again?", told(lease.invokeMember("stay", 300_000)))
                .isEqualTo(List.of());
        var mine = lease.invokeMember("drop_and_stay", LONG);
        observed.that("another one, dropped by the first thread", told(mine.getHashValue("given back")))
                .isEqualTo(List.of("given back"));
    }

    private static List<String> told(Value words) {
        return words.as(new TypeLiteral<List<String>>() {});
    }
}
