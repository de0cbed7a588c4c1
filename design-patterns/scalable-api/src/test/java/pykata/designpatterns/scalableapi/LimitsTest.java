package pykata.designpatterns.scalableapi;

import static java.util.Collections.nCopies;
import static pykata.python.Implementation.CPYTHON;
import static pykata.python.Implementation.GRAALPY;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.graalvm.polyglot.Context;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.Needs;
import pykata.claim.Observed;
import pykata.python.GraalPy;
import pykata.python.Python;

/** What the order desk refuses, and what it gives up on. */
@Needs({"psycopg", "psycopg-binary", "psycopg-pool", "gunicorn"})
class LimitsTest extends ClaimsTest {

    private static final Duration DEADLINE = Duration.ofMillis(500);

    /** Milliseconds later, and the requests to each of four workers. */
    private static final List<List<Integer>> ROUNDS =
            List.of(List.of(0, 30), List.of(1000, 30), List.of(-5000, 10), List.of(86_400_000, 30));

    private static final List<List<Object>> REQUESTS = Stream.concat(
                    Stream.of(0, 0, 0, 0, 399, 400, 401).map(later -> List.<Object>of("Ada", later)),
                    Stream.of(List.<Object>of("Bob", 0)))
            .toList();

    @Claim(seconds = 90)
    void a_gate_refuses_at_once_and_a_bucket_in_each_worker_multiplies_the_limit(Python python, Observed observed)
            throws SQLException, IOException, InterruptedException, ExecutionException {
        try (var databases = new Databases()) {
            var gate = python.call("refusing.a_hundred_at_once", 2, 8);
            observed.that("100 at once, 2 run, 8 wait: answers", tally(gate.get("answers"), 3))
                    .isEqualTo(Map.of("200", 10, "503", 90));
            observed.control("... and when to ask again", tally(gate.get("answers"), 20))
                    .isEqualTo(Map.of("200 null", 10, "503 \"1\"", 90));
            observed.that(
                            "... refused while the 10 were inside",
                            gate.get("refused").get(0))
                    .isEqualTo(90);
            observed.control("... most inside, in line", gate.get("most inside, in line"))
                    .isEqualTo(List.of(2, 8));
            observed.control("... inside at the end", gate.get("inside at the end"))
                    .isEqualTo(List.of(0, 0));
            observed.control("... afterwards: a request, readiness", gate.get("afterwards"))
                    .isEqualTo(List.of(Arrays.asList(200, null), "{}"));
            var open = python.call("refusing.a_hundred_at_once", 2, 1000);
            observed.control(
                            "... without a bound: answers, most inside, in line",
                            List.of(tally(open.get("answers"), 3), open.get("most inside, in line")))
                    .isEqualTo(List.of(Map.of("200", 100), List.of(2, 98)));
            observed.control(
                            "... with room for all: most inside, in line",
                            python.call("refusing.a_hundred_at_once", 100, 8).get("most inside, in line"))
                    .isEqualTo(List.of(100, 0));
            observed.control(
                            "a place is handed over to who is first in line",
                            python.call("refusing.first_come_first_in"))
                    .isEqualTo(List.of(0, 1, 2, 3, 0, 1, 2, 3));
            observed.control(
                            "too long in line: answers, inside, in line, longest, refused; at the end",
                            python.call("refusing.too_long_in_line"))
                    .isEqualTo(List.of(List.of(503, "1"), List.of(503, "1"), 1, 0, 1, 2, 0));

            var each = workers(python, databases.postgres(python), "memory");
            observed.that("burst of 20, 4 workers, a bucket each: pass", each.getFirst())
                    .isEqualTo(80);
            var one = workers(python, databases.postgres(python), "database");
            observed.that("... one in the database: pass, 1 s later", one.subList(0, 2))
                    .isEqualTo(List.of(20, 10));
            observed.control("... when the clock goes back, a day later", one.subList(2, 4))
                    .isEqualTo(List.of(0, 20));
            observed.control("a bucket each: the same", each).isEqualTo(List.of(80, 40, 0, 80));
            observed.control(
                            "a bucket that all share",
                            workers(python, databases.postgres(python), "memory that all share"))
                    .isEqualTo(one);
            observed.control(
                            "4 about to write, one place left: waits; then one alone",
                            python.call("refusing.one_place_left", databases.postgres(python), false))
                    .isEqualTo(List.of(List.of(0, 100, 100, 100), List.of(100, 0, 100)));
            observed.control(
                            "... if they looked first",
                            python.call("refusing.one_place_left", databases.postgres(python), true))
                    .isEqualTo(List.of(List.of(0, 0, 0, 0), List.of(100, 0, 100)));
            for (var kind : List.of("memory", "database")) {
                observed.control(
                                "milliseconds to wait, and rows, " + kind,
                                python.call("refusing.how_long", databases.postgres(python), kind, REQUESTS))
                        .isEqualTo(List.of(List.of(0, 0, 0, 400, 1, 0, 399, 0), kind.equals("memory") ? 0 : 2));
            }
            observed.control(
                            "2 allowed, the first overtakes at a step: waits of the second, the third",
                            python.call("refusing.overtaken", databases.postgres(python)))
                    .isEqualTo(nCopies(5, List.of(0, 400)));
            for (var interval : List.of(1000, 1001)) {
                observed.control(
                                "the desk says, with one allowed in %d ms; what is left".formatted(interval),
                                desk(python, databases.postgres(python), interval))
                        .isEqualTo(List.of(
                                201,
                                429,
                                List.of("Retry-After", interval == 1000 ? "1" : "2"),
                                "{\"book\": \"Emma\", \"copies\": 8}"));
            }
            outage(python, databases, observed);
            observed.that("60 orders at a server: refused, /health", sixtyOrders(python, databases.postgres(python)))
                    .on(GRAALPY, List.of(50, 200))
                    .on(CPYTHON, List.of(36, 200));
            if (!(python instanceof GraalPy)) {
                observed.that(
                                "60 orders, 24 threads, 24 places: refused",
                                refusedWithFewThreads(python, databases.postgres(python)))
                        .isEqualTo(0);
            }
        }
    }

    /** The answers to two orders, when to ask again, and the book. */
    private static List<Object> desk(Python python, String url, int interval) {
        var told = python.call("refusing.answered", url, interval, List.of("key-1", "key-2"));
        var first = told.get(0).get(0);
        var second = told.get(0).get(1);
        return List.of(
                first.get(0).asInt(),
                second.get(0).asInt(),
                second.get(1).get(2).valueStream().map(JsonNode::asText).toList(),
                told.get(1).asText());
    }

    /** How many there are of each, of which that many characters count. */
    private static Map<String, Integer> tally(Iterable<JsonNode> answers, int most) {
        var counts = new TreeMap<String, Integer>();
        for (var answer : answers) {
            var told = answer.get(0) + " " + answer.get(1);
            counts.merge(told.substring(0, Math.min(most, told.length())), 1, Integer::sum);
        }
        return counts;
    }

    /** How many requests pass: at once, a second later, when the clock has gone back, and a day later. */
    private static List<Integer> workers(Python python, String url, String kind) {
        return python.call("refusing.four_workers", url, kind, ROUNDS)
                .valueStream()
                .map(JsonNode::asInt)
                .toList();
    }

    /** The database ends all connections and takes no new ones, for a while. */
    private static void outage(Python python, Databases databases, Observed observed) throws SQLException {
        try (var outage = databases.outage(python)) {
            python.call("losing.begin", outage.url());
            observed.control(
                            "before: order, health, readiness",
                            told(python, 0, "key-1").subList(0, 3))
                    .isEqualTo(List.of(201, 200, 200));
            outage.begin();
            observed.control("database gone: /health, /ready, and how often it was asked", told(python, 0))
                    .isEqualTo(List.of(200, 503, 1));
            observed.control("... 3 orders, and again", told(python, 0, "key-2", "key-3", "key-4"))
                    .isEqualTo(List.of(503, 503, 503, 200, 503, 2));
            observed.control("... after the third failure nobody asks it", told(python, 999, "key-5"))
                    .isEqualTo(List.of(503, 200, 503, 0));
            observed.control("... and later only the first", told(python, 1, "key-5", "key-6"))
                    .isEqualTo(List.of(503, 503, 200, 503, 1));
            observed.control(
                            "... two at once, and how often it was asked",
                            python.call("losing.two_at_once", 1000, "key-7", "key-8"))
                    .isEqualTo(List.of(503, 503, 1));
            outage.end();
            python.call("losing.wait_until_ready");
            observed.control(
                            "it is back; two books were there",
                            told(python, 0, "key-2", "key-7").subList(0, 4))
                    .isEqualTo(List.of(201, 409, 200, 200));
            observed.control(
                            "never there, 5 orders: how often it was asked",
                            python.call("losing.never_there", nCopies(5, "key")))
                    .isEqualTo(3);
            observed.control("a breaker decides alone", python.call("losing.is_locked"))
                    .isEqualTo(List.of(true));
        }
    }

    private static List<Integer> told(Python python, int later, String... keys) {
        return python.call("losing.seen", later, List.of(keys))
                .valueStream()
                .map(JsonNode::asInt)
                .toList();
    }

    /** While 60 orders are there and none can end: how many are refused, and what /health says. */
    private static List<Integer> sixtyOrders(Python python, String url)
            throws SQLException, IOException, InterruptedException, ExecutionException {
        python.call("serving.prepare", url);
        try (var server = Servers.start(python, url, 40);
                var clients = new Orders(server.client());
                var lock = new StockLock(url)) {
            clients.begin(60);
            var refused = clients.await(503, python instanceof GraalPy ? 50 : 36);
            var health = server.client().get("/health");
            lock.close();
            clients.await(201, 60 - refused);
            return List.of(refused, health);
        }
    }

    /** With as many threads as the gate has places, the line is in the server. */
    private static int refusedWithFewThreads(Python python, String url)
            throws SQLException, IOException, InterruptedException, ExecutionException {
        python.call("serving.prepare", url);
        try (var server = Servers.start(python, url, 24);
                var clients = new Orders(server.client());
                var lock = new StockLock(url)) {
            clients.begin(60);
            clients.awaitLocked(url, 8);
            lock.close();
            return 60 - clients.await(201, 60);
        }
    }

    @Claim(seconds = 90)
    void at_its_deadline_a_request_ends_only_if_what_it_runs_in_can_be_ended(Python python, Observed observed)
            throws IOException, InterruptedException, ExecutionException {
        var threads = python.call("runaways.two_and_one_more", true);
        observed.that("a replaced thread: endless wait, loop, one more", threads.get("answers"))
                .isEqualTo(List.of(504, 504, 200));
        observed.that("... threads that run on", threads.get("still running")).isEqualTo(2);
        observed.control("... when the two are let go", threads.get("let go")).isEqualTo(List.of(200, 200, 200));
        var kept = python.call("runaways.two_and_one_more", false);
        observed.control("not replaced", kept.get("answers")).isEqualTo(List.of(504, 504, 504));
        observed.control("... threads that still run then", kept.get("still running"))
                .isEqualTo(1);
        observed.control("... and when they are let go", kept.get("let go")).isEqualTo(List.of(200, 200, 200));
        var seen = python instanceof GraalPy graalPy ? inContexts(graalPy, Servers::interrupt, 0) : inProcesses(python);
        observed.that("a context or process, ended", seen.getFirst())
                .on(GRAALPY, List.of(504, 504, 200))
                .on(CPYTHON, List.of(500, 500, 200));
        observed.that("... that run on", seen.getLast()).isEqualTo(0);
        if (python instanceof GraalPy graalPy) {
            var left = new ArrayList<Context>();
            observed.control("contexts, replaced and not ended", inContexts(graalPy, left::add, 2))
                    .isEqualTo(List.of(List.of(504, 504, 200), 2));
            left.forEach(Servers::interrupt);
        } else {
            observed.control("... computing in C (0: cut off)", seen.get(1)).isEqualTo(0);
            observed.control("... what the three workers said", seen.get(2)).isEqualTo("xxx");
        }
    }

    /** One context, which is ended at the deadline, and replaced; and how many requests run on. */
    private static List<Object> inContexts(GraalPy python, Consumer<Context> ending, int runOn)
            throws IOException, InterruptedException {
        var desks = new Desks(1, python::newContext, ending, "runaways.application", "", LimitsTest::deadline);
        try (var server = new PyServer(desks, 10)) {
            var client = Client.of(server.uri());
            var answers = new ArrayList<Integer>();
            for (var endless : List.of("/wait", "/spin")) {
                answers.add(client.get(endless));
                client.get("/"); // there is a new context then
            }
            answers.add(client.get("/"));
            desks.running().await(runOn);
            return List.of(answers, desks.running().value());
        }
    }

    private static Duration deadline(Request request) {
        return request.target().equals("/") ? Client.LIMIT : DEADLINE;
    }

    /** Three processes of gunicorn's, each ended when it has not been heard of for a second. */
    private static List<Object> inProcesses(Python python)
            throws IOException, InterruptedException, ExecutionException {
        var settings = Map.of("workers", 3, "worker_class", "sync", "timeout", 1);
        var port = python.call("hosting.start", "gunicorn", "runaways.application", List.of(), settings);
        var client = Client.of(Servers.uri(port));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var endless = Stream.of("/wait", "/spin", "/compute")
                    .map(path -> threads.submit(() -> client.statusOf(client.to(path))))
                    .toList();
            var answers = new ArrayList<Integer>();
            for (var answer : endless) {
                answers.add(answer.get());
            }
            var computing = answers.removeLast();
            answers.add(client.get("/"));
            var ended = python.call("hosting.heard", 3).asText();
            return List.of(answers, computing, ended, 3 - ended.length());
        } finally {
            python.call("hosting.kill");
        }
    }
}
