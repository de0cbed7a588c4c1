package pykata.basics.gil;

import static pykata.python.Implementation.CPYTHON;
import static pykata.python.Implementation.GRAALPY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import pykata.claim.AnswerTest;
import pykata.claim.Claim;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.GraalPy;
import pykata.python.Python;

class GilTest extends AnswerTest {

    /** Far more turns of a loop than the other thread needs; what goes wrong ends there. */
    private static final int PATIENCE = 30_000_000;

    @Claim
    void an_update_that_calls_something_loses_a_deposit(Python python, Observed observed) {
        var inTurn = python.call("bank.two_deposits", "deposit", false);
        observed.that("two deposits of 100, one after the other: the balance", inTurn.get("balance"))
                .isEqualTo(200);
        observed.that("two that overlap", overlapping("deposit", List.of(true, false, 0, 0), python, observed))
                .isEqualTo(100);
        observed.that(
                        "two that overlap, each appended: the sum of the entries",
                        overlapping("deposit_appending", List.of(true, false, 0, 0), python, observed))
                .isEqualTo(200);
        observed.control(
                        "one after the other: they overlap, one waits, locks taken, different ones",
                        inTurn.get("circumstances"))
                .isEqualTo(List.of(false, false, 0, 0));
        observed.control("the GIL is on", python.call("bank.gil_is_on")).isEqualTo(true);
    }

    @Claim
    void a_lock_helps_only_around_the_whole_update(Python python, Observed observed) {
        observed.that(
                        "lock around the whole update: the balance",
                        overlapping("deposit_locked", List.of(true, true, 2, 1), python, observed))
                .isEqualTo(200);
        observed.that(
                        "`amount()` called first, lock around the addition",
                        overlapping("deposit_calling_first", List.of(true, false, 2, 1), python, observed))
                .isEqualTo(200);
        observed.that(
                        "lock around the read, and again around the write",
                        overlapping("deposit_locking_each_step", List.of(true, false, 4, 1), python, observed))
                .isEqualTo(100);
        observed.that(
                        "a new lock in each call",
                        overlapping("deposit_with_its_own_lock", List.of(true, false, 2, 2), python, observed))
                .isEqualTo(100);
    }

    /** The balance after two deposits that overlap; the same two give 200 one after the other. */
    private static JsonNode overlapping(String way, List<?> circumstances, Python python, Observed observed) {
        observed.control(
                        way + ", one after the other",
                        python.call("bank.two_deposits", way, false).get("balance"))
                .isEqualTo(200);
        var deposits = python.call("bank.two_deposits", way, true);
        observed.control(way + ": they overlap, one waits, locks taken, different ones", deposits.get("circumstances"))
                .isEqualTo(circumstances);
        return deposits.get("balance");
    }

    @Claim
    @NotOn(value = GRAALPY, because = "its hand-over is a 50 ms timer of its own that may miss; no interval changes it")
    void a_computing_thread_keeps_the_lock_for_the_switch_interval(Python python, Observed observed) {
        var usual = python.call("progress.while_looping", 0.005, PATIENCE);
        observed.that("the other thread's steps while this one loops, at 5 ms", usual.get("steps"))
                .isEqualTo(1000);
        var turns = Math.max(10 * usual.get("turns").asInt(), 1_000_000);
        var rare = python.call("progress.while_looping", 100.0, turns);
        observed.that("... at 100 s, while it loops ten times as long", rare.get("steps"))
                .isEqualTo(0);
        observed.control("at 100 s, when the loop is over", rare.get("in the end"))
                .isEqualTo(1000);
        var inC = python.call("progress.inside_one_call", 0.005, turns);
        observed.that("the other thread's steps while this one is in one call into C, at 5 ms", inC.get("steps inside"))
                .isEqualTo(0);
        observed.control("after that call", inC.get("in the end")).isEqualTo(1000);
        observed.control("turns at 5 ms", usual.get("turns")).isAtMost(PATIENCE - 1);
        observed.control("turns at 100 s", rare.get("turns")).isEqualTo(turns);
        observed.control("seconds, 5 ms", usual.get("interval")).isEqualTo(0.005);
        observed.control("seconds, 100 s", rare.get("interval")).isEqualTo(100.0);
        observed.control("seconds, in C", inC.get("interval")).isEqualTo(0.005);
    }

    @Claim
    void a_blocked_thread_lets_the_others_run(Python python, Observed observed) {
        var longest = 100.0;
        observed.that(
                        "the other thread's steps while this one reads an empty pipe, at %.0f s".formatted(longest),
                        stepsWhile("reading_a_pipe", longest, python, observed))
                .isEqualTo(1000);
        observed.that(
                        "the other thread's steps while this one waits for a lock, at %.0f s".formatted(longest),
                        stepsWhile("waiting_for_a_lock", longest, python, observed))
                .isEqualTo(1000);
        for (var interval : new double[] {0.005, 0.000_001}) {
            for (var wait : new String[] {"reading_a_pipe", "waiting_for_a_lock"}) {
                observed.control(
                                "steps while %s at %s s".formatted(wait, interval),
                                stepsWhile(wait, interval, python, observed))
                        .isEqualTo(1000);
            }
        }
        var polling = Map.of(
                "steps",
                0,
                "in the end",
                1000,
                "interval",
                100.0,
                "one built-in",
                "any",
                "gained",
                false,
                "gained later",
                true);
        observed.control(
                        "while the other asks for the lock again and again, at 100 s",
                        python.call("progress.while_polling_a_lock", 100.0, 1_000_000))
                .on(CPYTHON, polling)
                .on(GRAALPY, null);
    }

    private static JsonNode stepsWhile(String wait, double interval, Python python, Observed observed) {
        var report = python.call("progress.while_" + wait, interval);
        var where = "%s at %s s: ".formatted(wait, interval);
        observed.control(where + "seconds", report.get("interval")).isEqualTo(interval);
        observed.control(where + "the wait is one call of a built-in", report.get("one built-in"))
                .isEqualTo(wait.equals("reading_a_pipe") ? "read" : "acquire");
        return report.get("steps");
    }

    @Claim
    @NotOn(value = CPYTHON, before = "3.14", because = "concurrent.interpreters is new in 3.14")
    @NotOn(value = GRAALPY, because = "it has no concurrent.interpreters; its contexts are the counterpart")
    void the_lock_belongs_to_an_interpreter_not_to_the_process(Python python, Observed observed) {
        var own = answer("in_an_interpreter", PATIENCE, python, observed);
        observed.that("answers meanwhile: a second interpreter with a GIL of its own", own.get("answered"))
                .isEqualTo(true);
        var turns = Math.max(10 * own.get("turns").asInt(), 1_000_000);
        var shared = answer("in_an_interpreter_sharing_the_lock", turns, python, observed);
        observed.that("answers meanwhile: one that shares the first one's GIL", shared.get("answered"))
                .isEqualTo(false);
        var thread = answer("in_a_thread", turns, python, observed);
        observed.that("answers meanwhile: a second thread", thread.get("answered"))
                .isEqualTo(false);
        observed.control("turns until the answer", own.get("turns")).isAtMost(PATIENCE - 1);
        observed.control("turns without an answer", List.of(shared.get("turns"), thread.get("turns")))
                .isEqualTo(List.of(turns, turns));
    }

    /** Whether the other one answers: it is there, and nobody forces this one to let it, until the end. */
    private static JsonNode answer(String where, int turns, Python python, Observed observed) {
        var report = python.call("own_gil.answer", where, turns);
        observed.control(where + ": there when asked", report.get("there")).isEqualTo("here");
        observed.control(where + ": seconds until a hand-over", report.get("interval"))
                .isEqualTo(100.0);
        observed.control(where + ": asked, and answered in the end", report.get("flags in the end"))
                .isEqualTo(List.of(1, 1));
        return report;
    }

    @Claim
    @NotOn(value = CPYTHON, because = "it is about calls from Python into Java")
    void a_java_call_lets_go_of_the_lock_by_default_and_str_does_not(GraalPy python, Observed observed)
            throws Exception {
        var context = python.newContext();
        observed.that("two threads in door.knock()", visit("call", context, context))
                .isEqualTo(Door.BOTH_INSIDE);
        observed.that(
                        "the same, with `gil_locked_during_interop(True)`",
                        visit("call_keeping_the_lock", context, context))
                .isEqualTo(Door.KEPT_OUT);
        observed.that("two threads in str(door)", visit("text", context, context))
                .isEqualTo(Door.KEPT_OUT);
        var door = new Door();
        observed.control("two threads of Java", Door.visit(door, door::knock, door::knock))
                .isEqualTo(Door.BOTH_INSIDE);
        var barred = new Door();
        var lock = new ReentrantLock();
        observed.control(
                        "two threads of Java, one lock",
                        Door.visit(barred, holding(lock, barred), holding(lock, barred)))
                .isEqualTo(Door.KEPT_OUT);
    }

    @Claim
    @NotOn(value = CPYTHON, because = "it is about contexts of one JVM")
    void a_graalpy_context_has_a_lock_of_its_own(GraalPy python, Observed observed) throws Exception {
        var first = python.newContext();
        var second = python.newContext();
        observed.that("two threads in one context", visit("render", first, first))
                .isEqualTo(Door.KEPT_OUT);
        observed.that("two threads, a context each", visit("render", first, second))
                .isEqualTo(Door.BOTH_INSIDE);
        observed.control("their engines are one", first.getEngine().equals(second.getEngine()))
                .isEqualTo(true);
        var checksum = function(first, "checksum", "checksum");
        observed.control(
                        "checksums of no numbers and of four",
                        List.of(checksum.execute(0).asInt(), checksum.execute(4).asInt()))
                .isEqualTo(List.of(1, 7253));
        observed.control("what the first one's module remembers", timesComputed(first))
                .isEqualTo(2);
        observed.control("what the second one's module remembers", timesComputed(second))
                .isEqualTo(0);
    }

    /** Two threads call a function of java_calls.py with the same door, each in its context. */
    private static String visit(String function, Context one, Context other) throws Exception {
        var door = new Door();
        var first = function(one, "java_calls", function);
        var second = function(other, "java_calls", function);
        return Door.visit(
                door,
                () -> first.execute(door).asString(),
                () -> second.execute(door).asString());
    }

    private static Callable<String> holding(ReentrantLock lock, Door door) {
        return () -> {
            lock.lock();
            try {
                return door.knock();
            } finally {
                lock.unlock();
            }
        };
    }

    private static int timesComputed(Context context) {
        return function(context, "checksum", "times_computed").execute().asInt();
    }

    private static Value function(Context context, String module, String name) {
        return context.eval("python", "__import__('" + module + "')").getMember(name);
    }
}
