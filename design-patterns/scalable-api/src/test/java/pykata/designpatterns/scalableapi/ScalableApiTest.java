package pykata.designpatterns.scalableapi;

import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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

    @Claim
    void a_key_in_the_orders_transaction_makes_twenty_retries_one_order(Python python, Observed observed)
            throws SQLException {
        try (var databases = new Databases()) {
            var once = Map.of("orders", 1, "events", 1, "answers", 1, "created", 20, "sold", 1);
            var atOnce = python.call("retrying.twenty_at_once", databases.postgres(python));
            observed.that(
                            "20 at once, one key: orders, events, different answers",
                            List.of(atOnce.get("orders"), atOnce.get("events"), atOnce.get("answers")))
                    .isEqualTo(List.of(1, 1, 1));
            observed.control("... all of it", atOnce).isEqualTo(once);
            observed.control(
                            "20 at once, a key each: orders",
                            python.call("retrying.twenty_keys_at_once", databases.postgres(python)))
                    .isEqualTo(20);
            var crashed = python.call("retrying.crashed_and_retried", databases.postgres(python));
            observed.that("crashed at each of 7 steps: orders", crashed.get("crashed"))
                    .isEqualTo(List.of(0, 0, 0, 0, 0, 0, 1));
            observed.that("... after one retry", crashed.get("orders")).isEqualTo(Collections.nCopies(STEPS, 1));
            for (var what : List.of("events", "sold")) {
                observed.control("... " + what, crashed.get(what)).isEqualTo(Collections.nCopies(STEPS, 1));
            }
            if (!isGraalPy(python)) {
                observed.control(
                                "the process ends at each step",
                                python.call("retrying.ended_and_retried", databases.postgres(python)))
                        .isEqualTo(
                                Map.of("ended", List.of(0, 0, 0, 0, 0, 0, 1), "orders", Collections.nCopies(STEPS, 1)));
            }
            observed.that(
                            "one key: [first, another order, another client]",
                            python.call("retrying.one_after_another", databases.postgres(python))
                                    .valueStream()
                                    .limit(3)
                                    .toList())
                    .isEqualTo(List.of(201, 422, 201));
            observed.control(
                            "... sold out, in stock again, no key",
                            python.call("retrying.one_after_another", databases.postgres(python)))
                    .isEqualTo(List.of(201, 422, 201, 409, 201, 400));
            var answer = "201 {'Content-Type': 'application/json', 'Content-Length': '59', 'Location': '/orders/N'}"
                    + " {\"book\": \"Emma\", \"copies\": 3, \"number\": \"N\"}";
            observed.control(
                            "the answer and its repetition",
                            python.call("retrying.answered", databases.postgres(python)))
                    .isEqualTo(List.of(answer, answer));
            if (isGraalPy(python)) {
                observed.control("at once, H2", python.call("retrying.twenty_at_once", databases.h2()))
                        .isEqualTo(once);
                observed.control(
                                "crashed and retried, H2",
                                python.call("retrying.crashed_and_retried", databases.h2())
                                        .get("orders"))
                        .isEqualTo(Collections.nCopies(STEPS, 1));
            }
        }
    }

    @Claim
    void writes_shift_offset_pages_and_leave_keyset_pages_alone(Python python, Observed observed) throws SQLException {
        try (var databases = new Databases()) {
            observed.that(
                            "3 new, 3 cancelled: [repeated, skipped] by OFFSET",
                            List.of(
                                    second(python, databases, "3 new", "offset"),
                                    second(python, databases, "3 cancelled", "offset")))
                    .isEqualTo(List.of(List.of(3, 3), List.of(0, 3)));
            observed.that(
                            "... by key",
                            List.of(
                                    second(python, databases, "3 new", "key"),
                                    second(python, databases, "3 cancelled", "key")))
                    .isEqualTo(List.of(List.of(0, 0), List.of(0, 0)));
            observed.that(
                            "rows for page 3, page 91: [OFFSET, key, key without index]",
                            List.of(indexRows(python, databases, 2), indexRows(python, databases, 90)))
                    .isEqualTo(List.of(List.of(30, 11, 31), List.of(910, 11, 911)));
            observed.control(
                            "cursor: ours, another client's, changed",
                            python.call("browsing.foreign_cursors", databases.postgres(python))
                                    .valueStream()
                                    .limit(3)
                                    .toList())
                    .isEqualTo(List.of(200, 400, 400));

            for (var way : List.of("offset", "key")) {
                observed.control("nothing happens, " + way, second(python, databases, "nothing", way))
                        .isEqualTo(List.of(0, 0));
            }
            observed.control(
                            "... no base64, nothing",
                            python.call("browsing.foreign_cursors", databases.postgres(python)))
                    .isEqualTo(List.of(200, 400, 400, 400, 400));
            for (var size : List.of(10, 7, 99, 100)) {
                var pages = (100 + size - 1) / size;
                observed.control(
                                "pages of %d: pages, orders, different ones, in order".formatted(size),
                                python.call("browsing.read_through", databases.postgres(python), size))
                        .isEqualTo(List.of(pages, 100, 100, 1));
            }
            if (isGraalPy(python)) {
                observed.control("by key, H2", python.call("browsing.second_page", databases.h2(), "3 new", "key"))
                        .isEqualTo(List.of(0, 0));
            }
        }
    }

    private static Object second(Python python, Databases databases, String event, String way) throws SQLException {
        return python.call("browsing.second_page", databases.postgres(python), event, way);
    }

    private static Object indexRows(Python python, Databases databases, int page) throws SQLException {
        return python.call("browsing.index_rows", databases.postgres(python), page);
    }

    @Claim
    void an_outbox_loses_no_event_and_may_send_one_twice(Python python, Observed observed) throws SQLException {
        try (var databases = new Databases()) {
            observed.that(
                            "published by the handler, crash after it: [orders, events]",
                            python.call(
                                    "relaying.published_by_the_handler",
                                    databases.postgres(python),
                                    "before the commit"))
                    .isEqualTo(List.of(0, 1));
            observed.that(
                            "after the commit, crash before it",
                            python.call(
                                    "relaying.published_by_the_handler",
                                    databases.postgres(python),
                                    "after the commit"))
                    .isEqualTo(List.of(1, 0));
            var crashed = python.call("relaying.crashed_at_each_step", databases.postgres(python));
            observed.that("relay of 10 events, crashed at each step: published", crashed.get("different"))
                    .isEqualTo(List.of(10));
            observed.that("... most that came twice", crashed.get("twice")).isEqualTo(10);
            observed.that(
                            "a consumer crashed at each step: effects",
                            consumed(python, databases, "number and effect together"))
                    .isEqualTo(List.of(1));
            observed.that(
                            "... number first; effect first",
                            List.of(
                                    consumed(python, databases, "number first"),
                                    consumed(python, databases, "effect first")))
                    .isEqualTo(List.of(List.of(0, 1), List.of(1, 2)));
            observed.control("... steps, events that stayed", List.of(crashed.get("crashes"), crashed.get("left")))
                    .isEqualTo(List.of(13, 0));
            var two = python.call("relaying.two_relays", databases.postgres(python));
            observed.that("two relays at once: [events of each], of both", List.of(two.get("events"), two.get("both")))
                    .isEqualTo(List.of(List.of(5, 5), 0));
            observed.control("... moved by the first, left", List.of(two.get("moved"), two.get("left")))
                    .isEqualTo(List.of(5, 0));
            observed.control(
                            "sold out, rolled back: orders, events",
                            python.call("relaying.of_a_rolled_back_order", databases.postgres(python)))
                    .isEqualTo(List.of(0, 0, 0));
            observed.control("7 events by 3", python.call("relaying.in_order", databases.postgres(python)))
                    .isEqualTo(List.of(List.of(3, 3, 1, 0), true));
            if (isGraalPy(python)) {
                observed.control(
                                "two relays, H2, which limits before it passes over locked rows",
                                python.call("relaying.two_relays", databases.h2()))
                        .isEqualTo(Map.of("events", List.of(5, 0), "both", 0, "moved", 5, "left", 5));
            }
        }
    }

    private static Object consumed(Python python, Databases databases, String way) throws SQLException {
        return python.call("relaying.consumed", databases.postgres(python), way);
    }

    static boolean isGraalPy(Python python) {
        return python.interpreter().implementation() == Implementation.GRAALPY;
    }
}
