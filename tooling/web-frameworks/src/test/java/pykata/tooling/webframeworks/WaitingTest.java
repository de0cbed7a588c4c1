package pykata.tooling.webframeworks;

import static pykata.python.Implementation.CPYTHON;
import static pykata.python.Implementation.GRAALPY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.Needs;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.Python;

/** Where requests spend their time: in a handler that blocks, and in queries. */
@Needs({"django", "fastapi"})
class WaitingTest extends ClaimsTest {

    @Claim(seconds = 60)
    @NotOn(value = GRAALPY, because = "the wheel of FastAPI's core is for CPython")
    void a_call_that_blocks_in_an_async_def_keeps_all_other_requests_out(Python python, Observed observed) {
        var blocking = python.call("blocking.meanwhile", "/async-blocking");
        observed.that("10 requests while an `async def` blocks: answered meanwhile", blocking.get("meanwhile"))
                .isEqualTo(0);
        var plain = python.call("blocking.meanwhile", "/def");
        observed.that("... while a `def` blocks", plain.get("meanwhile")).isEqualTo(10);
        var awaited = python.call("blocking.meanwhile", "/async-await");
        observed.that("... while an `async def` awaits", awaited.get("meanwhile"))
                .isEqualTo(10);
        var all = Map.of("async def, blocking", blocking, "def", plain, "async def, awaiting", awaited);
        all.forEach((kind, report) -> {
            observed.control(
                            kind + ": in the end all are answered, and the report is",
                            List.of(report.get("in the end"), report.get("status")))
                    .isEqualTo(List.of(10, 200));
            observed.control(
                            kind + ": a report has begun when they are sent, and waits when they are counted",
                            report.get("in time"))
                    .isEqualTo(List.of(true, 1));
        });
        var many = python.call("blocking.together", "/def", 60, 40);
        observed.that("60 requests to a `def`: inside together", many.get(0)).isEqualTo(40);
        observed.control("... inside afterwards", many.get(1)).isEqualTo(0);
        observed.control("... answered", many.get(2)).isEqualTo(60);
        observed.control("one request: the same", python.call("blocking.together", "/def", 1, 1))
                .isEqualTo(List.of(1, 0, 1));
        var orm = python.call("blocking.django_on_the_loop");
        observed.that(
                        "Django's ORM in an `async def`: [`count()`, `acount()`, `atomic()`]",
                        List.of(orm.get("count"), orm.get("acount"), orm.get("atomic")))
                .isEqualTo(List.of("SynchronousOnlyOperation", 1, "SynchronousOnlyOperation"));
        observed.that("... `atomic()` by `to_thread`", orm.get("to_thread")).isEqualTo(1);
        observed.control("... `atomic()` without a loop", orm.get("no loop")).isEqualTo(1);
    }

    @Claim
    @NotOn(value = GRAALPY, because = "only one context of a JVM may load sqlite3's native part")
    void twenty_five_orders_are_26_queries_of_djangos_orm_and_one_with_select_related(
            Python python, Observed observed) {
        var queries = python.call("lazy_rows.queries", 25, 25);
        observed.that("25 orders with their customers: queries", count(queries, "lazy"))
                .isEqualTo(26);
        var ofOne = python.call("lazy_rows.queries", 25, 1);
        observed.that("... all of one customer", count(ofOne, "lazy")).isEqualTo(26);
        observed.that("... `order.customer_id` alone", count(queries, "keys")).isEqualTo(1);
        observed.that("... `select_related`", count(queries, "select_related")).isEqualTo(1);
        observed.that("... `prefetch_related`", count(queries, "prefetch_related"))
                .isEqualTo(2);
        observed.that(
                        "... `FETCH_RAISE`, new in 6.1: the list ends with",
                        queries.path("blocked").path(1).path(0))
                .on(CPYTHON.since(3, 12), "FieldFetchBlocked")
                .on(CPYTHON, null);
        observed.that(
                        "25 customers with their orders: [lazy, `prefetch_related`]",
                        List.of(count(queries, "lazy, backwards"), count(queries, "prefetched, backwards")))
                .isEqualTo(List.of(26, 2));
        var fifty = python.call("lazy_rows.queries", 50, 50);
        observed.control("50 orders: [lazy, joined]", List.of(count(fifty, "lazy"), count(fifty, "select_related")))
                .isEqualTo(List.of(51, 1));
        observed.control("one order", count(python.call("lazy_rows.queries", 1, 1), "lazy"))
                .isEqualTo(2);
        observed.control("the keys", queries.get("keys").get(1))
                .isEqualTo(IntStream.rangeClosed(1, 25).boxed().toList());
        observed.control("the one customer's", ofOne.get("keys").get(1)).isEqualTo(Collections.nCopies(25, 1));
        var listed = queries.get("lazy").get(1);
        observed.control("lines", listed.size()).isEqualTo(25);
        observed.control("the first", listed.get(0)).isEqualTo("SKU-0 for customer 0");
        for (var way : List.of("select_related", "prefetch_related", "lazy, backwards", "prefetched, backwards")) {
            observed.control("the same by " + way, queries.get(way).get(1)).isEqualTo(listed);
        }
    }

    private static int count(JsonNode queries, String way) {
        return queries.get(way).get(0).asInt();
    }
}
