package pykata.tooling.webframeworks;

import static pykata.python.Implementation.CPYTHON;
import static pykata.python.Implementation.GRAALPY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.Needs;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.Python;

/** Where requests spend their time: in a handler that blocks, and in queries. */
@Needs({"django", "fastapi"})
class WaitingTest extends ClaimsTest {

    @Claim
    @NotOn(value = GRAALPY, because = "FastAPI's core is compiled for CPython")
    void a_call_that_blocks_in_an_async_def_keeps_all_other_requests_out(Python python, Observed observed) {
        var blocking = python.call("blocking.together", "/async-blocking");
        observed.that("10 requests, `async def`, blocking: inside together", blocking.get("most"))
                .isEqualTo(1);
        var plain = python.call("blocking.together", "/def");
        observed.that("... `def`, blocking", plain.get("most")).isEqualTo(10);
        var awaited = python.call("blocking.together", "/async-await");
        observed.that("... `async def`, `await`", awaited.get("most")).isEqualTo(10);
        var many = python.call("blocking.together", "/def", 60, 40);
        observed.that("... `def`, 60 requests", many.get("most")).isEqualTo(40);
        observed.control("who waited in vain for the others", inVain(blocking, plain, awaited, many))
                .isEqualTo(List.of(10, 0, 0, 0));
        observed.control(
                        "all were answered",
                        Stream.of(blocking, plain, awaited, many)
                                .map(each -> each.get("answered"))
                                .toList())
                .isEqualTo(List.of(10, 10, 10, 60));
        observed.control("one alone waits for nobody", python.call("blocking.together", "/async-blocking", 1, 1))
                .isEqualTo(Map.of("most", 1, "in vain", 0, "answered", 1));
        observed.that(
                        "Django's ORM: [in a thread, in an `async def`, by `to_thread`]",
                        python.call("blocking.django_on_the_loop"))
                .isEqualTo(List.of("answered", "SynchronousOnlyOperation", "answered"));
    }

    private static List<JsonNode> inVain(JsonNode... runs) {
        return Stream.of(runs).map(each -> each.get("in vain")).toList();
    }

    @Claim
    @NotOn(value = GRAALPY, because = "only one context of a JVM may load sqlite3's native part")
    void twenty_five_orders_are_26_queries_of_djangos_orm_and_one_with_select_related(
            Python python, Observed observed) {
        var queries = python.call("lazy_rows.queries", 25);
        observed.that("25 orders with their customers: queries", count(queries, "lazy"))
                .isEqualTo(26);
        observed.that("... `select_related`", count(queries, "select_related")).isEqualTo(1);
        observed.that("... `prefetch_related`", count(queries, "prefetch_related"))
                .isEqualTo(2);
        observed.that(
                        "... `FETCH_PEERS`, new in 6.1",
                        queries.path("fetched by peers").path(0))
                .on(CPYTHON.since(3, 12), 2)
                .on(CPYTHON, null);
        observed.that(
                        "25 customers with their orders: [lazy, `prefetch_related`]",
                        List.of(count(queries, "lazy, backwards"), count(queries, "prefetched, backwards")))
                .isEqualTo(List.of(26, 2));
        observed.control("`values_list`", count(queries, "values_list")).isEqualTo(1);
        var fifty = python.call("lazy_rows.queries", 50);
        observed.control("50 orders: [lazy, joined]", List.of(count(fifty, "lazy"), count(fifty, "select_related")))
                .isEqualTo(List.of(51, 1));
        var listed = queries.get("lazy").get(1);
        observed.control("lines", listed.size()).isEqualTo(25);
        observed.control("the first", listed.get(0)).isEqualTo("SKU-0 for customer 0");
        observed.control(
                        "all ways list the same",
                        queries.properties().stream()
                                .allMatch(way -> way.getValue().get(1).equals(listed)))
                .isEqualTo(true);
    }

    private static int count(JsonNode queries, String way) {
        return queries.get(way).get(0).asInt();
    }
}
