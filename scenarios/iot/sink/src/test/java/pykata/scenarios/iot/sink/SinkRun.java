package pykata.scenarios.iot.sink;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import pykata.scenarios.iot.wire.Frame;
import pykata.scenarios.iot.wire.LedgerEntry;
import pykata.scenarios.iot.wire.Reading;
import pykata.scenarios.iot.wire.TemporaryFolders;
import pykata.scenarios.iot.wire.Topics;

/**
 * What a row costs the sink: from the records of the log to committed rows, with roll-ups, ledger and position; and again,
 * as after a replay. It says {@code measured JSON} at its end. Arguments: sqlite or postgres, rows in a batch, rows.
 */
final class SinkRun {

    private static final int FRAME = 500;
    private static final int DEVICES = 10_000;
    private static final long START = 1_764_470_000_000L;
    private static final long PERIOD = 10_000; // ms between two readings of a device
    private static final int PARTITION = 0;

    private final Store store;
    private final Server server;
    private final int batch;
    private final int frame;

    private SinkRun(Store store, Server server, int batch) {
        this.store = store;
        this.server = server;
        this.batch = batch;
        frame = Math.min(batch, FRAME);
    }

    /**
     * What a part of the run cost.
     *
     * @param sink nanoseconds of CPU time of this process
     * @param database the same of the server's, if it is one
     */
    record Cost(long rows, long inserted, long sink, long database, long wall) {}

    public static void main(String[] arguments) throws Exception {
        var isSqlite = arguments[0].equals("sqlite");
        var batch = Integer.parseInt(arguments[1]);
        var rows = Integer.parseInt(arguments[2]);
        var folder = Files.createTempDirectory("measured-sink");
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> TemporaryFolders.remove(folder))); // also if it is told to end
        var url = isSqlite ? Databases.sqlite(folder) : Databases.postgres();
        try (var store = Store.open(url)) {
            var run = new SinkRun(store, isSqlite ? Server.NONE : Server.of(url), batch);
            run.write(0, rows / 2); // until it is warm
            var first = run.write(rows / 2, rows);
            var again = run.write(rows / 2, rows);
            System.out.println(
                    "measured " + new JsonMapper().writeValueAsString(Map.of("first", first, "again", again)));
        }
        System.exit(0);
    }

    /** @return what it cost to write the rows of the log from one on, so many */
    private Cost write(int from, int rows) throws SQLException {
        var sink = cpu();
        var database = server.cpu();
        var wall = System.nanoTime();
        var inserted = 0L;
        for (var at = from; at < from + rows; at += batch) {
            inserted += store.write(batch(at));
        }
        var entries = inserted == 0 ? 0 : rows / frame;
        return new Cost(rows, inserted - entries, cpu() - sink, server.cpu() - database, System.nanoTime() - wall);
    }

    private Batch batch(int at) {
        var records = new Batch();
        var next = 0L;
        for (var from = at; from < at + batch; from += frame) {
            next = from / frame;
            records.add(record(Topics.ACCEPTED, next, frame(from).encode()));
            records.add(record(
                    Topics.LEDGER, next, new LedgerEntry(PARTITION, next, 1, frame, frame, 0, Map.of()).toJson()));
        }
        records.position(new TopicPartition(Topics.ACCEPTED, PARTITION), next + 1);
        records.position(new TopicPartition(Topics.LEDGER, PARTITION), next + 1);
        return records;
    }

    private Frame frame(int from) {
        return Frame.of(
                START,
                IntStream.range(from, from + frame)
                        .mapToObj(k -> new Reading(k % DEVICES, k / DEVICES, START + k / DEVICES * PERIOD, 20 + k % 7))
                        .toList());
    }

    private static ConsumerRecord<byte[], byte[]> record(String topic, long offset, byte[] value) {
        return new ConsumerRecord<>(topic, PARTITION, offset, new byte[0], value);
    }

    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** The processes of a database's server. */
    private interface Server {

        Server NONE = () -> 0;

        /** Nanoseconds of CPU time. */
        long cpu();

        /** The first line of a file in its directory is the number of the process that all others come from. */
        static Server of(String url) throws SQLException, IOException {
            try (var connection = DriverManager.getConnection(url);
                    var statement = connection.createStatement();
                    var found = statement.executeQuery("show data_directory")) {
                found.next();
                var file = Path.of(found.getString(1)).resolve("postmaster.pid");
                var process = ProcessHandle.of(Long.parseLong(
                                Files.readAllLines(file).getFirst().strip()))
                        .orElseThrow();
                return () -> Stream.concat(Stream.of(process), process.descendants())
                        .flatMap(each -> each.info().totalCpuDuration().stream())
                        .mapToLong(Duration::toNanos)
                        .sum();
            }
        }
    }
}
