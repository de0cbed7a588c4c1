package pykata.scenarios.iot.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/**
 * A database, by its JDBC URL. The position in the log moves in the same transaction as the rows that were read up to it:
 * both are there, or neither is. What is derived, roll-ups and totals, is changed by new rows alone, so reading the log
 * again changes nothing.
 */
public final class Store implements AutoCloseable {

    private static final long MINUTE = 60_000;

    private static final List<String> DERIVED = List.of(
            "create table if not exists positions (topic text, log_partition bigint, position bigint,"
                    + " primary key (topic, log_partition))",
            "create table if not exists totals (name text, log_partition bigint, total bigint,"
                    + " primary key (name, log_partition))",
            "create table if not exists devices (device bigint primary key, readings bigint, seq bigint, ts bigint,"
                    + " value double precision, alert bigint)",
            "create table if not exists minutes (device bigint, start bigint, readings bigint, sum double precision,"
                    + " min double precision, max double precision, primary key (device, start))",
            "create index if not exists windows_by_start on windows (start)",
            "create index if not exists alerts_by_time on alerts (ts)",
            "create index if not exists dead_letters_by_device on dead_letters (device)");

    private final Dialect dialect;
    private final Connection connection;

    private Store(Dialect dialect, Connection connection) {
        this.dialect = dialect;
        this.connection = connection;
    }

    public static Store open(String url) throws SQLException {
        var dialect = Dialect.of(url);
        var store = new Store(dialect, dialect.open(url));
        try {
            store.define();
            return store;
        } catch (SQLException e) {
            store.close();
            throw e;
        }
    }

    /** On a connection to a store that has been opened before. */
    static Store on(Dialect dialect, Connection connection) {
        return new Store(dialect, connection);
    }

    private void define() throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var table : Table.values()) {
                statement.execute(dialect.definition(table));
            }
            for (var table : DERIVED) {
                statement.execute(table);
            }
        }
        connection.commit();
    }

    /** From where the log is to be read; a partition that is missing has never been read. */
    Map<TopicPartition, Long> positions() throws SQLException {
        var positions = new HashMap<TopicPartition, Long>();
        try (var statement = connection.createStatement();
                var found = statement.executeQuery("select topic, log_partition, position from positions")) {
            while (found.next()) {
                positions.put(new TopicPartition(found.getString(1), found.getInt(2)), found.getLong(3));
            }
        }
        connection.commit();
        return positions;
    }

    /**
     * Writes all of a batch, or nothing.
     *
     * @return how many rows were new
     */
    public int write(Batch batch) throws SQLException {
        try {
            var totals = new TreeMap<Total, Long>(Total.ORDER);
            var written = 0;
            for (var table : Table.values()) {
                var isNew = insert(table, batch, totals);
                written += isNew.size();
                if (table == Table.READINGS) {
                    writeReadings(isNew);
                } else if (table == Table.ALERTS) {
                    writeAlerts(isNew);
                }
            }
            writeTotals(totals);
            writePositions(batch.positions());
            connection.commit();
            return written;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        }
    }

    /** @return the rows that were new */
    private List<Object[]> insert(Table table, Batch batch, Map<Total, Long> totals) throws SQLException {
        var rows = batch.rows(table);
        var fresh = new ArrayList<Object[]>();
        if (rows.isEmpty()) {
            return fresh;
        }
        var isNew = dialect.insert(connection, table, rows);
        for (var i = 0; i < isNew.length; i++) {
            if (isNew[i]) {
                fresh.add(rows.get(i));
                var counts = batch.counts(table, i);
                counts.of()
                        .forEach((name, count) ->
                                totals.merge(new Total(name, counts.partition()), (long) count, Long::sum));
            }
        }
        return fresh;
    }

    /** A total for each partition: two sinks never change the same one. */
    private record Total(String name, int partition) {

        static final Comparator<Total> ORDER = Comparator.comparing(Total::name).thenComparing(Total::partition);
    }

    private void writeTotals(Map<Total, Long> totals) throws SQLException {
        try (var statement = connection.prepareStatement(
                "insert into totals (name, log_partition, total)"
                        + " values (?, ?, ?) on conflict (name, log_partition) do update set total = totals.total + excluded.total")) {
            for (var total : totals.entrySet()) {
                set(statement, total.getKey().name(), total.getKey().partition(), total.getValue());
            }
            statement.executeBatch();
        }
    }

    private void writePositions(Map<TopicPartition, Long> positions) throws SQLException {
        try (var statement = connection.prepareStatement("insert into positions (topic, log_partition, position)"
                + " values (?, ?, ?) on conflict (topic, log_partition) do update set position = excluded.position")) {
            for (var position : positions.entrySet()) {
                set(statement, position.getKey().topic(), position.getKey().partition(), position.getValue());
            }
            statement.executeBatch();
        }
    }

    private void writeReadings(List<Object[]> fresh) throws SQLException {
        var devices = new TreeMap<Long, Newest>();
        var minutes = new TreeMap<Minute, RollUp>(Minute.ORDER);
        for (var row : fresh) {
            var device = (long) row[0];
            var ts = (long) row[2];
            var value = (double) row[3];
            devices.merge(device, new Newest(1, (long) row[1], ts, value), Newest::and);
            minutes.merge(new Minute(device, ts - ts % MINUTE), new RollUp(1, value, value, value), RollUp::and);
        }
        try (var statement = connection.prepareStatement("insert into devices (device, readings, seq, ts, value, alert)"
                + " values (?, ?, ?, ?, ?, 0) on conflict (device) do update set"
                + " readings = devices.readings + excluded.readings,"
                + " seq = case when excluded.ts >= devices.ts then excluded.seq else devices.seq end,"
                + " value = case when excluded.ts >= devices.ts then excluded.value else devices.value end,"
                + " ts = case when excluded.ts >= devices.ts then excluded.ts else devices.ts end")) {
            for (var device : devices.entrySet()) {
                var newest = device.getValue();
                set(statement, device.getKey(), newest.readings(), newest.seq(), newest.ts(), newest.value());
            }
            statement.executeBatch();
        }
        try (var statement = connection.prepareStatement("insert into minutes (device, start, readings, sum, min, max)"
                + " values (?, ?, ?, ?, ?, ?) on conflict (device, start) do update set"
                + " readings = minutes.readings + excluded.readings, sum = minutes.sum + excluded.sum,"
                + " min = case when excluded.min < minutes.min then excluded.min else minutes.min end,"
                + " max = case when excluded.max > minutes.max then excluded.max else minutes.max end")) {
            for (var minute : minutes.entrySet()) {
                var rollUp = minute.getValue();
                set(
                        statement,
                        minute.getKey().device(),
                        minute.getKey().start(),
                        rollUp.readings(),
                        rollUp.sum(),
                        rollUp.min(),
                        rollUp.max());
            }
            statement.executeBatch();
        }
    }

    private record Newest(long readings, long seq, long ts, double value) {

        Newest and(Newest other) {
            var newer = other.ts >= ts ? other : this;
            return new Newest(readings + other.readings, newer.seq, newer.ts, newer.value);
        }
    }

    private record Minute(long device, long start) {

        static final Comparator<Minute> ORDER =
                Comparator.comparingLong(Minute::device).thenComparingLong(Minute::start);
    }

    private record RollUp(long readings, double sum, double min, double max) {

        RollUp and(RollUp other) {
            return new RollUp(
                    readings + other.readings, sum + other.sum, Math.min(min, other.min), Math.max(max, other.max));
        }
    }

    /** An alert can be read before the first reading of its device: they are in different topics. */
    private void writeAlerts(List<Object[]> fresh) throws SQLException {
        try (var statement = connection.prepareStatement("insert into devices (device, readings, seq, ts, value, alert)"
                + " values (?, 0, -1, -1, 0, ?) on conflict (device) do update set alert = excluded.alert")) {
            for (var row : fresh) {
                var isOpen = (long) row[4] == 1;
                set(statement, row[3], isOpen ? row[7] : 0L);
            }
            statement.executeBatch();
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
