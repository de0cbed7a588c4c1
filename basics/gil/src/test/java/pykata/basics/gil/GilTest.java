package pykata.basics.gil;

import static pykata.python.Implementation.CPYTHON;
import static pykata.python.Implementation.GRAALPY;

import java.util.concurrent.Callable;
import org.graalvm.polyglot.Context;
import pykata.claim.AnswerTest;
import pykata.claim.Claim;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.GraalPy;
import pykata.python.Python;

class GilTest extends AnswerTest {

    @Claim
    void an_update_that_calls_something_loses_a_deposit(Python python, Observed observed) {
        var balance = python.call("bank.without_a_lock");
        observed.that("balance after two deposits of 100", balance).isEqualTo(100);
    }

    @Claim
    void a_lock_helps_only_around_the_whole_update(Python python, Observed observed) {
        var balance = python.call("bank.with_a_lock");
        observed.that("balance, lock around the whole update", balance.get("around the whole update"))
                .isEqualTo(200);
        observed.that("balance, lock around the write only", balance.get("around the write only"))
                .isEqualTo(100);
        observed.that("balance, lock made anew in each call", balance.get("made anew in each call"))
                .isEqualTo(100);
    }

    @Claim
    @NotOn(value = GRAALPY, because = "its hand-over is a 50 ms timer of its own that may miss; no interval changes it")
    void a_computing_thread_keeps_the_lock_for_the_switch_interval(Python python, Observed observed) {
        var steps = python.call("progress.while_looping", 3_000_000);
        observed.that("steps of a runnable thread while another loops", steps.get(0))
                .isEqualTo(0);
        observed.that("its steps in all", steps.get(1)).isEqualTo(1000);
    }

    @Claim
    void a_blocked_thread_lets_the_others_run(Python python, Observed observed) {
        observed.that("steps while the other reads an empty pipe", python.call("progress.while_reading_a_pipe"))
                .isEqualTo(1000);
        observed.that("steps while the other waits for a lock", python.call("progress.while_waiting_for_a_lock"))
                .isEqualTo(1000);
    }

    @Claim
    @NotOn(value = CPYTHON, before = "3.14", because = "concurrent.interpreters is new in 3.14")
    @NotOn(value = GRAALPY, because = "it has no concurrent.interpreters; its contexts are the counterpart")
    void the_lock_belongs_to_an_interpreter_not_to_the_process(Python python, Observed observed) {
        observed.that("a second thread answers", python.call("own_gil.by_a_thread"))
                .isEqualTo(false);
        observed.that("a second interpreter answers", python.call("own_gil.by_an_interpreter"))
                .isEqualTo(true);
    }

    @Claim
    @NotOn(value = CPYTHON, because = "it is about calls from Python into Java")
    void calling_a_java_method_lets_go_of_the_lock_and_str_does_not(GraalPy python, Observed observed)
            throws Exception {
        var context = python.newContext();
        observed.that("two threads in door.knock()", visit("call", context, context))
                .isEqualTo(Door.BOTH_INSIDE);
        observed.that("two threads in str(door)", visit("text", context, context))
                .isEqualTo(Door.KEPT_OUT);
    }

    @Claim
    @NotOn(value = CPYTHON, because = "it is about contexts of one JVM")
    void every_graalpy_context_has_a_lock_of_its_own(GraalPy python, Observed observed) throws Exception {
        var first = python.newContext();
        var second = python.newContext();
        observed.that("two threads in one context", visit("render", first, first))
                .isEqualTo(Door.KEPT_OUT);
        observed.that("two threads, a context each", visit("render", first, second))
                .isEqualTo(Door.BOTH_INSIDE);
    }

    /** Two threads call a function of java_calls.py with the same door, each in its context. */
    private static String visit(String function, Context one, Context other) throws Exception {
        var door = new Door();
        return Door.visit(door, calling(function, one, door), calling(function, other, door));
    }

    private static Callable<String> calling(String function, Context context, Door door) {
        var python = context.eval("python", "__import__('java_calls')").getMember(function);
        return () -> python.execute(door).asString();
    }
}
