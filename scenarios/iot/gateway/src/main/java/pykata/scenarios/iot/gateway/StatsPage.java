package pykata.scenarios.iot.gateway;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Supplier;

/** {@code GET /stats} on the loopback interface: {@link Stats} as JSON. */
final class StatsPage implements AutoCloseable {

    private final HttpServer server;

    private StatsPage(HttpServer server) {
        this.server = server;
    }

    static StatsPage start(Supplier<Stats> stats) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var mapper = new JsonMapper();
        server.createContext("/stats", exchange -> {
            try (exchange) {
                var json = mapper.writeValueAsBytes(stats.get());
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, json.length);
                exchange.getResponseBody().write(json);
            }
        });
        server.start();
        return new StatsPage(server);
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
