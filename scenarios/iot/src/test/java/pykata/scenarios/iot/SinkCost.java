package pykata.scenarios.iot;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;

/** What a row costs the sink, and what it costs to read the log again. */
final class SinkCost implements SystemMeasure {

    private static final int ROWS = 200_000;
    private static final int FEW_ROWS = 40_000;

    @Override
    public String id() {
        return "sink";
    }

    @Override
    public String title() {
        return "the cost of a row, by store and batch";
    }

    @Override
    public Duration about(boolean isQuick) {
        return isQuick ? Duration.ofSeconds(60) : Duration.ofSeconds(180);
    }

    @Override
    public List<String> columns() {
        return List.of(
                "store",
                "rows in a transaction",
                "µs of CPU a row: sink",
                "... server",
                "a replayed row: sink",
                "... server",
                "rows a second",
                "inserted by the replay");
    }

    @Override
    public void measure(Workbench workbench, List<List<Object>> rows, List<Object> raw) {
        for (var store : List.of("sqlite", "postgres")) {
            for (var batch : workbench.isQuick() ? List.of(100, 5_000) : List.of(100, 1_000, 5_000, 20_000)) {
                workbench.tell("%s, %,d rows in a transaction", store, batch);
                var seen = workbench.inJvmOfPart(
                        "sink",
                        "pykata.scenarios.iot.sink.SinkRun",
                        store,
                        batch,
                        workbench.isQuick() ? FEW_ROWS : ROWS);
                rows.add(row(store, batch, seen.get("first"), seen.get("again")));
                raw.add(seen);
            }
        }
    }

    private static List<Object> row(String store, int batch, JsonNode first, JsonNode again) {
        var isServer = store.equals("postgres");
        return List.of(
                isServer ? "PostgreSQL" : "SQLite",
                "%,d".formatted(batch),
                micros(first, "sink"),
                isServer ? micros(first, "database") : "—",
                micros(again, "sink"),
                isServer ? micros(again, "database") : "—",
                first.get("rows").asDouble() / first.get("wall").asDouble() * 1e9,
                again.get("inserted").asLong());
    }

    private static double micros(JsonNode cost, String of) {
        return cost.get(of).asDouble() / cost.get("rows").asDouble() / 1e3;
    }
}
