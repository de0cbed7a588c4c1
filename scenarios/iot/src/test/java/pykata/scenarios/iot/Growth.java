package pykata.scenarios.iot;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a reading costs, and what the states take, by the number of devices. */
final class Growth implements SystemMeasure {

    private static final double MEGABYTE = 1e6;
    private static final int TELLING = 10; // times what is free without them

    @Override
    public String id() {
        return "growth";
    }

    @Override
    public String title() {
        return "the cost of a reading by the number of devices";
    }

    @Override
    public List<Duration> plan(boolean isQuick) {
        return Collections.nCopies(devices(isQuick).size(), Duration.ofSeconds(isQuick ? 20 : 50));
    }

    private static List<Integer> devices(boolean isQuick) {
        return isQuick ? List.of(1_000, 100_000) : List.of(1_000, 100_000, 1_000_000);
    }

    @Override
    public List<String> columns() {
        return List.of(
                "devices", "µs of CPU a reading", "lowest–highest", "states, MB", "... each further device, bytes");
    }

    @Override
    public void measure(Workbench workbench, List<List<Object>> rows, List<Object> raw) {
        for (var devices : devices(workbench.isQuick())) {
            workbench.begin("%,d devices", devices);
            var flags = new ArrayList<>(workbench.compiling());
            flags.addAll(List.of("-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch"));
            var seen = workbench.isQuick()
                    ? workbench.inOwnJvm(GrowthRun.class, flags, devices, 3, 2, 200_000)
                    : workbench.inOwnJvm(GrowthRun.class, flags, devices, 20, 5, 1_000_000);
            var micros = new ArrayList<Double>();
            seen.get("micros").forEach(each -> micros.add(each.asDouble()));
            var bytes = seen.get("bytes").asLong();
            rows.add(List.of(
                    "%,d".formatted(devices),
                    MeasuredTable.median(micros),
                    MeasuredTable.range(micros),
                    bytes / MEGABYTE,
                    raw.isEmpty() ? "—" : perDevice(seen, (JsonNode) raw.getFirst())));
            raw.add(seen);
        }
    }

    /** Other things become free with the states; beside a few devices' states they are all that there is to see. */
    private static Object perDevice(JsonNode many, JsonNode few) {
        var more = many.get("bytes").asDouble() - few.get("bytes").asDouble();
        return more < TELLING * Math.abs(few.get("bytes").asDouble())
                ? "—"
                : more / (many.get("devices").asDouble() - few.get("devices").asDouble());
    }
}
