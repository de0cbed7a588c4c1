package pykata.scenarios.iot.api;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The server: a virtual thread for each request, on the loopback interface alone. It reads, and changes nothing. */
final class Api implements AutoCloseable {

    private static final String DEVICES = "/devices/";
    private static final int NO_BODY = -1;
    private static final int NO_HEAD = -1;

    /** The page brings all that it needs, so it may load nothing else, and nobody may frame it. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline';"
            + " connect-src 'self'; img-src data:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ObjectMapper json = new ObjectMapper();
    private final byte[] page = page();
    private final Tables tables;
    private final Answers answers;
    private final Lag lag;
    private final AlertStream alerts;

    private Api(int port, String kafka, String store, Sent sent) throws IOException {
        tables = new Tables(store);
        answers = new Answers(tables, sent);
        lag = new Lag(kafka, tables);
        alerts = new AlertStream(answers, json);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
    }

    /** @param port 0 for any that is free */
    static Api start(int port, String kafka, String store, Sent sent) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // or a body waits 40 ms for its head's ACK
        var api = new Api(port, kafka, store, sent);
        api.server.start();
        return api;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static byte[] page() {
        try (var page = Objects.requireNonNull(Api.class.getResourceAsStream("page.html"))) {
            return page.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange) throws IOException, InterruptedException {
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        try {
            checkHost(exchange);
            if (!exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET");
                throw new Refusal(405, "only GET is answered here, not " + exchange.getRequestMethod());
            }
            var path = exchange.getRequestURI().getPath();
            var query = Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
            switch (path) {
                case "/" -> send(exchange, 200, "text/html; charset=utf-8", page);
                case "/devices" -> send(exchange, answers.devices(query));
                case "/windows" -> send(exchange, answers.windows(query));
                case "/ledger" -> send(exchange, answers.ledger(query));
                case "/lag" -> send(exchange, lag.answer(query));
                case "/alerts" -> alerts.serve(exchange, query);
                default -> {
                    if (!path.startsWith(DEVICES)) {
                        throw new Refusal(404, "nothing is at '%s'".formatted(path));
                    }
                    send(exchange, answers.device(path.substring(DEVICES.length()), query));
                }
            }
        } catch (Refusal refusal) {
            sendError(exchange, refusal.status(), String.valueOf(refusal.getMessage()));
        } catch (RuntimeException | JacksonException e) {
            e.printStackTrace(); // the server would drop it, and the reader would get nothing at all
            if (exchange.getResponseCode() == NO_HEAD) {
                sendError(exchange, 500, "a fault of the server");
            }
        }
    }

    private void sendError(HttpExchange exchange, int status, String reason) throws IOException {
        send(exchange, status, "application/json", json.writeValueAsBytes(Map.of("error", reason)));
    }

    /** A web page from elsewhere whose name is made to mean this machine must not read what is here. */
    private static void checkHost(HttpExchange exchange) throws Refusal {
        var host = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Host"), "");
        var name = host.replaceFirst(":\\d+$", "");
        if (!name.equals("127.0.0.1") && !name.equals("localhost")) {
            throw new Refusal(421, "this is 127.0.0.1, not '%s'".formatted(host));
        }
    }

    private void send(HttpExchange exchange, Map<String, ?> answer) throws IOException {
        send(exchange, 200, "application/json", json.writeValueAsBytes(answer));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("Cache-Control", "no-store");
        headers.set("Content-Security-Policy", POLICY);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, NO_BODY);
        } else {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() throws Exception {
        server.stop(0);
        threads.shutdownNow();
        lag.close();
        tables.close();
    }
}
