package pykata.basics.generatorsvsiterators;

import static pykata.python.Implementation.CPYTHON;
import static pykata.python.Implementation.GRAALPY;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

    private static final List<String> OPEN = List.of("opened");
    private static final List<String> CLEANED_UP = List.of("opened", "closed");

    @Claim
    void a_generator_is_used_up_by_one_loop_and_neither_copied_nor_pickled(Python python, Observed observed) {
        var generator = python.call("readings.described", "generator");
        observed.that("`iter(generator) is generator`", generator.get("is its own iterator"))
                .isEqualTo(true);
        observed.that("two loops over one generator", generator.get("two loops"))
                .isEqualTo(List.of(List.of(1, 2, 3), List.of()));
        observed.that("half-used generator, copied", python.call("readings.copied", "generator", "copy", 1))
                .isEqualTo("TypeError");
        observed.that("half-used generator, pickled", python.call("readings.copied", "generator", "pickle", 1))
                .isEqualTo("TypeError");
        var pickled = python.call("readings.copied", "iterator class", "pickle", 1);
        observed.that("half-used iterator class, pickled: what is left", pickled.get("copy"))
                .isEqualTo(List.of(2, 3));

        observed.control("a generator is", generator.get("is a"))
                .isEqualTo(List.of("Iterable", "Iterator", "Generator"));
        observed.control("any iterator is used up by one loop", python.call("readings.described", "iterator class"))
                .isEqualTo(Map.of(
                        "is a", List.of("Iterable", "Iterator"),
                        "is its own iterator", true,
                        "two loops", List.of(List.of(1, 2, 3), List.of())));
        observed.control("an iterable is not", python.call("readings.described", "iterable class"))
                .isEqualTo(Map.of(
                        "is a", List.of("Iterable"),
                        "is its own iterator", false,
                        "two loops", List.of(List.of(1, 2, 3), List.of(1, 2, 3))));
        for (var how : List.of("copy", "deepcopy", "pickle")) {
            for (var taken : List.of(0, 1, 3)) {
                var after = "%s after %d of 3, ".formatted(how, taken);
                var left = List.of(1, 2, 3).subList(taken, 3);
                observed.control(after + "generator", python.call("readings.copied", "generator", how, taken))
                        .isEqualTo("TypeError");
                observed.control(after + "class", python.call("readings.copied", "iterator class", how, taken))
                        .isEqualTo(Map.of("copy", left, "original", left));
            }
        }
        observed.control("a reader of tee, copied", python.call("readings.copied", "reader of tee", "copy", 1))
                .isEqualTo(Map.of("copy", List.of(2, 3), "original", List.of(2, 3)));
        observed.control("a reader of tee, pickled", python.call("readings.copied", "reader of tee", "pickle", 1))
                .isEqualTo("TypeError");
    }

    @Claim
    void a_pipeline_of_generators_holds_one_record_at_a_time(Python python, Observed observed) {
        for (var records : List.of(100, 1_000)) {
            var generators = python.call("pipeline.consumed", "generators", records);
            var lists = python.call("pipeline.consumed", "lists", records);
            observed.that("most in flight of " + records, generators.get("peak"))
                    .isEqualTo(1);
            observed.that("most in flight of " + records + ", lists", lists.get("peak"))
                    .isEqualTo(records);

            observed.control("generators, of " + records, generators).isEqualTo(consumed(1, records));
            observed.control("lists, of " + records, lists).isEqualTo(consumed(records, records));
            var sorted = python.call("pipeline.consumed", "sorted", records);
            observed.control("a stage that sorts half, of " + records, sorted)
                    .isEqualTo(consumed(records / 4, records));
        }
        var found = python.call("pipeline.made_until_found", 6);
        observed.that("records made until `any` finds the sixth", found.get("made"))
                .isEqualTo(6);

        observed.control("the sixth is found", found.get("found")).isEqualTo(true);
        observed.control("the source is endless", python.call("pipeline.made_until_found", 3_000))
                .isEqualTo(Map.of("found", true, "made", 3_000));
        observed.control("of 100 that were listed before", python.call("pipeline.made_until_found", 6, 100))
                .isEqualTo(Map.of("found", true, "made", 100));
        observed.control("of 5 that were listed before", python.call("pipeline.made_until_found", 6, 5))
                .isEqualTo(Map.of("found", false, "made", 5));
        observed.control("no records", python.call("pipeline.consumed", "generators", 0))
                .isEqualTo(consumed(0, 0));
    }

    /** Every other record is kept, and taxed by a fifth of its cents. */
    private static Map<String, Object> consumed(int peak, int records) {
        var taxes = IntStream.rangeClosed(1, records / 2).map(n -> 2 * n / 5).toArray();
        return Map.of("peak", peak, "left", 0, "taxes", taxes);
    }

    @Claim
    void calling_a_generator_function_runs_none_of_its_body(Python python, Observed observed) {
        var late = python.call("feeds.function", "read_feed", -1);
        var early = python.call("feeds.function", "read_feed_checked", -1);
        var noOuter = python.call("feeds.expression", "outermost iterable None");
        var noInner = python.call("feeds.expression", "inner iterable None");
        observed.that("[call, first next] of a generator function", late.get("gives"))
                .isEqualTo(List.of("generator", "ValueError"));
        observed.that("[call, first next] of a function that checks, then returns a generator", early.get("gives"))
                .isEqualTo(Arrays.asList("ValueError", null));
        observed.that("[making, first next] of an expression, outermost iterable None", noOuter.get("gives"))
                .isEqualTo(Arrays.asList("TypeError", null));
        observed.that("[making, first next] of an expression, inner iterable None", noInner.get("gives"))
                .isEqualTo(List.of("generator", "TypeError"));

        observed.control("what has run of the body after [call, first next]", late.get("ran"))
                .isEqualTo(List.of(List.of(), List.of("body begun")));
        observed.control("what has run of the body after a refused call", early.get("ran"))
                .isEqualTo(Arrays.asList(List.of(), null));
        for (var function : List.of("read_feed", "read_feed_checked")) {
            observed.control(function + ", limit 3", python.call("feeds.function", function, 3))
                    .isEqualTo(Map.of(
                            "gives", List.of("generator", 0),
                            "ran", List.of(List.of(), List.of("body begun")),
                            "rest", List.of(1, 2)));
            var none = python.call("feeds.function", function, 0);
            observed.control(function + ", limit 0", none.get("gives"))
                    .isEqualTo(List.of("generator", "StopIteration"));
        }
        for (var part : List.of("outermost iterable", "inner iterable", "condition", "result")) {
            var afterMaking = part.startsWith("outermost") ? List.of("connected") : List.of();
            observed.control("an expression's " + part, python.call("feeds.expression", part))
                    .isEqualTo(Map.of(
                            "gives", List.of("generator", 42),
                            "ran", List.of(afterMaking, List.of("connected")),
                            "rest", List.of()));
        }
    }

    @Claim
    void send_throw_and_close_go_through_yield_from_only(Python python, Observed observed) {
        var delegated = python.call("averager.sent", "yield from", 10, 20);
        var looped = python.call("averager.sent", "for", 10, 20);
        var thrown = python.call("averager.thrown", "yield from");
        var caught = python.call("averager.thrown", "for");
        observed.that(
                        "sent 10 and 20, the inner one receives [`yield from`, `for`]",
                        List.of(delegated.get("received"), looped.get("received")))
                .isEqualTo(List.of(List.of(10, 20), Arrays.asList(null, null)));
        observed.that(
                        "sent 10, thrown a KeyError, sent 30, the inner one notes [`yield from`, `for`]",
                        List.of(thrown.get("received"), caught.get("received")))
                .isEqualTo(List.of(List.of(10, "reset", 30), Arrays.asList((Object) null)));
        observed.that(
                        "closed, the inner one notes [`yield from`, `for`]",
                        List.of(
                                python.call("averager.closed", "yield from", true),
                                python.call("averager.closed", "for", true)))
                .isEqualTo(List.of(List.of("closed"), List.of()));

        observed.control("averages, `yield from`", delegated.get("out")).isEqualTo(Arrays.asList(null, 10.0, 15.0));
        observed.control("averages, `for`", looped.get("out")).isEqualTo(Arrays.asList(null, 0.0, 0.0));
        observed.control("sent straight to the inner one", python.call("averager.sent", "nothing", 10, 20))
                .isEqualTo(delegated);
        observed.control("averages with a KeyError between, `yield from`", thrown.get("out"))
                .isEqualTo(Arrays.asList(null, 10.0, 30.0));
        observed.control("averages with a KeyError between, `for`", caught.get("out"))
                .isEqualTo(Arrays.asList(null, 0.0, "KeyError"));
        observed.control("thrown straight into the inner one", python.call("averager.thrown", "nothing"))
                .isEqualTo(thrown);
        observed.control("the inner one closed itself", python.call("averager.closed", "nothing", true))
                .isEqualTo(List.of("closed"));
        observed.control("closed through a loop that alone holds it", python.call("averager.closed", "for", false))
                .on(CPYTHON, List.of("closed"))
                .on(GRAALPY, List.of());
    }

    @Claim
    void a_leaked_stopiteration_is_loud_in_a_generator_and_silent_in_a_class_or_map(Python python, Observed observed) {
        var fruits = List.of("apple", "pear", "plum");
        var generator = python.call("missing_price.listed", "generator", fruits);
        var ofClass = python.call("missing_price.listed", "class", fruits);
        var map = python.call("missing_price.listed", "map", fruits);
        observed.that("in a generator: error and its cause", generator.get(0))
                .isEqualTo(List.of("RuntimeError", "StopIteration"));
        observed.that("in an iterator class: three prices become", ofClass.get(0))
                .isEqualTo(List.of(120));
        observed.that("in an iterator class: `next()` after that end", ofClass.get(1))
                .isEqualTo(90);
        observed.that("in a function given to map: three prices become", map.get(0))
                .isEqualTo(List.of(120));

        observed.control("in a generator: next() after the error", generator.get(1))
                .isEqualTo(null);
        observed.control("in map: next() after that end", map.get(1)).isEqualTo(90);
        for (var how : List.of("generator", "class", "map")) {
            var complete = python.call("missing_price.listed", how, List.of("apple", "plum"));
            observed.control(how + ", no price missing", complete).isEqualTo(Arrays.asList(List.of(120, 90), null));
            var none = python.call("missing_price.listed", how, List.of());
            observed.control(how + ", no fruits", none).isEqualTo(Arrays.asList(List.of(), null));
        }
    }

    @Claim
    void an_abandoned_generator_may_never_clean_up(Python python, Observed observed) {
        var broken = python.call("cleanup.after_break");
        var unstarted = python.call("cleanup.after_closing_unstarted");
        var abandoned = python.call("cleanup.abandoned", true, false);
        var cyclic = python.call("cleanup.abandoned", true, true);
        observed.that("after `break`, still referenced", broken.get("before")).isEqualTo(OPEN);
        observed.that("after `with closing(...)`", python.call("cleanup.after_closing"))
                .isEqualTo(CLEANED_UP);
        observed.that("after `close()`, never started", unstarted.get("log")).isEqualTo(List.of());
        observed.that("after the last reference is gone", abandoned.get("before"))
                .on(CPYTHON, CLEANED_UP)
                .on(GRAALPY, OPEN);
        observed.that(
                        "in a reference cycle, [before, after] a collection",
                        List.of(cyclic.get("before"), cyclic.get("after")))
                .on(CPYTHON, List.of(OPEN, CLEANED_UP))
                .on(GRAALPY, List.of(OPEN, OPEN));

        observed.control("after `break` and `close()`", broken.get("after")).isEqualTo(CLEANED_UP);
        observed.control("next() of what was closed before it was started", unstarted.get("next"))
                .isEqualTo("ended");
        observed.control("the last reference gone, after a collection", abandoned.get("after"))
                .on(CPYTHON, CLEANED_UP)
                .on(GRAALPY, OPEN);
        observed.control("is the generator gone?", abandoned.get("gone")).isEqualTo(true);
        observed.control("is the one in the cycle gone?", cyclic.get("gone")).isEqualTo(true);
        for (var inACycle : List.of(false, true)) {
            var unused = python.call("cleanup.abandoned", false, inACycle);
            observed.control("abandoned before it was started, in a cycle: " + inACycle, unused)
                    .isEqualTo(Map.of("before", List.of(), "after", List.of(), "gone", true));
        }
    }

    @Claim
    @NotOn(value = CPYTHON, because = "it is about a generator consumed from Java")
    void java_takes_an_item_by_asking_whether_there_is_one(GraalPy python, Observed observed) {
        var context = python.newContext();
        var log = new ArrayList<String>();
        var shared = produce(context, log);
        observed.control("before Java asks", log).isEqualTo(List.of());
        observed.control("Java asks whether there is a next item", shared.hasIteratorNextElement())
                .isEqualTo(true);
        observed.that("when Java has asked for none, only whether there is one", log)
                .isEqualTo(List.of("made 0"));
        shared.hasIteratorNextElement();
        observed.control("asked a second time", log).isEqualTo(List.of("made 0"));
        observed.that(
                        "Python's next(), after that",
                        shared.invokeMember("__next__").asInt())
                .isEqualTo(1);
        observed.that(
                        "Java's next(), after that",
                        shared.getIteratorNextElement().asInt())
                .isEqualTo(0);

        var unasked = new ArrayList<String>();
        var taken = produce(context, unasked);
        observed.control(
                        "Python's next(), Java has not asked",
                        taken.invokeMember("__next__").asInt())
                .isEqualTo(0);
        observed.control(
                        "Java's next(), Java has not asked",
                        taken.getIteratorNextElement().asInt())
                .isEqualTo(1);
        observed.control("made without a question", unasked).isEqualTo(List.of("made 0", "made 1"));

        var streamed = new ArrayList<String>();
        var stream = PythonStream.of(produce(context, streamed));
        observed.control(
                        "sum of a stream limited to three",
                        stream.limit(3).mapToInt(Value::asInt).sum())
                .isEqualTo(3);
        observed.control("the stream before it is closed", streamed).isEqualTo(List.of("made 0", "made 1", "made 2"));
        stream.close();
        observed.that("a stream limited to three, then closed", streamed)
                .isEqualTo(List.of("made 0", "made 1", "made 2", "closed"));
        var finite = PythonStream.of(context.eval("python", "(reading for reading in [1, 2, 3])"));
        observed.control("a stream to its end", finite.map(Value::asInt).toList())
                .isEqualTo(List.of(1, 2, 3));
        for (var other : List.of("iter([1, 2, 3])", "[1, 2, 3]", "type('Port', (), {'close': print})()")) {
            observed.control("is a stream of this refused: " + other, isRefused(context.eval("python", other)))
                    .isEqualTo(true);
        }
    }

    private static boolean isRefused(Value noGenerator) {
        try {
            PythonStream.of(noGenerator);
            return false;
        } catch (IllegalArgumentException refused) {
            return true;
        }
    }

    private static Value produce(Context context, List<String> log) {
        ProxyExecutable tell = messages -> log.add(messages[0].asString());
        return context.eval("python", "__import__('watched')").invokeMember("produce", tell);
    }
}
