package pykata.basics.generatorsvsiterators;

import static pykata.python.Implementation.CPYTHON;
import static pykata.python.Implementation.GRAALPY;

import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import pykata.claim.AnswerTest;
import pykata.claim.Claim;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.GraalPy;
import pykata.python.Python;

class GeneratorsTest extends AnswerTest {

    @Claim
    void a_generator_cannot_be_rewound_copied_or_saved(Python python, Observed observed) {
        observed.that("`iter(generator) is generator`", python.call("readings.is_its_own_iterator"))
                .isEqualTo(true);
        observed.that("two loops over one generator", python.call("readings.two_loops_over_the_generator"))
                .isEqualTo(List.of(List.of(1, 2, 3), List.of()));
        var copied = python.call("readings.copied");
        var pickled = python.call("readings.pickled");
        observed.that("half-used generator, copied", copied.get(0)).isEqualTo("TypeError");
        observed.that("half-used generator, pickled", pickled.get(0)).isEqualTo("TypeError");
        observed.that("half-used iterator class, copied", copied.get(1)).isEqualTo(List.of(2, 3));
        observed.that("half-used iterator class, pickled", pickled.get(1)).isEqualTo(List.of(2, 3));
    }

    @Claim
    void a_pipeline_of_generators_holds_one_record_at_a_time(Python python, Observed observed) {
        for (var records : List.of(100, 5_000)) {
            observed.that("most in flight of " + records, python.call("pipeline.peak_of_generators", records))
                    .isEqualTo(1);
            observed.that("most in flight of " + records + ", lists", python.call("pipeline.peak_of_lists", records))
                    .isEqualTo(records);
        }
        observed.that("records made until `any` finds the sixth", python.call("pipeline.pulls_until_found", 6))
                .isEqualTo(6);
    }

    @Claim
    void calling_a_generator_function_runs_none_of_its_body(Python python, Observed observed) {
        var expression = python.call("feeds.of_an_expression");
        observed.that("[call, first next] of a generator function", python.call("feeds.of_a_generator_function"))
                .isEqualTo(listOf(null, "ValueError"));
        observed.that(
                        "[call, first next] of a function that checks, then returns a generator",
                        python.call("feeds.of_a_function_that_returns_a_generator"))
                .isEqualTo(listOf("ValueError", null));
        observed.that("[making, first next] of an expression, outermost iterable None", expression.get("outer"))
                .isEqualTo(listOf("TypeError", null));
        observed.that("[making, first next] of an expression, inner iterable None", expression.get("inner"))
                .isEqualTo(listOf(null, "TypeError"));
    }

    @Claim
    void send_throw_and_close_go_through_yield_from_only(Python python, Observed observed) {
        var delegated = python.call("averager.through_yield_from");
        var looped = python.call("averager.through_a_loop");
        observed.that("the inner one is sent, `yield from`", delegated.get("sent"))
                .isEqualTo(List.of(10, 20));
        observed.that("the inner one is sent, `for` loop", looped.get("sent")).isEqualTo(listOf(null, null));
        observed.that("a KeyError thrown in, `yield from`", delegated.get("thrown"))
                .isEqualTo(List.of("reset"));
        observed.that("a KeyError thrown in, `for` loop", looped.get("thrown"))
                .isEqualTo(List.of("KeyError came back"));
        observed.that("the inner one at close(), `yield from`", delegated.get("closed"))
                .isEqualTo(List.of("closed"));
        observed.that("the inner one at close(), `for` loop", looped.get("closed"))
                .on(CPYTHON, List.of("closed"))
                .on(GRAALPY, List.of());
    }

    @Claim
    void a_leaked_stopiteration_is_loud_in_generators_only(Python python, Observed observed) {
        observed.that("in a generator: error and its cause", python.call("missing_price.in_a_generator"))
                .isEqualTo(List.of("RuntimeError", "StopIteration"));
        observed.that("in an iterator class: three prices become", python.call("missing_price.in_a_class"))
                .isEqualTo(List.of(120));
        observed.that("in a function given to map: three prices become", python.call("missing_price.in_map"))
                .isEqualTo(List.of(120));
    }

    @Claim
    void an_abandoned_generator_may_never_clean_up(Python python, Observed observed) {
        observed.that("after `break`, still referenced", python.call("cleanup.after_break"))
                .isEqualTo(List.of());
        observed.that("after `close()`", python.call("cleanup.after_close")).isEqualTo(List.of("connection closed"));
        observed.that("after `with closing(...)`", python.call("cleanup.after_closing"))
                .isEqualTo(List.of("connection closed"));
        observed.that("after `close()`, never started", python.call("cleanup.after_closing_unstarted"))
                .isEqualTo(List.of());
        var abandoned = python.call("cleanup.after_abandoning");
        observed.that("after the last reference is gone", abandoned.get("log"))
                .on(CPYTHON, List.of("connection closed"))
                .on(GRAALPY, List.of());
        observed.that("and is the generator itself gone?", abandoned.get("gone"))
                .isEqualTo(true);
        var cyclic = python.call("cleanup.after_abandoning_a_cycle");
        observed.that("in a reference cycle, after collection", cyclic.get("log"))
                .on(CPYTHON, List.of("connection closed"))
                .on(GRAALPY, List.of());
        observed.that("and is that generator gone?", cyclic.get("gone")).isEqualTo(true);
    }

    @Claim
    @NotOn(value = CPYTHON, because = "it is about a generator consumed from Java")
    void java_takes_an_item_by_asking_whether_there_is_one(GraalPy python, Observed observed) {
        var context = python.newContext();
        var log = new ArrayList<String>();
        var shared = produce(context, log);
        shared.hasIteratorNextElement();
        observed.that("when Java has asked for none, only whether there is one", log)
                .isEqualTo(List.of("made 0"));
        observed.that(
                        "Python's next(), after that",
                        shared.invokeMember("__next__").asInt())
                .isEqualTo(1);
        observed.that(
                        "Java's next(), after that",
                        shared.getIteratorNextElement().asInt())
                .isEqualTo(0);

        var streamed = new ArrayList<String>();
        try (var stream = PythonStream.of(produce(context, streamed))) {
            var sum = stream.limit(2).mapToInt(Value::asInt).sum();
            observed.that("sum of a stream limited to two", sum).isEqualTo(1);
            observed.that("what it made, still open", streamed).isEqualTo(List.of("made 0", "made 1"));
        }
        observed.that("and once the stream is closed", streamed).isEqualTo(List.of("made 0", "made 1", "closed"));
    }

    private static Value produce(Context context, List<String> log) {
        ProxyExecutable tell = messages -> log.add(messages[0].asString());
        return context.eval("python", "__import__('watched')").invokeMember("produce", tell);
    }

    /** A list that may hold null. */
    private static List<String> listOf(String first, String second) {
        var both = new ArrayList<String>();
        both.add(first);
        both.add(second);
        return both;
    }
}
