package pykata.basics.memorymodel;

import static pykata.python.Implementation.CPYTHON;
import static pykata.python.Implementation.GRAALPY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.graalvm.polyglot.TypeLiteral;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;
import pykata.claim.AnswerTest;
import pykata.claim.Claim;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.GraalPy;
import pykata.python.Python;

class MemoryTest extends AnswerTest {

    /** Turns of a loop: more than it takes by far. */
    private static final int LONG = 5_000_000;

    @Claim
    void only_counting_frees_an_object_at_once(Python python, Observed observed) {
        var gone = python.call("lifetimes.gone");
        observed.that("dropped: gone [by the next line, after a collection]", gone.get("drop"))
                .on(CPYTHON, List.of(true, true))
                .on(GRAALPY, List.of(false, true));
        observed.that("in a cycle: gone [by the next line, after a collection]", gone.get("drop_a_cycle"))
                .isEqualTo(List.of(false, true));
        observed.control("one of two references dropped", gone.get("drop_one_of_two"))
                .isEqualTo(List.of(false, false));
        observed.control("in a cycle that was cut", gone.get("drop_a_cut_cycle"))
                .on(CPYTHON, List.of(true, true))
                .on(GRAALPY, List.of(false, true));
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
        observed.that("[open, dropped, collected]: bytes in the file", dropped.get("sizes"))
                .on(CPYTHON, List.of(0, 100, 100))
                .on(GRAALPY, List.of(0, 0, 0));
        observed.control("and the file object is gone", dropped.get("gone")).isEqualTo(true);
        var cycle = python.call("reports.in_a_cycle");
        observed.that("in a cycle, [dropped, collected]: bytes in the file", cycle.get("sizes"))
                .isEqualTo(List.of(0, 0));
        observed.control("and that file object is gone", cycle.get("gone")).isEqualTo(true);
        var closedCycle = python.call("reports.in_a_cycle", true);
        observed.control("in a cycle, but closed before", closedCycle.get("sizes"))
                .isEqualTo(List.of(100, 100));
        observed.control("and that one is gone", closedCycle.get("gone")).isEqualTo(true);
        var closed = python.call("reports.closed");
        observed.that("closed by `with`, and still referenced: bytes in the file", closed.get("size"))
                .isEqualTo(100);
        observed.control("it is closed, not only flushed", closed.get("closed")).isEqualTo(true);
        var warnings = python.call("reports.warnings_told");
        observed.that("warnings about the unclosed file, if all are on", warnings.get("not closed"))
                .on(CPYTHON, List.of("ResourceWarning"))
                .on(GRAALPY, List.of());
        observed.control("warnings for a closed file", warnings.get("closed")).isEqualTo(List.of());
    }

    @Claim
    void a_del_method_is_not_a_destructor(Python python, Observed observed) {
        observed.that("after `with`, though still referenced", python.call("destructors.in_a_with_block"))
                .isEqualTo(outcome(null, "in the block", "closed"));
        observed.control("after a block that fails", python.call("destructors.in_a_with_block", true))
                .isEqualTo(outcome("ValueError", "in the block", "closed"));
        var dropped = python.call("destructors.dropped");
        observed.control("dropped: by the next line", dropped.get("by the next line"))
                .on(CPYTHON, List.of("closed"))
                .on(GRAALPY, List.of());
        observed.that("dropped and collected", dropped.get("in the end"))
                .on(CPYTHON, List.of("closed"))
                .on(GRAALPY, List.of());
        observed.control("and the object is gone", dropped.get("gone")).isEqualTo(true);
        var twice = python.call("destructors.dropped_twice");
        observed.that("back to life in `__del__`, then dropped again", twice.get("log"))
                .on(CPYTHON, List.of("closed"))
                .on(GRAALPY, List.of());
        observed.control("times it came back", twice.get("back")).on(CPYTHON, 1).on(GRAALPY, 0);
        observed.control("and it is gone in the end", twice.get("gone"))
                .on(CPYTHON, true)
                .on(GRAALPY, null);
        var neverMade = python.call("destructors.never_made");
        observed.control("what `__init__` raised", neverMade.get("error")).isEqualTo("ValueError");
        observed.that("`__init__` raised", neverMade.get("log"))
                .on(CPYTHON, List.of("closed"))
                .on(GRAALPY, List.of());
        var jammed = python.call("destructors.jammed");
        observed.control("`__del__` raises: its caller sees", jammed.get("caller"))
                .isEqualTo(null);
        observed.that("`__del__` raises, and only `sys.unraisablehook` sees", jammed.get("hook"))
                .on(CPYTHON, List.of("OSError"))
                .on(GRAALPY, List.of());
        observed.control("`__exit__` raises: its caller sees", jammed.get("caller of `with`"))
                .isEqualTo("OSError");
    }

    private static Map<String, Object> outcome(@Nullable String error, String... log) {
        var outcome = new HashMap<String, Object>();
        outcome.put("error", error);
        outcome.put("log", List.of(log));
        return outcome;
    }

    @Claim
    void a_leak_is_an_object_that_something_still_reaches(Python python, Observed observed) {
        var gone = python.call("leaks.gone");
        observed.that("request gone: [exception kept, only its text kept]", pair(gone, "failure", "failure_as_text"))
                .isEqualTo(List.of(false, true));
        observed.that("... exception kept, its `__traceback__` set to None", gone.get("failure_without_traceback"))
                .on(CPYTHON, true)
                .on(GRAALPY, false);
        observed.control("... raised while another was handled", gone.get("second_failure_without_traceback"))
                .isEqualTo(false);
        observed.that("... [`lru_cache` on its method, `cached_property`]", pair(gone, "total", "tax"))
                .isEqualTo(List.of(false, true));
        observed.control("the method's cache was cleared", python.call("leaks.evicted"))
                .isEqualTo(true);
        observed.that("... [its method is a listener, in a `WeakMethod`]", pair(gone, "listener", "weak_listener"))
                .isEqualTo(List.of(false, true));
        observed.that("... [a closure over it, over its number only]", pair(gone, "reply", "narrow_reply"))
                .isEqualTo(List.of(false, true));
        var atWork = python.call("leaks.cures_at_work");
        observed.control("errors, and whether their traceback is cleared", atWork.get("failures"))
                .on(CPYTHON, List.of(List.of("ValueError", true), List.of("OSError", true)))
                .on(GRAALPY, List.of(List.of("ValueError", false), List.of("OSError", false)));
        observed.control("text, method's result, weak listener, narrow reply", cures(atWork))
                .isEqualTo(List.of("request 7 rejected", 120, "request 7 paid", 7));
        observed.control("a cached property, twice, and how often it was computed", atWork.get("tax"))
                .isEqualTo(List.of(24, 24, 1));
    }

    private static List<?> cures(JsonNode atWork) {
        return Stream.of("failure_as_text", "total", "weak_listener", "narrow_reply")
                .map(atWork::get)
                .toList();
    }

    private static List<?> pair(JsonNode gone, String leak, String cure) {
        return List.of(gone.get(leak), gone.get(cure));
    }

    @Claim
    void identity_of_equal_values_is_an_accident(Python python, Observed observed) {
        var same = python.call("identity.table");
        observed.control("`int(\"256\") is int(\"256\")`", same.get("256")).isEqualTo(true);
        observed.that("`int(\"5000\") is int(\"5000\")`", same.get("5000"))
                .on(CPYTHON, false)
                .on(GRAALPY, true);
        observed.control("`float(\"1.5\") is float(\"1.5\")`", same.get("1.5"))
                .on(CPYTHON, false)
                .on(GRAALPY, true);
        observed.that("`() is tuple([])`", same.get("()")).on(CPYTHON, true).on(GRAALPY, false);
        var equal = python.call("identity.equal");
        observed.control("they are equal", equal.get("equal")).isEqualTo(List.of(true, true, true));
        observed.control("values that differ", equal.get("of different values")).isEqualTo(false);
        observed.control("the text", equal.get("text")).isEqualTo("meter 7");
        var in = python.call("identity.membership");
        observed.that("`float(\"nan\") in [float(\"nan\")]`", in.get("nan in a list of another nan"))
                .on(CPYTHON, false)
                .on(GRAALPY, true);
        observed.control("a nan in a list of itself", in.get("nan in a list of itself"))
                .isEqualTo(true);
        observed.control("a nan is not equal to itself", in.get("nan == itself"))
                .isEqualTo(false);
        observed.control("1.5 in a list of another 1.5", in.get("1.5 in a list of another 1.5"))
                .isEqualTo(true);
        observed.that("two equal texts made at run time", same.get("text")).isEqualTo(false);
        observed.control("those two, before `sys.intern`", same.at("/interned text/0"))
                .isEqualTo(false);
        observed.that("... both through `sys.intern`", same.at("/interned text/1"))
                .isEqualTo(true);
        observed.control("`None is {}.get(\"absent\")`", same.get("None")).isEqualTo(true);
    }

    @Claim
    void slots_take_the_dict_away_only_if_every_class_has_them(Python python, Observed observed) {
        var misspelt = python.call("slotted.set_on", "kwhs");
        observed.that("misspelt attribute, slots in every class", misspelt.get("SlottedBelow"))
                .isEqualTo("AttributeError");
        observed.control("in a class alone", misspelt.get("Slotted")).isEqualTo("AttributeError");
        observed.control("no slots at all", misspelt.get("Plain")).isEqualTo("no error");
        observed.that("... a subclass without slots", misspelt.get("PlainBelow"))
                .isEqualTo("no error");
        observed.that("... a subclass with slots, its parent without", misspelt.get("BelowPlain"))
                .isEqualTo("no error");
        observed.control("slots and a slot `__weakref__`", misspelt.get("Referable"))
                .isEqualTo("AttributeError");
        python.call("slotted.set_on", "kwh")
                .properties()
                .forEach(made -> observed.control("spelt right: " + made.getKey(), made.getValue())
                        .isEqualTo("no error"));
        var tariff = python.call("slotted.set_on", "tariff");
        observed.control("a slot of the subclass", tariff.get("SlottedBelow")).isEqualTo("no error");
        observed.control("... is none of its parent", tariff.get("Slotted")).isEqualTo("AttributeError");
        observed.control("the values", python.call("slotted.values"))
                .isEqualTo(List.of(List.of(7, 42, 365), List.of(7, 42, 365)));
        var weak = python.call("slotted.weakly_referenced");
        observed.that("weak reference to a slotted object", weak.get("Slotted"))
                .on(CPYTHON, "TypeError")
                .on(GRAALPY, "no error");
        observed.control("to a plain one", weak.get("Plain")).isEqualTo("no error");
        observed.control("with a slot `__weakref__`", weak.get("Referable")).isEqualTo("no error");
        var sizes = python.call("slotted.sizes");
        observed.that("three slots save a third of the bytes, or more", sizes.get("slots"))
                .on(CPYTHON, true)
                .on(GRAALPY, "not traced");
        observed.control("slots below a class without save", sizes.get("slots below a plain class"))
                .on(CPYTHON, false)
                .on(GRAALPY, "not traced");
        observed.control("something was measured", sizes.get("measured"))
                .on(CPYTHON, true)
                .on(GRAALPY, "not traced");
        observed.control("`vars(plain)` makes the object grow by half", sizes.get("a look"))
                .on(CPYTHON, true)
                .on(GRAALPY, "not traced");
    }

    @Claim
    @NotOn(value = CPYTHON, because = "it is about the Java threads that call into a context")
    void a_finalizer_runs_in_the_contexts_first_thread_only(GraalPy python, Observed observed) throws Exception {
        var lease = python.newContext().eval("python", "__import__('lease')");
        var second = new FutureTask<>(() -> lease.invokeMember("drop_and_stay", "boat 7", 300_000));
        new Thread(second).start();
        var dropped = second.get();
        observed.that("a lease, dropped by a second thread: gone?", isTrue(dropped, "gone"))
                .isEqualTo(true);
        observed.that("... leases given back then", told(dropped)).isEqualTo(List.of());
        observed.that("... once the first thread is in Python again", told(lease.invokeMember("stay", 300_000)))
                .isEqualTo(List.of());
        var mine = lease.invokeMember("drop_and_stay", "boat 8", LONG);
        observed.that("another lease, dropped by the first thread: given back", told(mine))
                .isEqualTo(List.of("boat 8"));
        observed.control("... is gone", isTrue(mine, "gone")).isEqualTo(true);
        observed.control("... and was given back by the first thread", isTrue(mine, "here"))
                .isEqualTo(true);
        observed.control(
                        "leases still owed, to be given back when the context is closed",
                        lease.invokeMember("owed").as(new TypeLiteral<List<String>>() {}))
                .isEqualTo(List.of("boat 7"));
    }

    private static boolean isTrue(Value seen, String what) {
        return seen.getHashValue(what).asBoolean();
    }

    private static List<String> told(Value seen) {
        return seen.getHashValue("given back").as(new TypeLiteral<>() {});
    }
}
