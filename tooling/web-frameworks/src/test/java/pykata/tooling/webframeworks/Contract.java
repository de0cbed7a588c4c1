package pykata.tooling.webframeworks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What clients of the order desk rely on: seventeen requests and their answers, whatever is behind the address. */
final class Contract {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int MOST_BYTES = 1000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ORDER = "{\"sku\": \"LAMP\", \"qty\": 2}";
    private static final String LEAST = "{\"sku\": \"L\", \"qty\": 1}";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;
    private final Map<String, String> wrong = new LinkedHashMap<>();
    private final List<Integer> statuses = new ArrayList<>();

    private Contract(URI server) {
        this.server = server;
    }

    /**
     * @param statuses of the answers as agreed
     * @param wrong the other answers
     */
    record Result(List<Integer> statuses, Map<String, String> wrong) {}

    static Result of(URI server) throws IOException, InterruptedException {
        var contract = new Contract(server);
        contract.agreed();
        return new Result(contract.statuses, contract.wrong);
    }

    private void agreed() throws IOException, InterruptedException {
        var placed = post(LEAST + " ".repeat(MOST_BYTES - LEAST.length()));
        var number = body(placed).path("number").asInt(-1);
        var order = Map.of("number", number, "sku", "L", "qty", 1);
        var where = "/orders/" + number;
        var isThere = placed.headers().firstValue("Location").equals(Optional.of(where));
        expect(
                "an order",
                placed,
                201,
                isThere && isJson(placed) && body(placed).equals(JSON.valueToTree(order)));
        var found = send("GET", where);
        expect("the order", found, 200, isJson(found) && body(found).equals(JSON.valueToTree(order)));
        refused("no such order", send("GET", "/orders/1000000"), 404);
        refused("no quantity", post("{\"sku\": \"LAMP\"}"), 422);
        refused("a text", post(ORDER.replace("2", "\"2\"")), 422);
        refused("none", post(ORDER.replace("2", "0")), 422);
        refused("true", post(ORDER.replace("2", "true")), 422);
        refused("half a lamp", post(ORDER.replace("2", "2.5")), 422);
        refused("nothing to order", post(ORDER.replace("LAMP", "")), 422);
        refused("an unknown key", post(ORDER.replace("}", ", \"size\": 1}")), 422);
        refused("an array", post("[" + ORDER + "]"), 422);
        refused("no JSON", post("{"), 400);
        var tooMuch = post(ORDER + " ".repeat(MOST_BYTES + 1 - ORDER.length()));
        expect("too much", tooMuch, 413, tooMuch.body().length() < MOST_BYTES);
        var put = send("PUT", "/orders");
        refused("another method", put, 405);
        if (!put.headers().firstValue("Allow").orElse("").contains("POST")) {
            wrong.put("what is allowed", put.headers().map().toString());
        }
        refused("no such path", send("GET", "/nothing"), 404);
        refused("no number", send("GET", "/orders/abc"), 404);
        refused("a handler that fails", send("GET", "/broken"), 500);
    }

    /** The statuses of two orders whose length is not said: a right one, and one that is too long. */
    static List<Integer> inChunks(URI server) throws IOException {
        return List.of(inOneChunk(server, ORDER), inOneChunk(server, ORDER + " ".repeat(MOST_BYTES)));
    }

    /** In one piece, so that a server that answers at once has nothing left to read when it closes. */
    private static int inOneChunk(URI server, String body) throws IOException {
        var request = """
                POST /orders HTTP/1.1
                Host: 127.0.0.1
                Content-Type: application/json
                Transfer-Encoding: chunked
                Connection: close

                %x
                %s
                0

                """.formatted(body.length(), body).replace("\n", "\r\n");
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout((int) LIMIT.toMillis());
            socket.getOutputStream().write(request.getBytes(UTF_8));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            return Integer.parseInt(answer.readLine().split(" ")[1]);
        }
    }

    static int status(URI server, String path) throws IOException, InterruptedException {
        return new Contract(server).send("GET", path).statusCode();
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return answer(to("/orders").header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        return answer(to(path).method(method, BodyPublishers.noBody()));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(LIMIT);
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** The status as a problem, and nothing else: no trace, no secret, no page of HTML. */
    private void refused(String what, HttpResponse<String> answer, int status) {
        var isProblem = answer.headers().firstValue("Content-Type").orElse("").equals("application/problem+json");
        expect(what, answer, status, isProblem && body(answer).equals(JSON.valueToTree(Map.of("status", status))));
    }

    private void expect(String what, HttpResponse<String> answer, int status, boolean isAsAgreed) {
        if (answer.statusCode() == status && isAsAgreed) {
            statuses.add(status);
        } else {
            wrong.put(what, answer.statusCode() + " " + answer.body());
        }
    }

    private static boolean isJson(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").equals("application/json");
    }

    private static JsonNode body(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            return JSON.nullNode();
        }
    }
}
