package pykata.scenarios.iot;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/** What a row costs the sink, and what it costs to read the log again. */
final class SinkCost implements SystemMeasure {

    private static final int ROWS = 120_000; // a half of them is whole batches of any size
    private static final int FEW_ROWS = 40_000;
    private static final String SQLITE = "sqlite";
    private static final List<String> STORES = List.of(SQLITE, "postgres");

    @Override
    public String id() {
        return "sink";
    }

    @Override
    public String title() {
        return "the cost of a row, by store and batch";
    }

    @Override
    public List<Duration> plan(boolean isQuick) {
        return STORES.stream()
                .flatMap(store -> Collections.nCopies(
                        batches(isQuick).size(), Duration.ofSeconds(isQuick ? 8 : store.equals(SQLITE) ? 12 : 35))
                        .stream())
                .toList();
    }

    private static List<Integer> batches(boolean isQuick) {
        return isQuick ? List.of(100, 5_000) : List.of(100, 1_000, 5_000, 20_000);
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
        for (var store : STORES) {
            for (var batch : batches(workbench.isQuick())) {
                workbench.begin("%s, %,d rows in a transaction", store, batch);
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
        var isServer = !store.equals(SQLITE);
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
