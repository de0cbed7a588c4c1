package pykata.designpatterns.scalableapi;

import static pykata.demo.Story.line;
import static pykata.demo.Story.scene;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pykata.answer.Question;
import pykata.python.GraalPy;
import pykata.python.Limits;

/** The order desk in this JVM: retries, a runaway, an overload, and a stop. */
public final class ScalableApiDemo {

    private static final String DATABASE = "jdbc:h2:mem:demo;MODE=PostgreSQL;LOCK_TIMEOUT=20000";
    private static final Duration DEADLINE = Duration.ofSeconds(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Desks desks;
    private final PyServer server;

    private ScalableApiDemo(GraalPy python) throws IOException {
        python.call("serving.prepare", DATABASE);
        desks = new Desks(
                2,
                python::newContext,
                context -> context.close(true),
                "serving.application",
                DATABASE,
                ScalableApiDemo::deadline);
        server = new PyServer(desks, 10);
    }

    private static Duration deadline(Request request) {
        return request.target().equals("/spin") ? DEADLINE : Duration.ofSeconds(20);
    }

    public static void main(String[] arguments) throws Exception {
        System.out.printf("%s on Java %s%n", GraalPy.version(), Runtime.version());
        try (var python = new GraalPy(Question.of(ScalableApiDemo.class).sources(), Limits.DEFAULT)) {
            new ScalableApiDemo(python).tell();
        }
        Jdbc.close(DATABASE);
    }

    private void tell() throws Exception {
        scene("A server at %s, two contexts".formatted(server.uri()));
        line("8 orders at once, one key", tally(8, this::order));
        line("copies of Emma that are left", get("/books/Emma").body());
        scene("Two requests that never end, deadline %d s".formatted(DEADLINE.toSeconds()));
        line("answers", tally(2, () -> get("/spin").statusCode()));
        line("another request", get("/books/Emma").statusCode());
        line("contexts that have been opened", desks.opened());
        scene("It is told to stop");
        server.stop();
        line("requests that were refused", server.admission().refused().value());
    }

    private int order() throws IOException, InterruptedException {
        var request = request("/orders")
                .header("Idempotency-Key", "key-1")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"book\": \"Emma\", \"copies\": 1}"));
        return http.send(request.build(), BodyHandlers.ofString()).statusCode();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.uri() + path)).header("X-Client", "Ada");
    }

    /** How many of each answer to so many requests at once. */
    private static Map<Integer, Long> tally(int times, Callable<Integer> request) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(
                    IntStream.range(0, times).mapToObj(i -> request).toList());
            return answers.stream()
                    .collect(Collectors.groupingBy(answer -> answer.resultNow(), TreeMap::new, Collectors.counting()));
        }
    }
}
