package pykata.designpatterns.scalableapi;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A pool of connections to one database, which all contexts of this JVM share. What crosses is texts and numbers. */
public final class Jdbc {

    private static final Map<String, Jdbc> BY_URL = new ConcurrentHashMap<>();
    private static final int CONNECTIONS = 24;
    private static final String UNIQUE_VIOLATION = "23505";

    private final HikariDataSource connections = new HikariDataSource();

    private Jdbc(String url, int patience) {
        connections.setJdbcUrl(url);
        connections.setConnectionTimeout(patience);
        connections.setMaximumPoolSize(CONNECTIONS);
        connections.setMinimumIdle(1);
        connections.setAutoCommit(false);
    }

    /** @param patience milliseconds that one waits for a connection; of the first that asks for this database */
    public static Jdbc at(String url, int patience) {
        return BY_URL.computeIfAbsent(url, each -> new Jdbc(each, patience));
    }

    /** Closes the pool; a later {@link #at} opens another. */
    static void close(String url) {
        var closed = BY_URL.remove(url);
        if (closed != null) {
            closed.connections.close();
        }
    }

    /** @throws Gone if no connection is free, or there is no database */
    public Work begin() throws SQLException {
        return asked(() -> new Work(connections.getConnection()));
    }

    private interface Question<T> {
        T ask() throws SQLException;
    }

    /** What its failures mean to an application. */
    private static <T> T asked(Question<T> question) throws SQLException {
        try {
            return question.ask();
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                throw new KeyTaken(e);
            }
            if (Gone.is(e)) {
                throw new Gone(e);
            }
            throw e;
        }
    }

    /** One transaction. */
    public static final class Work {

        private final Connection connection;

        Work(Connection connection) {
            this.connection = connection;
        }

        /** @throws Gone if the connection is lost */
        public List<Object[]> query(String sql, List<Object> values) throws SQLException {
            return asked(() -> rows(sql, values));
        }

        private List<Object[]> rows(String sql, List<Object> values) throws SQLException {
            try (var statement = prepared(sql, values);
                    var found = statement.executeQuery()) {
                var rows = new ArrayList<Object[]>();
                while (found.next()) {
                    var row = new Object[found.getMetaData().getColumnCount()];
                    for (var i = 0; i < row.length; i++) {
                        row[i] = found.getObject(i + 1);
                    }
                    rows.add(row);
                }
                return rows;
            }
        }

        /** @throws KeyTaken if a unique key forbids it; {@link Gone} if the connection is lost */
        public int change(String sql, List<Object> values) throws SQLException {
            return asked(() -> {
                try (var statement = prepared(sql, values)) {
                    return statement.executeUpdate();
                }
            });
        }

        /** Python's drivers write {@code %s} where JDBC has a question mark. */
        private PreparedStatement prepared(String sql, List<Object> values) throws SQLException {
            var statement = connection.prepareStatement(sql.replace("%s", "?"));
            for (var i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            return statement;
        }

        /** @throws Gone if the connection is lost; then nobody knows whether it is committed */
        public void commit() throws SQLException {
            asked(() -> {
                connection.commit();
                return true;
            });
        }

        /** Gives the connection back; what is not committed is rolled back. */
        public void close() throws SQLException {
            connection.close();
        }
    }
}
