package pykata.designpatterns.scalableapi;

import static pykata.measured.MeasuredRuntime.CPYTHON;
import static pykata.measured.MeasuredRuntime.GRAALPY_JIT;
import static pykata.measured.MeasuredRuntime.JAVA;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import pykata.answer.Question;
import pykata.bench.AskedSystem;
import pykata.bench.LoadBenchmark;
import pykata.bench.Measurement;
import pykata.bench.OwnJvm;
import pykata.python.CPython;
import pykata.python.GraalPy;
import pykata.python.Limits;

/**
 * A page of ten orders from PostgreSQL, under each server: what it carries, and how long its clients wait below that, near
 * it, and beyond.
 *
 * @param isSmall a server of Java's in this JVM, and no row twice that differs in a number only
 */
public record ScalableApiBenchmark(boolean isSmall) implements LoadBenchmark {

    private static final int PLACES = 24; // 8 run and 16 wait, as the gate before CPython has it

    /**
     * So many that there is a line, as there is under load, and fewer than there are places: one is free only a moment
     * after its answer.
     */
    private static final int CLIENTS = 20;

    private static final int ORDERS = 200;
    private static final Duration NO_LIMIT = Duration.ofMinutes(10);

    public ScalableApiBenchmark() {
        this(false);
    }

    @Override
    public LoadBenchmark small() {
        return new ScalableApiBenchmark(true);
    }

    @Override
    public List<Measurement> measurements() {
        var all = new ArrayList<Measurement>();
        all.add(Measurement.load("Java alone", JAVA, jvm -> inJava(jvm, 0)));
        all.add(Measurement.load("GraalPy, 1 context", GRAALPY_JIT, jvm -> inJava(jvm, 1)));
        if (!isSmall) {
            all.add(Measurement.load("GraalPy, 2 contexts", GRAALPY_JIT, jvm -> inJava(jvm, 2)));
            all.add(Measurement.load("gunicorn, 1 worker", CPYTHON, jvm -> gunicorn("loading.gated", 1)));
        }
        all.add(Measurement.load("gunicorn, 2 workers", CPYTHON, jvm -> gunicorn("loading.gated", 2)));
        all.add(Measurement.load("gunicorn, 1 worker, no gate", CPYTHON, jvm -> gunicorn("loading.ungated", 1)));
        all.add(Measurement.load("uvicorn, a2wsgi", CPYTHON, jvm -> onCPython("uvicorn", "loading.gated", Map.of())));
        all.add(Measurement.load("wsgiref", CPYTHON, jvm -> onCPython("wsgiref", "loading.gated", Map.of())));
        return all;
    }

    /** @param contexts none: Java does the work */
    private AskedSystem inJava(OwnJvm jvm, int contexts) throws IOException, SQLException {
        var databases = new Databases();
        var url = databases.inJava();
        if (isSmall) {
            var served = Served.of(url, contexts);
            return new Http(served.server().uri(), () -> {
                served.close();
                databases.close();
            });
        }
        var process = jvm.start(Served.class, url, Integer.toString(contexts));
        return new Http(URI.create(firstLine(process.inputReader())), () -> {
            process.destroy();
            process.waitFor();
            databases.close();
        });
    }

    private static String firstLine(BufferedReader said) throws IOException {
        var line = said.readLine();
        if (line == null) {
            throw new IOException("the server ended before it could be asked");
        }
        return line;
    }

    private AskedSystem gunicorn(String application, int workers) throws SQLException {
        var settings = Map.<String, Object>of("workers", workers, "worker_class", "gthread", "threads", 40);
        return onCPython("gunicorn", application, settings);
    }

    private AskedSystem onCPython(String server, String application, Map<String, Object> settings) throws SQLException {
        var sources = Question.of(ScalableApiBenchmark.class).sources();
        var url = new Databases().onCPython();
        var python = CPython.reference().start(sources.and(benchmarks()), Limits.DEFAULT.within(NO_LIMIT));
        python.call("loading.prepare", url, ORDERS);
        var port = python.call("hosting.start", server, application, List.of(url), settings);
        return new Http(Servers.uri(port), () -> {
            python.call("hosting.end_all");
            python.close();
        });
    }

    /** Where the Python is that only a benchmark needs. */
    private static Path benchmarks() {
        return Question.of(ScalableApiBenchmark.class).folder().resolve("src/test/python/benchmark");
    }

    /** Ends a system, whatever that takes. */
    private interface Ending {
        void end() throws Exception;
    }

    /** Asks for one page of orders. */
    private record Http(URI server, HttpClient client, Ending ending) implements AskedSystem {

        Http(URI server, Ending ending) {
            this(
                    server,
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(),
                    ending);
        }

        @Override
        public CompletableFuture<Answer> ask(long number) {
            var request = HttpRequest.newBuilder(URI.create(server + "/orders"))
                    .header("X-Client", "Ada")
                    .build();
            return client.sendAsync(request, BodyHandlers.ofString()).thenApply(answer -> switch (answer.statusCode()) {
                case 200 -> Answer.ANSWERED;
                case 503 -> Answer.REFUSED;
                default -> throw new IllegalStateException("%d %s".formatted(answer.statusCode(), answer.body()));
            });
        }

        @Override
        public int clients() {
            return CLIENTS;
        }

        @Override
        public void close() throws Exception {
            client.shutdownNow();
            ending.end();
        }
    }

    /** The server in a JVM of its own, until its standard input ends. */
    record Served(@Nullable GraalPy python, PyServer server, String url) implements AutoCloseable {

        public static void main(String[] arguments) throws Exception {
            var contexts = Integer.parseInt(arguments[1]);
            if (contexts > 0) {
                GRAALPY_JIT.check();
            }
            try (var served = of(arguments[0], contexts)) {
                System.out.println(served.server().uri());
                System.in.transferTo(OutputStream.nullOutputStream());
            }
        }

        static Served of(String url, int contexts) throws IOException {
            var question = Question.of(ScalableApiBenchmark.class);
            var python = new GraalPy(question.sources().and(benchmarks()), Limits.DEFAULT);
            python.call("loading.prepare", url, ORDERS);
            if (contexts == 0) {
                python.close();
                return new Served(null, new PyServer(new Pages(Jdbc.at(url, 1000)), PLACES), url);
            }
            var desks = new Desks(
                    contexts,
                    python::newContext,
                    context -> context.close(true),
                    "loading.application",
                    url,
                    request -> Client.LIMIT);
            return new Served(python, new PyServer(desks, PLACES), url);
        }

        @Override
        public void close() {
            server.close();
            if (python != null) {
                python.close();
            }
            Jdbc.close(url);
        }
    }

    /** The same page without Python. */
    private record Pages(Jdbc database) implements Application {

        private static final ObjectMapper JSON = new ObjectMapper();
        private static final String NEWEST_FIRST = "SELECT number, book, copies, placed FROM orders WHERE client = %s"
                + " ORDER BY placed DESC, number DESC LIMIT %s";

        @Override
        public Reply answer(Request request) {
            try {
                var work = database.begin();
                try {
                    var rows = work.query(NEWEST_FIRST, List.of("Ada", 11));
                    work.commit();
                    var next = rows.get(9)[3] + " " + rows.get(9)[0];
                    var body = JSON.writeValueAsBytes(Map.of("orders", rows.subList(0, 10), "next", next));
                    return new Reply(
                            200,
                            List.of(List.of("Content-Type", "application/json")),
                            new String(body, StandardCharsets.ISO_8859_1));
                } finally {
                    work.close();
                }
            } catch (SQLException | IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void close() {
            // its pool is closed with the server
        }
    }
}
