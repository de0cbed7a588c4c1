package pykata.advanced.concurrencymodels;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Executors;

/** An HTTP server of this JVM whose answer takes a while and has a size: {@code /5/1000} is 1000 bytes after 5 ms. */
final class SlowShop {

    private static final int BACKLOG = 512;

    private SlowShop() {}

    private static final class Running {
        static final int PORT = start();
    }

    /** Starts it, the first time. */
    static int port() {
        return Running.PORT;
    }

    static String path(int milliseconds, int size) {
        return "/%d/%d".formatted(milliseconds, size);
    }

    /** The body of one answer, fetched as the Python does it: a connection for each request. */
    static byte[] get(String path) throws IOException {
        try (var socket = new Socket("127.0.0.1", port())) {
            var request = "GET %s HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n\r\n".formatted(path);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = socket.getInputStream().readAllBytes();
            return Arrays.copyOfRange(answer, endOfHead(answer), answer.length);
        }
    }

    private static int endOfHead(byte[] answer) {
        for (var i = 3; i < answer.length; i++) {
            if (answer[i] == '\n' && answer[i - 2] == '\n') {
                return i + 1;
            }
        }
        return answer.length;
    }

    private static int start() {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // or a body waits 40 ms for its head's ACK
        try {
            var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), BACKLOG);
            server.createContext("/", SlowShop::answer);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            Thread.ofPlatform().daemon().start(server::start);
            return server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var parts = exchange.getRequestURI().getPath().split("/");
        try {
            Thread.sleep(Integer.parseInt(parts[1]));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var body = new byte[Integer.parseInt(parts[2])];
        try (exchange) {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
