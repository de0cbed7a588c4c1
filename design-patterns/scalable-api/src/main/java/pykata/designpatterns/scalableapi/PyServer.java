package pykata.designpatterns.scalableapi;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;

/**
 * An HTTP server for a Python application: a virtual thread for each request, a bound on how many are inside, and a
 * bounded number of contexts that run Python.
 */
final class PyServer implements AutoCloseable {

    private static final int BACKLOG = 512;
    private static final int MOST_BYTES = 1 << 16; // the application's own bound is lower

    /** They are between the two ends of one connection, so the application's are not passed on (PEP 3333). */
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "content-length", "keep-alive", "transfer-encoding", "upgrade");

    private final Application application;
    private final Admission admission;
    private final HttpServer http;

    /** @param most requests that may be inside: those that run Python and those in line */
    PyServer(Application application, int most) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // or a body waits 40 ms for its head's ACK
        this.application = application;
        this.admission = new Admission(most);
        this.http = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), BACKLOG);
        http.createContext("/", this::handle);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    Admission admission() {
        return admission;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/health" -> send(exchange, Reply.FINE);
                case "/ready" -> send(exchange, admission.isReady() ? Reply.FINE : Reply.BUSY);
                default -> admit(exchange);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void admit(HttpExchange exchange) throws IOException, InterruptedException {
        if (!admission.enter()) {
            send(exchange, Reply.BUSY);
            return;
        }
        try {
            var body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
            send(exchange, body.length > MOST_BYTES ? Reply.TOO_LARGE : application.answer(request(exchange, body)));
        } finally {
            admission.leave();
        }
    }

    private static Request request(HttpExchange exchange, byte[] body) {
        var uri = exchange.getRequestURI();
        var path = new String(uri.getPath().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        var headers = exchange.getRequestHeaders().entrySet().stream()
                .map(header -> List.of(header.getKey(), String.join(", ", header.getValue())))
                .toList();
        return new Request(
                exchange.getRequestMethod(),
                uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery(),
                headers,
                new String(body, StandardCharsets.ISO_8859_1));
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        for (var header : reply.headers()) {
            if (!OF_THE_CONNECTION.contains(header.getFirst().toLowerCase())) {
                exchange.getResponseHeaders().add(header.getFirst(), header.getLast());
            }
        }
        var body = reply.body().getBytes(StandardCharsets.ISO_8859_1);
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close(); // while it still counts as inside
    }

    /** Refuses what comes, finishes what is inside, then ends. */
    void stop() throws InterruptedException {
        admission.drain();
        close();
    }

    @Override
    public void close() {
        http.stop(0);
        application.close();
    }
}
