package pykata.tooling.webframeworks;

import static pykata.demo.Story.line;
import static pykata.demo.Story.scene;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import pykata.answer.Question;
import pykata.python.GraalPy;
import pykata.python.Limits;
import pykata.python.Python;

/** One order desk on three frameworks behind the JDK's own server, a fourth that is not imported with these wheels, and a choice. */
public final class WebFrameworksDemo {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String ORDER = "{\"sku\": \"LAMP\", \"qty\": 2}";

    private WebFrameworksDemo() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.out.printf("%s on Java %s: one order desk, four times%n", GraalPy.version(), Runtime.version());
        var sources = Question.of(WebFrameworksDemo.class).sources();
        try (var python = new GraalPy(sources, Limits.DEFAULT.within(LIMIT))) {
            for (var application : List.of("bare_app", "flask_app", "django_app")) {
                asked(python, application);
            }
            scene("fastapi_app");
            line(
                    "its import, with a core that was built for CPython, ends with",
                    python.call("serving.importing", "fastapi_app").asText());
            scene("Which need decides?");
            python.call("choosing.first")
                    .properties()
                    .forEach(card -> line(
                            card.getKey(),
                            "%s; without that need, %s"
                                    .formatted(
                                            card.getValue().get(0).asText(),
                                            card.getValue().get(1).asText())));
        }
    }

    private static void asked(Python python, String application) throws IOException, InterruptedException {
        scene(application + ", inside this JVM");
        try (var server = JvmServer.start(python, application)) {
            say(server.uri(), "POST", "/orders", ORDER);
            say(server.uri(), "GET", "/orders/1", "");
            say(server.uri(), "POST", "/orders", ORDER.replace("2", "\"2\""));
            say(server.uri(), "PUT", "/orders", "");
        }
    }

    private static void say(URI server, String method, String path, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());
            line(
                    "%s %s %s".formatted(method, path, body),
                    "%d %s".formatted(answer.statusCode(), answer.body().strip()));
        }
    }
}
