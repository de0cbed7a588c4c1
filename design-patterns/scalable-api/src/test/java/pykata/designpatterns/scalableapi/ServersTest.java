package pykata.designpatterns.scalableapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.Needs;
import pykata.claim.Observed;
import pykata.python.GraalPy;
import pykata.python.Python;

/** The order desk behind servers: what they answer, and how they end. */
@Needs({"psycopg", "psycopg-binary", "psycopg-pool", "gunicorn", "uvicorn", "a2wsgi"})
class ServersTest extends ClaimsTest {

    private static final Map<String, Object> THREADS = Map.of("workers", 1, "worker_class", "gthread", "threads", 40);

    @Claim(seconds = 90)
    void one_application_gives_the_same_answers_under_each_server(Python python, Observed observed)
            throws SQLException, IOException, InterruptedException {
        try (var databases = new Databases()) {
            observed.control("without a server, other answers", Asked.wrong(python, database(python, databases)))
                    .isEqualTo(Map.of());
            observed.control("... no connection is free, ask again after 1 s", Asked.withoutConnection(python))
                    .isEqualTo(List.of(503, true, "{\"status\": 503, \"title\": \"try again later\"}"));
            observed.control(
                            "... a stream, and how often it was closed",
                            Asked.streamed(python, database(python, databases)))
                    .isEqualTo(List.of("{\"parts\": 3}", "{\"book\": \"closed\", \"copies\": 1}"));
            if (python instanceof GraalPy graalPy) {
                var url = databases.postgres(python);
                python.call("serving.prepare", url);
                try (var server = Servers.java(graalPy, url)) {
                    agreed(observed, "a Java server, PostgreSQL", Contract.of(Client.of(server.uri())));
                }
            } else {
                observed.control(
                                "bodies in chunks",
                                python.call(
                                        "hosting.two_in_chunks",
                                        "5\r\ntwo p\r\n4\r\narts\r\n0\r\n\r\n4\r\nnext\r\n0\r\n\r\n"))
                        .isEqualTo(List.of("two parts", "next"));
                for (var server : List.of("gunicorn", "uvicorn", "wsgiref")) {
                    var url = databases.postgres(python);
                    python.call("serving.prepare", url);
                    var settings = server.equals("gunicorn") ? THREADS : Map.<String, Object>of();
                    var uri = Servers.start(python, server, url, Path.of("no-such-file"), settings);
                    var client = server.equals("wsgiref") ? Client.closing(uri) : Client.of(uri);
                    agreed(observed, server + ", PostgreSQL", Contract.of(client));
                    observed.control(server + " ends with", python.call("hosting.stop"))
                            .isEqualTo(server.equals("gunicorn") ? 0 : -15);
                }
            }
        }
    }

    private static void agreed(Observed observed, String server, Contract.Result result) {
        observed.control("other answers: " + server, result.wrong()).isEqualTo(Map.of());
        observed.that("answers as agreed, of 26: " + server, result.kept()).isEqualTo(26);
    }

    @Claim(seconds = 90)
    void a_drained_stop_answers_every_request_and_a_kill_does_not(Python python, Observed observed)
            throws SQLException, IOException, InterruptedException, ExecutionException {
        try (var databases = new Databases()) {
            var drained = python.call("stopping.stopped_at_each_step", database(python, databases), true);
            observed.control("stops", drained.size()).isEqualTo(28);
            observed.that("28 drained stops: without an answer", answers(drained, 0))
                    .isEqualTo(0);
            observed.that("... with other orders than answers", differing(drained))
                    .isEqualTo(0);
            observed.control(
                            "... stops with a line",
                            drained.valueStream()
                                    .map(stop -> stop.get(2).asInt())
                                    .toList())
                    .isEqualTo(Collections.nCopies(28, 1));
            observed.control("... that drained at their step", different(drained, 3))
                    .isEqualTo("[[true]]");
            observed.control("... orders", answers(drained, 201)).isEqualTo(91);
            observed.control("... requests that came too late", answers(drained, 503))
                    .isEqualTo(21);
            var cut = python.call("stopping.stopped_at_each_step", database(python, databases), false);
            observed.control("28 stops that do not drain: without an answer", answers(cut, 0))
                    .isEqualTo(70);
            observed.control("... cut off behind their commit, with other orders than answers", differing(cut))
                    .isEqualTo(4);
            observed.control("... that drained", different(cut, 3)).isEqualTo("[[false]]");
            observed.control(
                            "health, readiness, a request: on, off, on, draining; waits for who is inside; left",
                            python.call("stopping.readiness"))
                    .isEqualTo(List.of(
                            List.of(200, 200, 200),
                            List.of(200, 503, 200),
                            List.of(200, 200, 200),
                            List.of(true),
                            List.of(200, 503, 503),
                            List.of(true, false, 0)));
            observed.that(
                            "off: /health, /ready; 5 orders, SIGTERM: answered, stored",
                            toldToStop(python, databases.postgres(python)))
                    .isEqualTo(List.of(List.of(200, 503), 5, 5));
            if (!(python instanceof GraalPy)) {
                observed.control("killed with 5 inside: answered, stored", killed(python, databases.postgres(python)))
                        .isEqualTo(List.of(0, 0));
                observed.that(
                                "killed after a commit: answer; orders: retry, new key",
                                killedAfterCommit(python, databases.postgres(python)))
                        .isEqualTo(List.of(0, 1, 2));
            }
        }
    }

    /** How many of the answers in all stops have this status. */
    private static long answers(JsonNode stops, int status) {
        return stops.valueStream()
                .flatMap(stop -> stop.get(0).valueStream())
                .flatMap(JsonNode::valueStream)
                .filter(answer -> answer.asInt() == status)
                .count();
    }

    /** What is different among the stops, of what is in this column. */
    private static String different(JsonNode stops, int column) {
        return stops.valueStream()
                .map(stop -> stop.get(column))
                .distinct()
                .toList()
                .toString();
    }

    private static long differing(JsonNode stops) {
        return stops.valueStream()
                .filter(stop -> stop.get(0)
                                .valueStream()
                                .flatMap(JsonNode::valueStream)
                                .filter(answer -> answer.asInt() == 201)
                                .count()
                        != stop.get(1).asInt())
                .count();
    }

    private static String database(Python python, Databases databases) throws SQLException {
        return python instanceof GraalPy ? databases.h2() : databases.postgres(python);
    }

    /** The orders wait for a row that this test has locked, until the server has been told to stop. */
    private static List<Object> toldToStop(Python python, String url)
            throws SQLException, IOException, InterruptedException, ExecutionException {
        python.call("serving.prepare", url);
        try (var server = Servers.start(python, url, 40);
                var clients = new Orders(server.client());
                var lock = new StockLock(url)) {
            server.turnReadinessOff();
            var switched =
                    List.of(server.client().get("/health"), server.client().get("/ready"));
            clients.begin(5);
            var java = server.java();
            if (java == null) {
                clients.awaitLocked(url, 5);
                python.call("hosting.ask_to_stop");
                assertThat(python.call("hosting.heard", 1).asText()).isEqualTo(".");
                lock.close();
            } else {
                java.admission().inside().await(5);
                try (var stopping = Executors.newVirtualThreadPerTaskExecutor()) {
                    stopping.submit(() -> {
                        java.stop();
                        return null;
                    });
                    java.admission().drains().await(1);
                    lock.close();
                }
            }
            return List.of(switched, answered(clients, 201), Databases.orders(url));
        }
    }

    private static int answered(Orders clients, int status) throws InterruptedException, ExecutionException {
        return Collections.frequency(clients.all(), status);
    }

    private static List<Object> killed(Python python, String url)
            throws SQLException, IOException, InterruptedException, ExecutionException {
        python.call("serving.prepare", url);
        try (var server = Servers.start(python, url, 40);
                var clients = new Orders(server.client());
                var lock = new StockLock(url)) {
            clients.begin(5);
            clients.awaitLocked(url, 5);
            python.call("hosting.kill");
            var answered = clients.all().size() - answered(clients, 0);
            lock.close();
            return List.of(answered, Databases.orders(url));
        }
    }

    /** gunicorn replaces the worker, and the client asks again. */
    private static List<Integer> killedAfterCommit(Python python, String url)
            throws SQLException, IOException, InterruptedException {
        python.call("serving.prepare", url);
        try (var server = Servers.start(python, url, 40)) {
            var client = server.client();
            var first = client.statusOf(client.ordering("key-1").header("X-Kill", "yes"));
            client.order("key-1");
            var withKey = Databases.orders(url);
            client.order("key-2");
            return List.of(first, withKey, Databases.orders(url));
        }
    }
}
