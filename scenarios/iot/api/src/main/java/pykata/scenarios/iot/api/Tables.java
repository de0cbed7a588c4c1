package pykata.scenarios.iot.api;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * The store, to read from. A few connections are kept; one that failed is not. Each request has a thread, so there may be any
 * number of readers: those that find no room wait, and do not take the sink's connections.
 */
final class Tables implements AutoCloseable {

    static final int MOST = 16;

    private static final int KEPT = 4;
    private static final String SQLITE = "jdbc:sqlite:";

    private final Opening opening;
    private final BlockingQueue<Connection> idle = new ArrayBlockingQueue<>(KEPT);
    private final Semaphore room = new Semaphore(MOST);

    /** Makes a connection. */
    @FunctionalInterface
    interface Opening {
        Connection open() throws SQLException;
    }

    Tables(String url) {
        this(() -> open(url));
    }

    Tables(Opening opening) {
        this.opening = opening;
    }

    /**
     * The rows, each with the names of its columns.
     *
     * @throws Refusal if the store does not answer
     */
    List<Map<String, @Nullable Object>> rows(String sql, Object... values) throws Refusal {
        room.acquireUninterruptibly();
        try {
            var connection = opened();
            try {
                var rows = rows(connection, sql, values);
                if (!idle.offer(connection)) {
                    close(connection);
                }
                return rows;
            } catch (SQLException | RuntimeException e) {
                close(connection);
                throw e;
            }
        } catch (SQLException e) {
            throw new Refusal(503, "the store does not answer: " + e.getMessage(), e);
        } finally {
            room.release();
        }
    }

    private static List<Map<String, @Nullable Object>> rows(Connection connection, String sql, Object... values)
            throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (var found = statement.executeQuery()) {
                var columns = found.getMetaData();
                var rows = new ArrayList<Map<String, @Nullable Object>>();
                while (found.next()) {
                    var row = new LinkedHashMap<String, @Nullable Object>();
                    for (var i = 1; i <= columns.getColumnCount(); i++) {
                        row.put(columns.getColumnLabel(i).toLowerCase(Locale.ROOT), found.getObject(i));
                    }
                    rows.add(row);
                }
                return rows;
            }
        }
    }

    private Connection opened() throws SQLException {
        var kept = idle.poll();
        if (kept != null) {
            if (kept.isValid(1)) {
                return kept;
            }
            close(kept);
        }
        return opening.open();
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // It is of no more use anyway.
        }
    }

    private static Connection open(String url) throws SQLException {
        if (url.startsWith(SQLITE)) {
            var config = new SQLiteConfig();
            config.setReadOnly(true); // a file that is not there is not made
            config.setBusyTimeout(5_000);
            return DriverManager.getConnection(url, config.toProperties());
        }
        var connection = DriverManager.getConnection(url);
        try {
            connection.setReadOnly(true);
        } catch (SQLException | RuntimeException e) {
            close(connection);
            throw e;
        }
        return connection;
    }

    @Override
    public void close() throws SQLException {
        for (var connection = idle.poll(); connection != null; connection = idle.poll()) {
            connection.close();
        }
    }
}
