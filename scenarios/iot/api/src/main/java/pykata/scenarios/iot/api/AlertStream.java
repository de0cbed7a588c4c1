package pykata.scenarios.iot.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Alerts as they are stored, as server-sent events: first the newest ones, then each that comes. A reader that was cut off
 * says where it was ({@code Last-Event-ID}) and misses nothing. It may get an alert twice; each has a place in the log that
 * tells it from others.
 */
final class AlertStream {

    private static final int NEWEST = 20;
    private static final int AT_ONCE = 10_000; // more than one record can hold
    private static final int READERS = 64;
    private static final long LOOK = 500; // ms
    private static final int SILENCE =
            4; // looks without a word; then a sign of life, so that both ends see a broken line

    private final Answers answers;
    private final ObjectMapper json;
    private final Semaphore room = new Semaphore(READERS);

    AlertStream(Answers answers, ObjectMapper json) {
        this.answers = answers;
        this.json = json;
    }

    /** Serves one reader until it goes away. */
    void serve(HttpExchange exchange, String raw) throws Refusal, IOException, InterruptedException {
        var after = Query.of(raw, List.of("after")).text("after");
        var last = exchange.getRequestHeaders().getFirst("Last-Event-ID");
        var place = last == null ? after.orElse("") : last;
        if (!room.tryAcquire()) {
            throw new Refusal(503, "%d readers are served already".formatted(READERS));
        }
        try {
            var cursor = place.isEmpty() ? answers.newest(NEWEST) : Cursor.of(place);
            var out = begin(exchange);
            for (var looks = 0; ; looks++) {
                var alerts = answers.alertsAfter(cursor, AT_ONCE);
                cursor = tell(alerts, cursor, out);
                if (looks % SILENCE == 0) {
                    out.write(": here\n\n".getBytes(StandardCharsets.UTF_8));
                }
                out.flush();
                Thread.sleep(LOOK);
            }
        } finally {
            room.release();
        }
    }

    private static OutputStream begin(HttpExchange exchange) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "text/event-stream; charset=utf-8");
        headers.set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, 0);
        return exchange.getResponseBody();
    }

    /** @return how far the reader is then: a record is passed with its last alert */
    private Cursor tell(List<Map<String, @Nullable Object>> alerts, Cursor before, OutputStream out)
            throws IOException {
        var cursor = before;
        for (var i = 0; i < alerts.size(); i++) {
            var isLastOfRecord = i + 1 < alerts.size()
                    ? !record(alerts.get(i)).equals(record(alerts.get(i + 1)))
                    : alerts.size() < AT_ONCE;
            cursor = isLastOfRecord ? cursor.at(alerts.get(i)) : cursor;
            out.write("id: %s\nevent: alert\ndata: %s\n\n"
                    .formatted(cursor, json.writeValueAsString(alerts.get(i)))
                    .getBytes(StandardCharsets.UTF_8));
        }
        return cursor;
    }

    private static List<Object> record(Map<String, @Nullable Object> alert) {
        return List.of(
                Objects.requireNonNull(alert.get("log_partition")), Objects.requireNonNull(alert.get("log_offset")));
    }
}
