package pykata.scenarios.iot;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pykata.python.CPython;
import pykata.python.Limits;
import pykata.python.Python;
import pykata.python.Requirements;
import pykata.python.Sources;
import pykata.scenarios.iot.demo.Child;
import pykata.scenarios.iot.wire.Topics;

/**
 * The same rules in other engines, against the same log, which is full before each begins: what one process of each takes
 * for a reading in the second half of its run.
 *
 * <p>Flink runs if the environment variable {@code PYKATA_FLINK} names a virtual environment with {@code apache-flink} in it
 * and, in its folder {@code jars}, the connector for Kafka.
 */
final class Peers implements SystemMeasure {

    private static final int FRAME = 500;
    private static final int DEVICES = 10_000;
    private static final int REPEATED = 50; // one in so many
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final String EXACTLY_ONCE = "exactly once";
    private static final @Nullable String FLINK = System.getenv("PYKATA_FLINK");

    @Override
    public String id() {
        return "peers";
    }

    @Override
    public String title() {
        return "the same rules in other engines, against the same log";
    }

    @Override
    public List<Duration> plan(boolean isQuick) {
        var seconds = isQuick ? List.of(20, 30, 10, 10, 30) : List.of(25, 60, 15, 15, 45);
        return seconds.subList(0, FLINK == null ? 4 : 5).stream()
                .map(Duration::ofSeconds)
                .toList();
    }

    @Override
    public List<String> columns() {
        return List.of(
                "engine",
                "a record of the log is",
                "guarantee",
                "µs of CPU a reading",
                "... of the log's process",
                "readings a second, one process");
    }

    /**
     * What one of them has shown.
     *
     * @param micros of CPU time for a reading, of all its processes
     */
    private record Seen(double micros, double rate, long accepted, long readings) {

        static Seen of(JsonNode seen) {
            return new Seen(
                    seen.get("micros").asDouble(),
                    seen.get("rate").asDouble(),
                    seen.get("accepted").asLong(),
                    seen.get("readings").asLong());
        }
    }

    private interface Run {
        Seen run() throws Exception;
    }

    @Override
    public void measure(Workbench workbench, List<List<Object>> rows, List<Object> raw) throws Exception {
        var frames = workbench.isQuick() ? 400 : 8_000;
        var readings = frames * FRAME;
        var some = workbench.isQuick() ? 40_000 : 300_000;
        try (var system = new MeasuredSystem(workbench);
                var python = new CPythons(workbench)) {
            workbench.begin("the log, and what is in it");
            var log = system.log();
            try (var filled = new FilledLog(system.kafka())) {
                var share = DEVICES / Topics.PARTITIONS;
                for (var partition = 0; partition < Topics.PARTITIONS; partition++) {
                    var source = new SpreadFrames(FRAME, share, partition * share);
                    for (var frame = 0; frame < frames / Topics.PARTITIONS; frame++) {
                        filled.write(partition, source.nextRecord());
                    }
                }
                filled.awaitWritten();
                python.call("peers.log.make_topics", system.kafka());
                python.call("peers.log.fill", system.kafka(), some, DEVICES);
                workbench.tell("  the log has %,d readings in frames and %,d as messages", readings, some);
                var table = new Table(workbench, log, rows, raw);
                table.add("Kafka Streams and GraalPy", "a frame", EXACTLY_ONCE, () -> {
                    var accepted = readings / REPEATED * (REPEATED - 1L);
                    var worker = system.beginProcessor("measured");
                    var seen = inHalves(() -> tree(worker.pid()), filled::readings, accepted);
                    worker.close();
                    return seen;
                });
            }
            var table = new Table(workbench, log, rows, raw);
            table.add(
                    "CPython and confluent-kafka",
                    "a frame",
                    EXACTLY_ONCE,
                    () -> Seen.of(
                            python.call("peers.in_frames.measure", system.kafka(), Math.min(readings, 1_000_000))));
            table.add(
                    "CPython and confluent-kafka, as Faust and Bytewax call it",
                    "a reading, in JSON",
                    "at least once",
                    () -> Seen.of(python.call("peers.one_by_one.measure", system.kafka(), some)));
            try {
                flink(workbench, system, table, some);
            } catch (RuntimeException | AssertionError | IOException e) {
                // What the others have shown must not go with it.
                workbench.tell("PyFlink is left out: %s", e.getMessage());
            }
        }
    }

    private static void flink(Workbench workbench, MeasuredSystem system, Table table, int readings) throws Exception {
        if (FLINK == null) {
            workbench.tell("Flink is left out: PYKATA_FLINK names no virtual environment");
            return;
        }
        try (var jars = Files.newDirectoryStream(Path.of(FLINK, "jars"), "*.jar")) {
            var found = jars.iterator();
            if (!found.hasNext()) {
                throw new IOException("no connector for Kafka lies in its folder jars");
            }
            var jar = found.next();
            table.add("PyFlink, Python in its process", "a reading, in JSON", EXACTLY_ONCE, () -> {
                var process = flink(workbench, Path.of(FLINK), jar, system);
                try (var results = new PeerResults(system.kafka())) {
                    return inHalves(() -> tree(process.pid()), results::more, readings / REPEATED * (REPEATED - 1L));
                } finally {
                    end(process);
                }
            });
        }
    }

    private static Process flink(Workbench workbench, Path home, Path jar, MeasuredSystem system) throws IOException {
        var folder = workbench.question().folder();
        var log = folder.resolve("target/benchmarks/flink.log").toFile();
        var builder = new ProcessBuilder(
                home.resolve("bin/python").toString(),
                folder.resolve("src/test/python/benchmark/peers/in_flink.py").toString(),
                system.kafka(),
                jar.toString());
        var temporary = system.folder("flink").toString(); // it is killed, and would leave all there
        builder.environment().put("TMPDIR", temporary);
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary);
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        builder.environment()
                .put("PYTHONPATH", folder.resolve("src/main/python").toString());
        builder.environment().put("PATH", home.resolve("bin") + File.pathSeparator + System.getenv("PATH"));
        var process = builder.redirectErrorStream(true)
                .redirectOutput(Redirect.to(log))
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
        return process;
    }

    /** With all that it has started: they do not end by themselves. */
    private static void end(Process process) {
        var all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
    }

    /** CPU time of a process and all that it has started. */
    private static Duration tree(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(process -> Workbench.cpu(process.pid()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private interface Cpu {
        Duration now();
    }

    /** Watches what comes out: at the half it begins to measure. */
    private static Seen inHalves(Cpu cpu, LongSupplier results, long all) throws Exception {
        Waiting.until("half of the readings are judged", () -> results.getAsLong() >= all / 2);
        var half = results.getAsLong();
        var before = cpu.now();
        var begin = System.nanoTime();
        Waiting.until("all readings are judged", () -> results.getAsLong() >= all);
        var seconds = MeasuredSystem.seconds(System.nanoTime() - begin);
        var micros = cpu.now().minus(before).toNanos() / 1e3;
        var readings = (results.getAsLong() - half) * REPEATED / (REPEATED - 1.0);
        return new Seen(micros / readings, readings / seconds, results.getAsLong(), all / (REPEATED - 1) * REPEATED);
    }

    private record Table(Workbench workbench, Child log, List<List<Object>> rows, List<Object> raw) {

        void add(String engine, String record, String guarantee, Run run) throws Exception {
            workbench.begin("%s, %s", engine, record);
            var before = Workbench.cpu(log.pid());
            var seen = run.run();
            var micros = Workbench.cpu(log.pid()).minus(before).toNanos() / 1e3 / seen.readings();
            rows.add(List.of(engine, record, guarantee, seen.micros(), micros, seen.rate()));
            workbench.tell(
                    "  %.2f µs of CPU a reading, %.2f in the log; %,d accepted",
                    seen.micros(), micros, seen.accepted());
            raw.add(seen);
        }
    }

    /** CPythons with the packages that only the peers need. */
    private static final class CPythons implements AutoCloseable {

        private final Sources sources;
        private @Nullable Python python;

        CPythons(Workbench workbench) {
            var question = workbench.question();
            var own = question.folder().resolve("src/test/python/benchmark");
            sources = question.sources()
                    .and(own)
                    .needing(Requirements.in(own.resolve("peers")).orElseThrow());
        }

        /** In a process of its own. */
        JsonNode call(String function, Object... arguments) {
            close();
            python = CPython.reference().start(sources, Limits.DEFAULT.within(LIMIT));
            return python.call(function, arguments);
        }

        @Override
        public void close() {
            if (python != null) {
                python.close();
            }
        }
    }
}
