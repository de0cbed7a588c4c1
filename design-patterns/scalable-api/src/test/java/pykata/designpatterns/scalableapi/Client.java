package pykata.designpatterns.scalableapi;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Asks a server of the order desk over the network.
 *
 * @param http null if each request is to have a connection of its own
 */
record Client(URI server, @Nullable HttpClient http) {

    static final Duration LIMIT = Duration.ofSeconds(80); // a loaded machine takes half a minute to open a context
    static final String JSON = "application/json";

    static Client of(URI server) {
        return new Client(server, connecting());
    }

    /** For a server that speaks HTTP/1.0: Java's client keeps connections that such a server closes. */
    static Client closing(URI server) {
        return new Client(server, null);
    }

    private static HttpClient connecting() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    HttpRequest.Builder to(String target) {
        return HttpRequest.newBuilder(URI.create(server + target))
                .timeout(LIMIT)
                .header("X-Client", "Ada");
    }

    HttpRequest.Builder order(String key, String type, BodyPublisher body) {
        return to("/orders")
                .header("Idempotency-Key", key)
                .header("Content-Type", type)
                .POST(body);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (http != null) {
            return http.send(request.build(), BodyHandlers.ofString());
        }
        try (var once = connecting()) {
            return once.send(request.build(), BodyHandlers.ofString());
        }
    }

    int get(String target) throws IOException, InterruptedException {
        return send(to(target)).statusCode();
    }

    int order(String key) throws IOException, InterruptedException {
        return statusOf(ordering(key));
    }

    HttpRequest.Builder ordering(String key) {
        return order(key, JSON, BodyPublishers.ofString("{\"book\": \"Emma\", \"copies\": 1}"));
    }

    /** The status; 0 if the connection ends without an answer, or there is none. */
    int statusOf(HttpRequest.Builder request) throws IOException, InterruptedException {
        try {
            return send(request).statusCode();
        } catch (HttpTimeoutException e) {
            throw e;
        } catch (IOException e) {
            return 0;
        }
    }
}
