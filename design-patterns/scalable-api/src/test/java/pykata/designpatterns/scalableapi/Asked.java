package pykata.designpatterns.scalableapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import pykata.python.Python;

/** Requests of every kind to the application, without a server between, and what each is to be answered. */
final class Asked {

    private static final String ORDER = "{\"book\": \"Emma\", \"copies\": 1}";
    private static final Pattern LEFT = Pattern.compile("\\{\"book\": \"Emma\", \"copies\": (\\d+)}");
    private static final int MOST_BYTES = 4096;

    private final List<List<Object>> requests = new ArrayList<>();
    private final List<String> agreed = new ArrayList<>();

    /** What was answered, where that is not as agreed. The desk has a hundred of Emma. */
    static Map<String, String> wrong(Python python, String url) {
        var asked = new Asked();
        asked.orders();
        asked.heads();
        asked.reading();
        var wrong = new LinkedHashMap<String, String>();
        var answers = python.call("asking.answers", url, asked.requests);
        for (var i = 0; i < asked.requests.size(); i++) {
            var answer = "%d%s".formatted(answers.get(i).get(0).asInt(), told(answers.get(i)));
            if (!answer.equals(asked.agreed.get(i))) {
                wrong.put(asked.requests.get(i).toString(), answer);
            }
        }
        return wrong;
    }

    /** Of a header what a client goes by, of a page how many orders it has, and of a book how many are left. */
    private static String told(JsonNode answer) {
        var told = new StringBuilder();
        for (var header : answer.get(1)) {
            if (header.get(0).asText().equals("Allow")) {
                told.append(' ').append(header.get(1).asText());
            }
        }
        var body = answer.get(2).asText();
        if (body.contains("\"orders\": [[")) {
            told.append(' ').append(body.split("\\[\"", -1).length - 1);
        }
        var left = LEFT.matcher(body);
        if (left.matches()) {
            told.append(' ').append(left.group(1)).append(" left");
        }
        return told.toString();
    }

    /** The answer for nothing but the connection: what a client is told when none is free. */
    static List<Object> withoutConnection(Python python) {
        var answer = python.call("asking.without_a_connection", request("GET", "/orders", "Ada", Map.of(), ""));
        return List.of(
                answer.get(0).asInt(),
                answer.get(1).toString().contains("[\"Retry-After\",\"1\"]"),
                answer.get(2).asText());
    }

    static JsonNode streamed(Python python, String url) {
        return python.call("asking.streamed", url);
    }

    private static List<Object> request(
            String method, String target, String client, Map<String, String> more, String body) {
        var headers = new ArrayList<List<String>>();
        headers.add(List.of("X-Client", client));
        more.forEach((name, value) -> headers.add(List.of(name, value)));
        return List.of(method, target, headers, body);
    }

    private void ask(String answer, String method, String target, String client) {
        requests.add(request(method, target, client, Map.of(), ""));
        agreed.add(answer);
    }

    private void post(int status, String body, Map<String, String> headers) {
        var all = new LinkedHashMap<>(Map.of("Idempotency-Key", "key-" + agreed.size(), "Content-Type", Client.JSON));
        all.putAll(headers);
        requests.add(request("POST", "/orders", "Ada", all, body));
        agreed.add(Integer.toString(status));
    }

    private void orders() {
        for (var i = 0; i < 11; i++) {
            post(201, ORDER, Map.of());
        }
        for (var copies : List.of("1", "2")) {
            post(201, ORDER.replace("1", copies), Map.of());
        }
        for (var copies : List.of("0", "-1", "true", "1.0", "\"1\"", "null", "Infinity")) {
            post(400, ORDER.replace("1", copies), Map.of());
        }
        for (var book : List.of("1", "null", "\"" + "E".repeat(81) + "\"", "\"\\u0000\"")) {
            post(400, ORDER.replace("\"Emma\"", book), Map.of());
        }
        for (var book : List.of("\"\"", "\"" + "E".repeat(80) + "\"")) {
            post(409, ORDER.replace("\"Emma\"", book), Map.of());
        }
        for (var body : List.of("[]", "1", "", "{}")) {
            post(400, body, Map.of());
        }
        post(201, ORDER.replace("}", ", \"gift\": 1}"), Map.of());
        post(201, padded(MOST_BYTES), Map.of());
        post(413, padded(MOST_BYTES + 1), Map.of());
        post(413, padded(MOST_BYTES + 2000), Map.of());
        post(400, ORDER.replace("}", ", \"gift\": NaN}"), Map.of());
    }

    private static String padded(int bytes) {
        return ORDER + " ".repeat(bytes - ORDER.length());
    }

    private void heads() {
        post(201, ORDER, Map.of("Content-Type", Client.JSON + "; charset=utf-8"));
        post(415, ORDER, Map.of("Content-Type", "text/plain"));
        post(415, ORDER, Map.of("Content-Type", ""));
        requests.add(request("POST", "/orders", "Ada", Map.of("Idempotency-Key", "key"), ORDER));
        agreed.add("415");
        post(201, ORDER, Map.of("Idempotency-Key", "k".repeat(80)));
        post(400, ORDER, Map.of("Idempotency-Key", "k".repeat(81)));
        post(400, ORDER, Map.of("Idempotency-Key", "\0"));
        post(201, ORDER, Map.of("Content-Length", "", "Transfer-Encoding", "Chunked"));
        post(400, ORDER, Map.of("Content-Length", "", "Transfer-Encoding", "gzip"));
        ask("200", "GET", "/orders", "c".repeat(40));
        ask("400", "GET", "/orders", "c".repeat(41));
        ask("400", "GET", "/orders", "\0");
    }

    private void reading() {
        ask("200 10", "GET", "/orders", "Ada");
        ask("200 1", "GET", "/orders?size=1", "Ada");
        ask("200 18", "GET", "/orders?size=100", "Ada");
        for (var size : List.of("0", "101", "-1", "x", "")) {
            ask("400", "GET", "/orders?size=" + size, "Ada");
        }
        ask("400", "GET", "/orders?after=", "Ada");
        ask("400", "GET", "/orders?after=x", "Ada");
        ask("200", "HEAD", "/orders", "Ada");
        ask("200 81 left", "GET", "/books/Emma", "Ada");
        ask("200", "HEAD", "/books/Emma", "Ada");
        for (var path : List.of("/books/", "/books/\u00ff", "/books", "/order", "/")) {
            ask("404", "GET", path, "Ada");
        }
        ask("405 GET, HEAD, POST", "PUT", "/orders", "Ada");
        ask("405 GET, HEAD", "PUT", "/books/Emma", "Ada");
    }
}
