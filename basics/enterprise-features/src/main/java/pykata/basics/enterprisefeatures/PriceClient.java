package pykata.basics.enterprisefeatures;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import pykata.python.Python;

/** The price service, started in a Python and called by Java's HTTP client over a real socket. */
public final class PriceClient implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Python python;
    private final int port;

    public PriceClient(Python python) {
        this.python = python;
        this.port = python.call("price_service.start").asInt();
    }

    /** The answers of both tables to one price: 201 and what is stored now, or the status alone. */
    public List<String> inBoth(String sku, String cents) {
        return Stream.of("loose", "strict")
                .map(table -> client.sendAsync(post(table, sku, cents), BodyHandlers.ofString())
                        .join())
                .map(answer -> answer.statusCode() == 201 ? "201 " + answer.body() : "" + answer.statusCode())
                .toList();
    }

    /** The statuses of so many equal requests, all of which look for the price before one stores it; in numerical order. */
    public List<Integer> together(int requests, String table, String sku, String cents) {
        python.call("price_service.meet", requests);
        var answers = Stream.generate(() -> post(table, sku, cents))
                .limit(requests)
                .map(post -> client.sendAsync(post, BodyHandlers.ofString()))
                .toList();
        return answers.stream()
                .map(answer -> answer.join().statusCode())
                .sorted()
                .toList();
    }

    /** What the last requests that were under way together did, in this order. */
    public List<String> log() {
        return python.call("price_service.log")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
    }

    private HttpRequest post(String table, String sku, String cents) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + table))
                .timeout(LIMIT)
                .POST(BodyPublishers.ofString("{\"sku\": \"%s\", \"cents\": %s}".formatted(sku, cents)))
                .build();
    }

    @Override
    public void close() {
        client.close();
        python.call("price_service.stop");
    }
}
