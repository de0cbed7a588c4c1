package pykata.designpatterns.scalableapi;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    private static final Map<String, Object> ASKED = new TreeMap<>(Map.of(
            "copies", List.of(201, 201, 400, 400, 400, 400, 400, 400, 400),
            "books", List.of(201, 400, 400, 409, 409, 400, 400),
            "bodies", List.of(201, 400, 400, 400, 400, 201),
            "types", List.of(201, 201, 415, 415),
            "lengths", List.of(201, 413, 413),
            "sizes", List.of(200, 200, 400, 400, 400, 400, 400),
            "paths", List.of(200, 200, 404, 404, 404, 404),
            "methods", List.of(200, 200, 405, 200, 200, 405),
            "by default", 10,
            "allowed", List.of("GET, HEAD, POST", "GET, HEAD")));

    static {
        ASKED.put("cursors", List.of(400, 400));
        ASKED.put("keys", List.of(201, 400, 400));
        ASKED.put("clients", List.of(200, 400, 400));
        ASKED.put("chunked", List.of(201, 400));
        ASKED.put("no connection is free", List.of(503, "1"));
    }

    @Claim
    void one_application_gives_the_same_answers_under_three_servers(Python python, Observed observed)
            throws SQLException, IOException, InterruptedException {
        try (var databases = new Databases()) {
            observed.control("without a server", python.call("asking.asked", database(python, databases)))
                    .isEqualTo(ASKED);
            if (python instanceof GraalPy graalPy) {
                for (var url : List.of(databases.h2(), databases.postgres(python))) {
                    var name = url.contains("h2") ? "H2" : "PostgreSQL";
                    python.call("serving.prepare", url);
                    try (var server = Servers.java(graalPy, url)) {
                        agreed(observed, "a Java server, " + name, Contract.of(server.uri()));
                    }
                }
            } else {
                for (var server : List.of("gunicorn", "uvicorn")) {
                    var url = databases.postgres(python);
                    python.call("serving.prepare", url);
                    var port =
                            python.call("serving.start", server, url, server.equals("gunicorn") ? THREADS : Map.of());
                    agreed(observed, server + ", PostgreSQL", Contract.of(Servers.uri(port)));
                    observed.control(server + " ends with", python.call("serving.stop"))
                            .isEqualTo(server.equals("gunicorn") ? 0 : -15);
                }
            }
        }
    }

    private static void agreed(Observed observed, String server, Contract.Result result) {
        observed.control("other answers: " + server, result.wrong()).isEqualTo(Map.of());
        observed.that("answers as agreed, of 24: " + server, result.kept()).isEqualTo(24);
    }

    @Claim
    void a_drained_stop_answers_every_request_and_a_kill_does_not(Python python, Observed observed)
            throws SQLException, IOException, InterruptedException, ExecutionException {
        try (var databases = new Databases()) {
            var drained = python.call("stopping.drained_at_each_step", database(python, databases));
            observed.that("28 drained stops: without an answer", drained.get("none"))
                    .isEqualTo(0);
            observed.that("... with other orders than answers", drained.get("differ"))
                    .isEqualTo(0);
            observed.control("... stops, stops with a line", List.of(drained.get("stopped"), drained.get("lines")))
                    .isEqualTo(List.of(28, 28));
            observed.control("... orders", drained.get("201")).isAtLeast(28);
            observed.control("... requests that came too late", drained.get("503"))
                    .isAtLeast(10);
            observed.control("health, readiness, a request", python.call("stopping.readiness"))
                    .isEqualTo(Map.of(
                            "before", List.of(200, 200),
                            "switched off", List.of(200, 503),
                            "meanwhile", List.of(200, 503, 503),
                            "inside", List.of(200),
                            "waits", List.of(1)));
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
                python.call("serving.ask_to_stop");
                python.call("serving.wait_until_told");
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
            python.call("serving.kill");
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
