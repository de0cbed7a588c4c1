package pykata.designpatterns.scalableapi;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pykata.claim.AnswerTest;
import pykata.claim.Claim;
import pykata.claim.Needs;
import pykata.claim.Observed;
import pykata.python.Implementation;
import pykata.python.Python;

/** What the order desk does with its database. */
@Needs({"psycopg", "psycopg-binary", "psycopg-pool"})
class ScalableApiTest extends AnswerTest {

    private static final int STEPS = 7;
    private static final List<Integer> STOPPED = List.of(0, 0, 0, 0, 0, 0, 1); // the last one is behind the commit

    private static final List<String> KEYS =
            IntStream.range(0, 20).mapToObj("key-%d"::formatted).toList();

    /** Key, book, copies and client. Before the last one Dracula is in stock again. */
    private static final List<List<Object>> ORDERS = List.of(
            List.of("key-1", "Emma", 3, "Ada"),
            List.of("key-1", "Emma", 2, "Ada"),
            List.of("key-1", "Emma", 1, "Bob"),
            List.of("key-2", "Dracula", 1, "Ada"),
            Arrays.asList(null, "Emma", 1, "Ada"),
            List.of("key-1", "Emma", 3, "Ada"),
            List.of("key-2", "Dracula", 1, "Ada"));

    private static final List<Integer> NEW = List.of(100, 101, 102);
    private static final List<String> CANCELLED = List.of("000097", "000096", "000095");

    /** Stopped before it looks, around each event, before its commit, and behind it. */
    private static final List<Integer> PUBLISHED = Stream.of(
                    Stream.of(5), IntStream.range(0, 5).boxed().flatMap(i -> Stream.of(5 + i, 6 + i)), Stream.of(10, 5))
            .flatMap(each -> each)
            .toList();

    @Claim(seconds = 90)
    void a_key_in_the_orders_transaction_makes_twenty_retries_one_order(Python python, Observed observed)
            throws SQLException {
        try (var databases = new Databases()) {
            var atOnce = python.call("retrying.many_at_once", databases.postgres(python), nCopies(20, "key-1"));
            observed.that(
                            "20 at once, one key: orders, events, different answers",
                            List.of(atOnce.get(0).get(0), atOnce.get(0).get(1), different(atOnce.get(1))))
                    .isEqualTo(List.of(1, 1, 1));
            observed.control("... the answer", atOnce.get(1).get(0).get(0)).isEqualTo(201);
            observed.control("... who had begun before the first wrote", atOnce.get(2))
                    .isEqualTo(20);
            observed.control("... and what is sold", atOnce.get(0).get(2)).isEqualTo(1);
            observed.control(
                            "20 at once, a key each: orders, events, sold",
                            python.call("retrying.many_at_once", databases.postgres(python), KEYS)
                                    .get(0))
                    .isEqualTo(List.of(20, 20, 20));
            var stopped = python.call("retrying.stopped_and_retried", databases.postgres(python), way(python));
            observed.that("stopped at each of 7 steps: orders", more(stopped, 0))
                    .isEqualTo(STOPPED);
            observed.that("... after one retry", more(stopped, 1)).isEqualTo(nCopies(STEPS, 1));
            observed.control("... as many events, and copies sold", alike(stopped))
                    .isEqualTo(true);
            var answers = python.call("retrying.one_after_another", databases.postgres(python), ORDERS);
            observed.that(
                            "one key: [first, another order, another client]",
                            statuses(answers).subList(0, 3))
                    .isEqualTo(List.of(201, 422, 201));
            observed.control(
                            "... sold out, no key, again; in stock again",
                            statuses(answers).subList(3, 7))
                    .isEqualTo(List.of(409, 400, 201, 201));
            observed.control("the answer and its repetition", answers.get(5)).isEqualTo(answers.get(0));
            observed.control("... says", answers.get(0).toString().replaceAll("[0-9a-f]{16}", "N"))
                    .isEqualTo("""
                            [201,[["Content-Type","application/json"],["Content-Length","59"],["Location","/orders/N"]],\
                            "{\\"book\\": \\"Emma\\", \\"copies\\": 3, \\"number\\": \\"N\\"}"]""");
            if (isGraalPy(python)) {
                observed.control(
                                "at once, H2",
                                python.call("retrying.many_at_once", databases.h2(), nCopies(20, "key-1"))
                                        .get(0))
                        .isEqualTo(List.of(1, 1, 1));
                var here = python.call("retrying.stopped_and_retried", databases.h2(), "crash");
                observed.control("stopped and retried, H2", List.of(more(here, 0), more(here, 1)))
                        .isEqualTo(List.of(STOPPED, nCopies(STEPS, 1)));
            }
        }
    }

    /** Where there are processes to be killed, they are. */
    private static String way(Python python) {
        return isGraalPy(python) ? "crash" : "kill";
    }

    /** For each step how many orders more than before: then, or after the retry. */
    private static List<Integer> more(JsonNode steps, int when) {
        return IntStream.range(0, steps.size())
                .map(step -> steps.get(step).get(when).get(0).asInt() - step)
                .boxed()
                .toList();
    }

    private static boolean alike(JsonNode steps) {
        return steps.valueStream().flatMap(JsonNode::valueStream).allMatch(counts -> different(counts) == 1);
    }

    private static int different(JsonNode values) {
        return values.valueStream().collect(Collectors.toSet()).size();
    }

    private static List<Integer> statuses(JsonNode answers) {
        return answers.valueStream().map(answer -> answer.get(0).asInt()).toList();
    }

    @Claim(seconds = 90)
    void writes_shift_offset_pages_and_leave_keyset_pages_alone(Python python, Observed observed) throws SQLException {
        try (var databases = new Databases()) {
            observed.that(
                            "3 new, 3 cancelled: [repeated, skipped] by OFFSET",
                            List.of(
                                    seen(python, databases.postgres(python), "offset", NEW, List.of()),
                                    seen(python, databases.postgres(python), "offset", List.of(), CANCELLED)))
                    .isEqualTo(List.of(List.of(3, 3), List.of(0, 3)));
            observed.that(
                            "... by key",
                            List.of(
                                    seen(python, databases.postgres(python), "key", NEW, List.of()),
                                    seen(python, databases.postgres(python), "key", List.of(), CANCELLED)))
                    .isEqualTo(List.of(List.of(0, 0), List.of(0, 0)));
            observed.that(
                            "rows for page 3, page 91: [OFFSET, key, key without index]",
                            List.of(indexRows(python, databases, 2), indexRows(python, databases, 90)))
                    .isEqualTo(List.of(List.of(30, 11, 31), List.of(910, 11, 911)));
            var url = databases.postgres(python);
            var cursor = python.call("browsing.first_cursor", url).asText();
            observed.control("cursor: ours", python.call("browsing.status", url, "Ada", cursor))
                    .isEqualTo(200);
            observed.control("... another client's", python.call("browsing.status", url, "Bob", cursor))
                    .isEqualTo(400);
            for (var no : List.of(changed(cursor), "x", "", "AAAA")) {
                observed.control("... no cursor: " + no.length(), python.call("browsing.status", url, "Ada", no))
                        .isEqualTo(400);
            }
            for (var way : List.of("offset", "key")) {
                observed.control(
                                "nothing happens, " + way,
                                seen(python, databases.postgres(python), way, List.of(), List.of()))
                        .isEqualTo(List.of(0, 0));
            }
            observed.control(
                            "placed: two at the end of page 1, two of page 2",
                            python.call("browsing.between_two_pages", databases.postgres(python)))
                    .isEqualTo(List.of(46, 45, 45, 44));
            observed.control(
                            "another client's pages",
                            python.call("browsing.read_through", databases.postgres(python), "Bob", 10))
                    .isEqualTo(List.of(List.of("001050")));
            for (var size : List.of(10, 7, 99, 100)) {
                var read = python.call("browsing.read_through", databases.postgres(python), "Ada", size);
                observed.control("pages of " + size, read.size()).isEqualTo((100 + size - 1) / size);
                observed.control(
                                "... of %d: all orders, newest first".formatted(size),
                                texts(read).toList())
                        .isEqualTo(orders(100, 0));
            }
            if (isGraalPy(python)) {
                observed.control("by key, H2", seen(python, databases.h2(), "key", NEW, List.of()))
                        .isEqualTo(List.of(0, 0));
            }
        }
    }

    /** How many orders of the first page come again on the second, and how many are on neither. */
    private static List<Integer> seen(Python python, String url, String way, List<Integer> more, List<String> less) {
        var pages = python.call("browsing.two_pages", url, way, more, less);
        var first = texts(pages.get(0)).toList();
        var second = texts(pages.get(1)).toList();
        var repeated = second.stream().filter(first::contains).count();
        var skipped =
                orders(90, 80).stream().filter(order -> !second.contains(order)).count();
        return List.of((int) repeated, (int) skipped);
    }

    /** Below one number, and from another one on, newest first. */
    private static List<String> orders(int below, int from) {
        return IntStream.range(from, below).mapToObj("%06d"::formatted).toList().reversed();
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isTextual() ? Stream.of(node.asText()) : node.valueStream().flatMap(ScalableApiTest::texts);
    }

    private static String changed(String cursor) {
        var at = cursor.length() - 6;
        return cursor.substring(0, at) + (cursor.charAt(at) == 'A' ? 'B' : 'A') + cursor.substring(at + 1);
    }

    private static Object indexRows(Python python, Databases databases, int page) throws SQLException {
        return python.call("browsing.index_rows", databases.postgres(python), page);
    }

    @Claim(seconds = 90)
    void an_outbox_loses_no_event_and_may_send_one_twice(Python python, Observed observed) throws SQLException {
        try (var databases = new Databases()) {
            observed.that(
                            "published by the handler, crash after it: [orders, events]",
                            python.call("relaying.published_by_the_handler", databases.postgres(python), true))
                    .isEqualTo(List.of(0, 1));
            observed.that(
                            "after the commit, crash before it",
                            python.call("relaying.published_by_the_handler", databases.postgres(python), false))
                    .isEqualTo(List.of(1, 0));
            var stopped = python.call("relaying.stopped_at_each_step", databases.postgres(python), way(python));
            observed.that(
                            "relay of 5 events, stopped at each of 13 steps: published",
                            column(stopped, 1).stream().distinct().toList())
                    .isEqualTo(List.of(5));
            observed.that(
                            "... most that came twice",
                            column(stopped, 0).stream().max(Integer::compare).orElse(0) - 5)
                    .isEqualTo(5);
            observed.control("... as often as was published before", column(stopped, 0))
                    .isEqualTo(PUBLISHED);
            observed.control("... events that stayed", column(stopped, 2)).isEqualTo(nCopies(13, 0));
            observed.that(
                            "a consumer crashed at each step: effects",
                            consumed(python, databases, 7, List.of(List.of("number", "effect"))))
                    .isEqualTo(List.of(1));
            observed.that(
                            "... number first; effect first",
                            List.of(
                                    consumed(python, databases, 9, List.of(List.of("number"), List.of("effect"))),
                                    consumed(python, databases, 9, List.of(List.of("effect"), List.of("number")))))
                    .isEqualTo(List.of(List.of(0, 1), List.of(1, 2)));
            var two = python.call("relaying.two_relays", databases.postgres(python));
            observed.that("two relays at once: [events of each], of both", twoRelays(two))
                    .isEqualTo(List.of(List.of(5, 5), 0));
            observed.control("... left", two.get(2)).isEqualTo(0);
            observed.control("sold out: orders, events", ordered(python, databases, 2, 0))
                    .isEqualTo(List.of(0, 0));
            observed.control("... crashed before its commit", ordered(python, databases, 1, 6))
                    .isEqualTo(List.of(0, 0));
            observed.control("... not at all", ordered(python, databases, 1, 0)).isEqualTo(List.of(1, 1));
            var batches = python.call("relaying.in_batches", databases.postgres(python), 3);
            observed.control("7 events by 3", batches.get(0)).isEqualTo(List.of(3, 3, 1, 0));
            observed.control("... all of them", different(batches.get(1))).isEqualTo(7);
            observed.control("... an event", batches.get(1).get(0).asText().replaceAll("[0-9a-f]{16}", "N"))
                    .isEqualTo("{\"book\": \"Emma\", \"copies\": 1, \"placed\": \"N\"}");
            if (isGraalPy(python)) {
                observed.control(
                                "two relays, H2, which limits before it passes over locked rows",
                                twoRelays(python.call("relaying.two_relays", databases.h2())))
                        .isEqualTo(List.of(List.of(5, 0), 0));
            }
        }
    }

    /** Of so many copies, where there is one; crashed at a step. */
    private static JsonNode ordered(Python python, Databases databases, int copies, int step) throws SQLException {
        return python.call("relaying.of_one_order", databases.postgres(python), copies, step);
    }

    private static List<Integer> column(JsonNode rows, int column) {
        return rows.valueStream().map(row -> row.get(column).asInt()).toList();
    }

    private static List<Object> twoRelays(JsonNode events) {
        var second = texts(events.get(1)).toList();
        var both = texts(events.get(0)).filter(second::contains).count();
        return List.of(List.of(events.get(0).size(), second.size()), both);
    }

    /** The numbers of effects that there were, whatever the step. */
    private static List<Integer> consumed(
            Python python, Databases databases, int steps, List<List<String>> transactions) throws SQLException {
        var effects = python.call("relaying.consumed", databases.postgres(python), transactions);
        assertThat(effects).hasSize(steps);
        return effects.valueStream().map(JsonNode::asInt).sorted().distinct().toList();
    }

    static boolean isGraalPy(Python python) {
        return python.interpreter().implementation() == Implementation.GRAALPY;
    }
}
