package pykata.basics.generatorsvsiterators;

import static pykata.python.Implementation.CPYTHON;
import static pykata.python.Implementation.GRAALPY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pykata.claim.AnswerTest;
import pykata.claim.Claim;
import pykata.claim.Observed;
import pykata.python.Python;

class GeneratorsTest extends AnswerTest {

    private static final List<Integer> ALL = List.of(1, 2, 3);
    private static final List<String> OPEN = List.of("opened");
    private static final List<String> CLEANED_UP = List.of("opened", "closed");

    @Claim
    void a_generator_is_one_suspended_call(Python python, Observed observed) {
        var generator = python.call("readings.described", "generator");
        var inTurn = python.call("two_threads.asked", false);
        var together = python.call("two_threads.asked", true);
        var halfUsed = python.call("readings.copies", "generator", 1);
        observed.that("two loops over one generator", generator.get("two loops"))
                .isEqualTo(List.of(ALL, List.of()));
        observed.that("two threads ask [in turn, one while the other is inside]", List.of(inTurn, together))
                .isEqualTo(List.of(List.of(1, 2), List.of(1, "ValueError")));
        observed.that(
                        "a generator, half used, then [copied, pickled]",
                        List.of(halfUsed.get("copy"), halfUsed.get("pickle")))
                .isEqualTo(List.of("TypeError", "TypeError"));
        var ofClass = python.call("readings.copies", "iterator class", 1);
        observed.that("an iterator class, half used, then pickled: items left", ofClass.at("/pickle/copy"))
                .isEqualTo(List.of(2, 3));

        observed.control("a generator", generator)
                .isEqualTo(described(true, List.of(), "Iterable", "Iterator", "Generator"));
        observed.control("an iterator class", python.call("readings.described", "iterator class"))
                .isEqualTo(described(true, List.of(), "Iterable", "Iterator"));
        observed.control("an iterable class", python.call("readings.described", "iterable class"))
                .isEqualTo(described(false, ALL, "Iterable"));
        observed.control("the older protocol", python.call("readings.described", "class with __getitem__"))
                .isEqualTo(described(false, ALL));
        for (var taken : List.of(0, 1, 3)) {
            var saved = Map.of("copy", ALL.subList(taken, 3), "original", ALL.subList(taken, 3));
            observed.control("a generator after " + taken, python.call("readings.copies", "generator", taken))
                    .isEqualTo(Map.of("copy", "TypeError", "deepcopy", "TypeError", "pickle", "TypeError"));
            observed.control("a class after " + taken, python.call("readings.copies", "iterator class", taken))
                    .isEqualTo(Map.of("copy", saved, "deepcopy", saved, "pickle", saved));
        }
        var shared = Map.of("copy", List.of(2, 3), "original", List.of());
        observed.control(
                        "an iterator class that holds a generator",
                        python.call("readings.copies", "class that holds a generator", 1))
                .isEqualTo(Map.of("copy", shared, "deepcopy", "TypeError", "pickle", "TypeError"));
        var ofTee = python.call("readings.copies", "reader of tee", 1);
        observed.control("a reader of tee, copied", ofTee.at("/copy/copy")).isEqualTo(List.of(2, 3));
        observed.control("a reader of tee, pickled", ofTee.get("pickle")).isEqualTo("TypeError");
    }

    private static Map<String, Object> described(boolean isItsOwnIterator, List<Integer> secondLoop, String... isA) {
        return Map.of("is a", isA, "is its own iterator", isItsOwnIterator, "two loops", List.of(ALL, secondLoop));
    }

    @Claim
    void a_pipeline_of_generators_makes_a_record_only_when_asked(Python python, Observed observed) {
        for (var records : List.of(100, 1_000)) {
            var generators = python.call("pipeline.consumed", "generators", records);
            var lists = python.call("pipeline.consumed", "lists", records);
            observed.that(
                            "of %d records, made for the first result [generators, lists]".formatted(records),
                            List.of(generators.at("/counted/first"), lists.at("/counted/first")))
                    .isEqualTo(List.of(2, records));

            observed.control("generators, of " + records, generators.get("counted"))
                    .isEqualTo(counted(2, 0, records));
            observed.control("lists, of " + records, lists.get("counted"))
                    .isEqualTo(counted(records, records - 2, records));
            var sorted = python.call("pipeline.consumed", "sorted", records);
            observed.control("a stage that sorts half, of " + records, sorted.get("counted"))
                    .isEqualTo(counted(records / 2, records / 2 - 2, records));
            observed.control("alive at once, generators, of " + records, generators.get("alive"))
                    .on(CPYTHON, 3)
                    .isAtMost(records);
            observed.control("alive at once, lists, of " + records, lists.get("alive"))
                    .on(CPYTHON, records)
                    .isAtMost(records);
        }
        observed.that(
                        "made until `any` finds the sixth of an endless source",
                        python.call("pipeline.made_until_found", 6))
                .isEqualTo(6);

        observed.control("what it counts by", python.call("pipeline.endless_by"))
                .isEqualTo("count");
        observed.control("the source is endless", python.call("pipeline.made_until_found", 3_000))
                .isEqualTo(3_000);
        observed.control("of 100 that were listed before", python.call("pipeline.made_until_found", 6, 100))
                .isEqualTo(100);
        observed.control("not found among 5 that were listed", python.call("pipeline.made_until_found", 6, 5))
                .isEqualTo(null);
        observed.control("no records", python.call("pipeline.consumed", "generators", 0))
                .isEqualTo(Map.of("counted", counted(null, 0, 0), "alive", 0));
    }

    /** Every other record is kept, and taxed by a fifth of its cents. */
    private static Map<String, @Nullable Object> counted(@Nullable Integer first, int ahead, int records) {
        var counted = new HashMap<String, @Nullable Object>();
        counted.put("first", first);
        counted.put("ahead", ahead);
        counted.put("made", records);
        counted.put(
                "taxes",
                IntStream.rangeClosed(1, records / 2).map(n -> 2 * n / 5).toArray());
        return counted;
    }

    @Claim
    void calling_a_generator_function_runs_none_of_its_body(Python python, Observed observed) {
        var late = python.call("feeds.function", "read_feed", -1);
        var early = python.call("feeds.function", "read_feed_checked", -1);
        observed.that("[call, next] of a generator function that checks", late.get("gives"))
                .isEqualTo(List.of("generator", "ValueError"));
        observed.that("[call, next] of a function that checks, then returns a generator", early.get("gives"))
                .isEqualTo(List.of("ValueError", "not reached"));
        observed.that(
                        "[making, next] of `(x for x in None)`",
                        python.call("feeds.expression", "outermost iterable None")
                                .get("gives"))
                .isEqualTo(List.of("TypeError", "not reached"));
        observed.that(
                        "[making, next] of `(x for a in [1] for x in None)`",
                        python.call("feeds.expression", "inner iterable None").get("gives"))
                .isEqualTo(List.of("generator", "TypeError"));
        observed.that(
                        "sent by `map(send, batches)` [results not taken, taken]",
                        List.of(python.call("feeds.delivered", false), python.call("feeds.delivered", true)))
                .isEqualTo(List.of(List.of(), ALL));

        observed.control("what has run of the body after [call, first next]", late.get("ran"))
                .isEqualTo(List.of(List.of(), List.of("body begun")));
        observed.control("what has run of the body after a refused call", early.get("ran"))
                .isEqualTo(List.of(List.of()));
        for (var function : List.of("read_feed", "read_feed_checked")) {
            observed.control(function + ", limit 3", python.call("feeds.function", function, 3))
                    .isEqualTo(watched("body begun", List.of(), 0, List.of(1, 2)));
            var none = python.call("feeds.function", function, 0);
            observed.control(function + ", limit 0", none.get("gives"))
                    .isEqualTo(List.of("generator", "StopIteration"));
        }
        for (var part : List.of("outermost iterable", "inner iterable", "condition", "result")) {
            var afterMaking = part.startsWith("outermost") ? List.of("connected") : List.<String>of();
            observed.control("an expression's " + part, python.call("feeds.expression", part))
                    .isEqualTo(watched("connected", afterMaking, 42, List.of()));
        }
    }

    private static Map<String, Object> watched(String note, List<String> afterCall, int first, List<Integer> rest) {
        return Map.of("gives", List.of("generator", first), "ran", List.of(afterCall, List.of(note)), "rest", rest);
    }

    @Claim
    void an_abandoned_generator_may_never_clean_up(Python python, Observed observed) {
        var broken = python.call("cleanup.after_break");
        var unstarted = python.call("cleanup.after_closing_unstarted");
        var abandoned = python.call("cleanup.abandoned", true, false);
        var cyclic = python.call("cleanup.abandoned", true, true);
        observed.that("after `break`, a name refers to it", broken.get("before"))
                .isEqualTo(OPEN);
        observed.that("after `with closing(...)`", python.call("cleanup.after_closing"))
                .isEqualTo(CLEANED_UP);
        observed.that(
                        "after `break`, nothing else refers to it",
                        python.call("cleanup.after_break_from_the_only_holder"))
                .on(CPYTHON, CLEANED_UP)
                .on(GRAALPY, OPEN);
        observed.that("in a cycle [before, after] a collection", List.of(cyclic.get("before"), cyclic.get("after")))
                .on(CPYTHON, List.of(OPEN, CLEANED_UP))
                .on(GRAALPY, List.of(OPEN, OPEN));
        observed.that(
                        "`close()` of a generator that yields in its `finally`",
                        python.call("cleanup.closed_while_it_yields"))
                .isEqualTo("RuntimeError");

        observed.control("`close()` returns", python.call("cleanup.returned_by_close"))
                .on(CPYTHON.since(3, 13), "2 readings")
                .on(CPYTHON, null)
                .on(GRAALPY, null);
        observed.control("after `break` and `close()`", broken.get("after")).isEqualTo(CLEANED_UP);
        observed.control("closed before it was started", unstarted)
                .isEqualTo(Map.of("next", "ended", "log", List.of()));
        observed.control("the last reference gone", abandoned.get("before"))
                .on(CPYTHON, CLEANED_UP)
                .on(GRAALPY, OPEN);
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
    void send_throw_and_close_go_through_yield_from_only(Python python, Observed observed) {
        var sent = through(python, "averager.sent", 10, 20);
        var thrown = through(python, "averager.thrown");
        var closed = through(python, "averager.closed", true);
        var returned = through(python, "averager.returned");
        observed.that("sent 10 and 20, the inner one receives [`yield from`, `for`]", both(sent, "received"))
                .isEqualTo(List.of(List.of(10, 20), Arrays.asList(null, null)));
        observed.that(
                        "sent 10, thrown a KeyError, sent 30, the inner one logs [`yield from`, `for`]",
                        both(thrown, "received"))
                .isEqualTo(List.of(List.of(10, "reset", 30), Arrays.asList((Object) null)));
        observed.that(
                        "the outer one closed, the inner one, kept alive, logs [`yield from`, `for`]",
                        closed.subList(0, 2))
                .isEqualTo(List.of(List.of("closed"), List.of()));
        observed.that("the inner one returns, and out comes [`yield from`, `for`]", returned.subList(0, 2))
                .isEqualTo(Arrays.asList("end of day", null));
        observed.that(
                        "a `with` block of a `contextmanager` [ends, raises KeyError]",
                        List.of(python.call("transaction.used", false), python.call("transaction.used", true)))
                .isEqualTo(List.of(List.of("begun", "committed"), List.of("begun", "rolled back")));

        observed.control("averages", both(sent, "out"))
                .isEqualTo(List.of(Arrays.asList(null, 10.0, 15.0), Arrays.asList(null, 0.0, 0.0)));
        observed.control("averages with a KeyError between", both(thrown, "out"))
                .isEqualTo(List.of(Arrays.asList(null, 10.0, 30.0), Arrays.asList(null, 0.0, "KeyError")));
        for (var way : List.of(sent, thrown, closed, returned)) {
            observed.control("straight to the inner one " + way, way.get(2)).isEqualTo(way.get(0));
        }
        observed.control("sent 10 before the first next", through(python, "averager.sent_at_once", 10))
                .isEqualTo(List.of("TypeError", "TypeError", "TypeError"));
        observed.control(
                        "5 sent, over a list, through yield from", python.call("averager.sent_to_a_list", "yield from"))
                .isEqualTo("AttributeError");
        observed.control("5 sent, over a list, through for", python.call("averager.sent_to_a_list", "for"))
                .isEqualTo(20);
        observed.control("closed through a loop that alone holds it", python.call("averager.closed", "for", false))
                .on(CPYTHON, List.of("closed"))
                .on(GRAALPY, List.of());
    }

    private static List<JsonNode> through(Python python, String function, Object... arguments) {
        return Stream.of("yield from", "for", "nothing")
                .map(way -> python.call(
                        function,
                        Stream.concat(Stream.of(way), Stream.of(arguments)).toArray()))
                .toList();
    }

    private static List<JsonNode> both(List<JsonNode> ways, String what) {
        return ways.stream().limit(2).map(way -> way.get(what)).toList();
    }

    @Claim
    void a_leaked_stopiteration_is_loud_in_a_generator_and_silent_in_a_class_or_map(Python python, Observed observed) {
        var fruits = List.of("apple", "pear", "plum");
        var generator = python.call("missing_price.listed", "generator", fruits);
        var ofClass = python.call("missing_price.listed", "class", fruits);
        var map = python.call("missing_price.listed", "map", fruits);
        observed.that("in a generator: error and its cause", generator.get(0))
                .isEqualTo(List.of("RuntimeError", "StopIteration"));
        observed.that("prices of the three fruits [iterator class, `map`]", List.of(ofClass.get(0), map.get(0)))
                .isEqualTo(List.of(List.of(120), List.of(120)));
        observed.that("`next()` after that end [iterator class, `map`]", List.of(ofClass.get(1), map.get(1)))
                .isEqualTo(List.of("ended", 90));

        observed.control("next() of the generator, after the error", generator.get(1))
                .isEqualTo("ended");
        for (var how : List.of("coroutine", "async generator")) {
            observed.control(how + ": error and its cause", python.call("missing_price.awaited", how, "pear"))
                    .isEqualTo(List.of("RuntimeError", "StopIteration"));
            observed.control(how + ", a price", python.call("missing_price.awaited", how, "plum"))
                    .isEqualTo(90);
        }
        observed.control("next with a default", python.call("missing_price.listed", "default", fruits))
                .isEqualTo(List.of(Arrays.asList(120, null, 90), "ended"));
        for (var how : List.of("generator", "class", "map", "default")) {
            observed.control(
                            how + ", no price missing",
                            python.call("missing_price.listed", how, List.of("apple", "plum")))
                    .isEqualTo(List.of(List.of(120, 90), "ended"));
            observed.control(how + ", no fruits", python.call("missing_price.listed", how, List.of()))
                    .isEqualTo(List.of(List.of(), "ended"));
        }
    }
}
