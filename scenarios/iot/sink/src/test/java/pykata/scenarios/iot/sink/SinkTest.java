package pykata.scenarios.iot.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pykata.scenarios.iot.wire.Reading;

class SinkTest {

    private static final long MOST_RECORDS = 7; // so that there are many batches

    private final SmallLog log = new SmallLog();

    @TempDir
    private Path folder;

    private String url(Dialect dialect) throws SQLException {
        return switch (dialect) {
            case SQLITE -> Databases.sqlite(folder);
            case POSTGRES -> Databases.postgres();
        };
    }

    /** Reads until all of the log is written. */
    private void write(String url, long mostRecords, Sink.Stores stores) throws SQLException {
        var sink = new Sink(log.consumer(mostRecords), stores);
        sink.begin();
        while (!isWritten(url)) {
            sink.step();
        }
        sink.closeStore();
    }

    private void write(String url) throws SQLException {
        write(url, MOST_RECORDS, () -> Store.open(url));
    }

    private boolean isWritten(String url) throws SQLException {
        try (var store = Store.open(url)) {
            return store.positions().equals(log.ends());
        }
    }

    private Map<String, Long> expected() {
        var counts = new java.util.TreeMap<String, Long>();
        counts.put("readings", (long) log.readings.size());
        counts.put("windows", (long) log.windows);
        counts.put("alerts", (long) log.alerts);
        counts.put("dead_letters", (long) log.letters);
        counts.put("ledger", (long) SmallLog.FRAMES);
        counts.put("rules", 2L);
        counts.put("total stored", (long) log.readings.size());
        counts.put("total windows", (long) log.windows);
        counts.put("total alerts", (long) log.alerts);
        counts.put("total letters", (long) log.letters);
        // The letter of the gateway is its own entry of the ledger.
        counts.put("total received", SmallLog.FRAMES * (SmallLog.READINGS + 6L) + 1);
        counts.put("total accepted", (long) SmallLog.FRAMES * SmallLog.READINGS);
        counts.put("total duplicates", SmallLog.FRAMES * 5L);
        counts.put("total dead", SmallLog.FRAMES + 1L);
        counts.put("total dead range", (long) SmallLog.FRAMES);
        counts.put("total dead utf8", 1L);
        return counts;
    }

    @ParameterizedTest
    @EnumSource
    void what_the_log_holds_is_in_the_tables(Dialect dialect) throws SQLException {
        var url = url(dialect);

        write(url);

        assertThat(Databases.counts(url)).isEqualTo(expected());
    }

    @ParameterizedTest
    @EnumSource
    void to_read_all_of_it_again_inserts_nothing_and_changes_nothing(Dialect dialect) throws SQLException {
        var url = url(dialect);
        write(url);
        var derived = derived(url);
        Databases.number(url, "select count(*) from positions");
        forget(url);

        var inserted = new int[1];
        var sink = new Sink(log.consumer(MOST_RECORDS), () -> Store.open(url)) {};
        var batch = new Batch();
        var consumer = log.consumer(log.size());
        consumer.subscribe(Sink.TOPICS);
        consumer.poll(java.time.Duration.ZERO).forEach(batch::add);
        try (var store = Store.open(url)) {
            inserted[0] = store.write(batch);
        }

        assertThat(inserted[0]).isZero();
        assertThat(Databases.counts(url)).isEqualTo(expected());
        assertThat(derived(url)).isEqualTo(derived);
    }

    private static void forget(String url) throws SQLException {
        try (var connection = java.sql.DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("delete from positions");
        }
    }

    private static String derived(String url) throws SQLException {
        return Databases.text(url, "select * from devices order by device")
                + Databases.text(url, "select * from minutes order by device, start");
    }
}
