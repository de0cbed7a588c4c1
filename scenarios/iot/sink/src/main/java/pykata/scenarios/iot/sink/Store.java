package pykata.scenarios.iot.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;

/**
 * A database, by its JDBC URL. The position in the log moves in the same transaction as the rows that were read up to it:
 * both are there, or neither is. What is derived, roll-ups and totals, is changed by new rows alone, so reading the log
 * again changes nothing.
 */
public final class Store implements AutoCloseable {

    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;

    /**
     * How many numbers of a device the rules can tell apart: what is as far behind the newest one is refused. So what the
     * store holds that is as far behind can come again only by reading the log again.
     */
    static final int WINDOW = 64;

    private static final int ASKED_AT_ONCE = 500;

    private static final List<String> DERIVED = List.of(
            "create table if not exists positions (topic text, log_partition bigint, position bigint,"
                    + " primary key (topic, log_partition))",
            "create table if not exists totals (name text, log_partition bigint, total bigint,"
                    + " primary key (name, log_partition))",
            "create table if not exists devices (device bigint primary key, readings bigint, seq bigint, ts bigint,"
                    + " value double precision, alert bigint)",
            rollUp("minutes"),
            rollUp("hours"),
            // Of each device the number up to which raw rows may have been deleted.
            "create table if not exists forgotten (device bigint primary key, seq bigint)",
            "create index if not exists windows_by_start on windows (start)",
            "create index if not exists alerts_by_time on alerts (ts)",
            "create index if not exists dead_letters_by_device on dead_letters (device)");

    private static String rollUp(String table) {
        return "create table if not exists " + table + " (device bigint, start bigint, readings bigint,"
                + " sum double precision, min double precision, max double precision, primary key (device, start))";
    }

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
        if (table == Table.READINGS) {
            takeOutForgotten(rows, isNew);
        }
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

    /**
     * A row that is new because it was deleted is none, and is deleted again. It is looked for after the insertion: if
     * another sink has just deleted it, its mark can be seen by now.
     */
    private void takeOutForgotten(List<Object[]> rows, boolean[] isNew) throws SQLException {
        var devices = new TreeSet<Long>();
        for (var i = 0; i < isNew.length; i++) {
            if (isNew[i]) {
                devices.add((long) rows.get(i)[0]);
            }
        }
        var forgotten = forgotten(List.copyOf(devices));
        if (forgotten.isEmpty()) {
            return;
        }
        try (var statement = connection.prepareStatement("delete from readings where device = ? and seq = ?")) {
            for (var i = 0; i < isNew.length; i++) {
                var device = (long) rows.get(i)[0];
                var seq = (long) rows.get(i)[1];
                if (isNew[i] && seq <= forgotten.getOrDefault(device, -1L)) {
                    isNew[i] = false;
                    set(statement, device, seq);
                }
            }
            statement.executeBatch();
        }
    }

    private Map<Long, Long> forgotten(List<Long> devices) throws SQLException {
        var found = new HashMap<Long, Long>();
        for (var from = 0; from < devices.size(); from += ASKED_AT_ONCE) {
            var some = devices.subList(from, Math.min(devices.size(), from + ASKED_AT_ONCE));
            var marks = String.join(", ", Collections.nCopies(some.size(), "?"));
            try (var statement = connection.prepareStatement(
                    "select device, seq from forgotten where device in (%s)".formatted(marks))) {
                for (var i = 0; i < some.size(); i++) {
                    statement.setLong(i + 1, some.get(i));
                }
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        found.put(rows.getLong(1), rows.getLong(2));
                    }
                }
            }
        }
        return found;
    }

    /**
     * Deletes raw rows of before a time; what is rolled up of them stays. The newest rows of each device stay too, as many
     * as the rules tell apart, so a row that was deleted cannot come again, except by reading the log again. That adds
     * nothing: what was deleted is remembered, a number for each device.
     *
     * @return how many rows went
     */
    public int forget(long before) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create index if not exists readings_by_time on readings (ts)");
            statement.executeUpdate(
                    "insert into forgotten (device, seq) select old.device, max(old.seq) from readings old"
                            + " where old.ts < " + before + " and old.seq <= "
                            + "(select max(seq) from readings newest where newest.device = old.device) - " + WINDOW
                            + " group by old.device on conflict (device) do update set seq ="
                            + " case when excluded.seq > forgotten.seq then excluded.seq else forgotten.seq end");
            var deleted = statement.executeUpdate("delete from readings where ts < " + before
                    + " and seq <= (select seq from forgotten where forgotten.device = readings.device)");
            connection.commit();
            return deleted;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        }
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
        var minutes = new TreeMap<Span, RollUp>(Span.ORDER);
        var hours = new TreeMap<Span, RollUp>(Span.ORDER);
        for (var row : fresh) {
            var device = (long) row[0];
            var ts = (long) row[2];
            var value = (double) row[3];
            devices.merge(device, new Newest(1, (long) row[1], ts, value), Newest::and);
            var one = new RollUp(1, value, value, value);
            minutes.merge(new Span(device, ts - ts % MINUTE), one, RollUp::and);
            hours.merge(new Span(device, ts - ts % HOUR), one, RollUp::and);
        }
        try (var statement = connection.prepareStatement("insert into devices (device, readings, seq, ts, value, alert)"
                + " values (?, ?, ?, ?, ?, 0) on conflict (device) do update set"
                + " readings = devices.readings + excluded.readings,"
                + " ts = case when excluded.seq > devices.seq then excluded.ts else devices.ts end,"
                + " value = case when excluded.seq > devices.seq then excluded.value else devices.value end,"
                + " seq = case when excluded.seq > devices.seq then excluded.seq else devices.seq end")) {
            for (var device : devices.entrySet()) {
                var newest = device.getValue();
                set(statement, device.getKey(), newest.readings(), newest.seq(), newest.ts(), newest.value());
            }
            statement.executeBatch();
        }
        writeRollUps("minutes", minutes);
        writeRollUps("hours", hours);
    }

    private void writeRollUps(String table, Map<Span, RollUp> rollUps) throws SQLException {
        try (var statement = connection.prepareStatement(("insert into %1$s (device, start, readings, sum, min, max)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict (device, start) do update set"
                        + " readings = %1$s.readings + excluded.readings, sum = %1$s.sum + excluded.sum,"
                        + " min = case when excluded.min < %1$s.min then excluded.min else %1$s.min end,"
                        + " max = case when excluded.max > %1$s.max then excluded.max else %1$s.max end")
                .formatted(table))) {
            for (var each : rollUps.entrySet()) {
                var rollUp = each.getValue();
                set(
                        statement,
                        each.getKey().device(),
                        each.getKey().start(),
                        rollUp.readings(),
                        rollUp.sum(),
                        rollUp.min(),
                        rollUp.max());
            }
            statement.executeBatch();
        }
    }

    /** By their numbers: a clock can be set back, a counter cannot. */
    private record Newest(long readings, long seq, long ts, double value) {

        Newest and(Newest other) {
            var newer = other.seq > seq ? other : this;
            return new Newest(readings + other.readings, newer.seq, newer.ts, newer.value);
        }
    }

    /** A minute or an hour of a device. */
    private record Span(long device, long start) {

        static final Comparator<Span> ORDER =
                Comparator.comparingLong(Span::device).thenComparingLong(Span::start);
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
