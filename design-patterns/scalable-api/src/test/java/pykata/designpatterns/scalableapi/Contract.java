package pykata.designpatterns.scalableapi;

import static pykata.designpatterns.scalableapi.Client.JSON;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What clients rely on: a number of requests and the answers to them, whatever server the application runs under. */
final class Contract {

    private static final String EMMA = "{\"book\": \"Emma\", \"copies\": 2}";
    private static final String LONG = "{\"book\": \"" + "E".repeat(5000) + "\", \"copies\": 2}";
    private static final String PLACED = "201 {'book': 'Emma', 'copies': 2, 'number': 'N'} /orders/N";

    private final Client client;
    private final Map<String, String> wrong = new LinkedHashMap<>();
    private int kept;
    private String last = "";

    private Contract(Client client) {
        this.client = client;
    }

    /** @param wrong what was answered, where that is not as agreed */
    record Result(int kept, Map<String, String> wrong) {}

    /** To be tried on a database as {@code serving.prepare} makes it. */
    static Result of(Client client) throws IOException, InterruptedException {
        var contract = new Contract(client);
        contract.ordering();
        contract.refusing();
        contract.reading();
        contract.streaming();
        return new Result(contract.kept, contract.wrong);
    }

    private void ordering() throws IOException, InterruptedException {
        var first = order("key-1", EMMA);
        expect("an order", first, PLACED);
        var once = last;
        expect("the same again", order("key-1", EMMA), PLACED);
        if (!last.equals(once)) {
            wrong.put("the same again, with its number", last);
        }
        expect("in chunks", client.order("key-2", JSON, chunks(EMMA)), PLACED);
        expect("its key for another order", order("key-1", EMMA.replace("2", "3")), refused(422));
        expect("sold out", order("key-3", EMMA.replace("Emma", "Dracula").replace("2", "1")), refused(409));
    }

    private void refusing() throws IOException, InterruptedException {
        expect("no key", client.to("/orders").header("Content-Type", JSON).POST(text(EMMA)), refused(400));
        expect("no client", HttpRequest.newBuilder(URI.create(client.server() + "/orders")), refused(401));
        expect("no JSON", order("key-4", "{"), refused(400));
        expect("a key that is too long", order("k".repeat(81), EMMA), refused(400));
        expect("not a number", order("key-4", EMMA.replace("2", "NaN")), refused(400));
        expect("NUL", order("key-4", EMMA.replace("Emma", "\\u0000")), refused(400));
        expect("plain text", client.order("key-4", "text/plain", text(EMMA)), refused(415));
        expect("too long", order("key-4", LONG), refused(413));
        expect("too long, in chunks", client.order("key-4", JSON, chunks(LONG)), refused(413));
        expect("a cursor of nobody", client.to("/orders?after=AAAA"), refused(400));
        expect("an empty cursor", client.to("/orders?after="), refused(400));
        expect("nothing there", client.to("/nothing"), refused(404));
        expect("not for this", client.to("/orders").DELETE(), refused(405) + " GET, HEAD, POST");
    }

    private void reading() throws IOException, InterruptedException {
        var page = "200 {'next': 'C', 'orders': [['N', 'Emma', 2, 1800000000000]]}";
        expect("a page", client.to("/orders?size=1"), page);
        expect("its head", client.to("/orders?size=1").HEAD(), "200 ");
        expect(
                "an escaped path",
                client.to("/books/Les%20Mis%C3%A9rables"),
                "200 {'book': 'Les Mis\\u00e9rables', 'copies': 3}");
        expect("what is left", client.to("/books/Emma"), "200 {'book': 'Emma', 'copies': 96}");
        expect("health", client.to("/health"), "200 {}");
        expect("readiness", client.to("/ready"), "200 {}");
    }

    /** What an application does in {@code close} is seen a moment after its answer has ended. */
    private void streaming() throws IOException, InterruptedException {
        expect("a stream", client.to("/stream"), "200 {'parts': 3}");
        var limit = System.nanoTime() + Client.LIMIT.toNanos();
        while (client.send(client.to("/books/closed")).body().endsWith(" 0}") && System.nanoTime() < limit) {
            Thread.onSpinWait();
        }
        expect("it was closed, once", client.to("/books/closed"), "200 {'book': 'closed', 'copies': 1}");
    }

    private HttpRequest.Builder order(String key, String body) {
        return client.order(key, JSON, text(body));
    }

    private static HttpRequest.BodyPublisher text(String body) {
        return BodyPublishers.ofString(body);
    }

    private static HttpRequest.BodyPublisher chunks(String body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String refused(int status) {
        return status + " {'status': %d}".formatted(status);
    }

    private void expect(String what, HttpRequest.Builder request, String agreed)
            throws IOException, InterruptedException {
        var answer = client.send(request);
        last = answer.body() + answer.headers().firstValue("Location").orElse("");
        var type = answer.statusCode() < 400 ? JSON : "application/problem+json";
        var body = answer.body()
                .replace('"', '\'')
                .replaceAll("[0-9a-f]{16}", "N")
                .replaceAll("'next': '[^']+'", "'next': 'C'")
                .replaceAll(", 'title': '[^']+'", "");
        var seen = new StringBuilder().append(answer.statusCode()).append(' ').append(body);
        for (var name : List.of("Location", "Allow")) {
            answer.headers()
                    .firstValue(name)
                    .ifPresent(value -> seen.append(' ').append(value.replaceAll("[0-9a-f]{16}", "N")));
        }
        var isOfType = answer.headers().firstValue("Content-Type").orElse("").equals(type);
        if (isOfType && seen.toString().equals(agreed)) {
            kept++;
        } else {
            wrong.put(what, isOfType ? seen.toString() : answer.headers().toString());
        }
    }
}
