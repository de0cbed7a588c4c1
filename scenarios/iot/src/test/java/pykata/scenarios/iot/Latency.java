package pykata.scenarios.iot;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long a reading takes until it is acknowledged, and until its row can be read, by the rate of readings. */
final class Latency implements SystemMeasure {

    private record Setting(String guarantee, String name, int commitMs) {}

    private static final List<Setting> SETTINGS = List.of(
            new Setting("exactly_once_v2", "exactly once", 100),
            new Setting("exactly_once_v2", "exactly once", 500),
            new Setting("at_least_once", "at least once", 100),
            new Setting("at_least_once", "at least once", 500));

    @Override
    public String id() {
        return "latency";
    }

    @Override
    public String title() {
        return "times to PUBACK and to the row, by the rate of readings";
    }

    @Override
    public List<Duration> plan(boolean isQuick) {
        return Collections.nCopies(settings(isQuick).size(), Duration.ofSeconds(isQuick ? 90 : 110));
    }

    private static List<Setting> settings(boolean isQuick) {
        return isQuick ? SETTINGS.subList(0, 1) : SETTINGS;
    }

    @Override
    public List<String> columns() {
        return List.of(
                "guarantee, commit interval",
                "offered",
                "readings a second",
                "refused, %",
                "PUBACK, ms: p50",
                "p99",
                "p99.9",
                "row, ms: p50",
                "p99");
    }

    @Override
    public void measure(Workbench workbench, List<List<Object>> rows, List<Object> raw) throws Exception {
        for (var setting : settings(workbench.isQuick())) {
            workbench.begin("%s, %d ms", setting.name(), setting.commitMs());
            try (var system = new MeasuredSystem(workbench)) {
                system.log();
                var gateway = system.gateway("--linger", "20").split(":");
                system.processor("measured", "--guarantee", setting.guarantee(), "--commit", "" + setting.commitMs());
                system.sink();
                var seen = workbench.inOwnJvm(
                        driverPath(workbench),
                        OfferedRun.class.getName(),
                        List.of("-Xmx256m"),
                        gateway[0],
                        gateway[1],
                        system.sqlite(),
                        workbench.isQuick() ? 5 : 20,
                        workbench.isQuick() ? 3 : 15);
                for (var rate : seen.get("rates")) {
                    rows.add(row(setting, rate));
                }
                raw.add(seen);
            }
        }
    }

    /** Its own classes, those of the wire, and the store's driver: the sink has them. */
    private static String driverPath(Workbench workbench) throws Exception {
        var folder = workbench.question().folder();
        var path = new ArrayList<String>();
        path.add(Path.of(OfferedRun.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString());
        path.add(Files.readString(folder.resolve("sink/target/class-path")));
        return String.join(File.pathSeparator, path);
    }

    private static List<Object> row(Setting setting, JsonNode rate) {
        return List.of(
                "%s, %d ms".formatted(setting.name(), setting.commitMs()),
                "%.0f %%".formatted(100 * rate.get("share").asDouble()),
                rate.get("offered").asDouble(),
                100.0 * rate.get("refused").asInt() / rate.get("sent").asInt(),
                rate.get("acknowledged").path(0).asDouble(),
                rate.get("acknowledged").path(1).asDouble(),
                rate.get("acknowledged").path(2).asDouble(),
                rate.get("stored").path(0).asDouble(),
                rate.get("stored").path(1).asDouble());
    }
}
