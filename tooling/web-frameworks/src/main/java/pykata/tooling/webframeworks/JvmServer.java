package pykata.tooling.webframeworks;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import pykata.python.Python;
import pykata.python.PythonFailure;

/** The JDK's HTTP server in front of a WSGI application that runs in this JVM. It answers one request after the other. */
public final class JvmServer implements AutoCloseable {

    private final Python python;
    private final String application;
    private final HttpServer http;

    private JvmServer(Python python, String application, HttpServer http) {
        this.python = python;
        this.application = application;
        this.http = http;
    }

    /** @param application the name of its module */
    public static JvmServer start(Python python, String application) throws IOException {
        var http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var server = new JvmServer(python, application, http);
        http.createContext("/", server::answer);
        http.start();
        return server;
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var kind = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Content-Type"), "");
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var path = exchange.getRequestURI().getPath();
            try {
                send(
                        exchange,
                        python.call("serving.answer", application, exchange.getRequestMethod(), path, kind, body));
            } catch (PythonFailure failure) {
                exchange.sendResponseHeaders(500, 0);
                exchange.getResponseBody().write(failure.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** @param answer its status, its headers and its body */
    private static void send(HttpExchange exchange, JsonNode answer) throws IOException {
        answer.get(1).properties().stream()
                .filter(header -> !header.getKey().equals("Content-Length"))
                .forEach(header -> exchange.getResponseHeaders()
                        .set(header.getKey(), header.getValue().asText()));
        var text = answer.get(2).asText().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.get(0).asInt(), text.length);
        exchange.getResponseBody().write(text);
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
