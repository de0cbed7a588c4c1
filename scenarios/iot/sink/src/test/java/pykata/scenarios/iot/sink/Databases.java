package pykata.scenarios.iot.sink;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.opentest4j.TestAbortedException;

/** Empty stores for tests: files of SQLite's, and databases of one PostgreSQL, which the first to ask starts. */
final class Databases {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Databases() {}

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException | IllegalStateException e) {
            throw new TestAbortedException("PostgreSQL does not start here: " + e.getMessage(), e);
        }
    }

    static String sqlite(Path folder) {
        return "jdbc:sqlite:" + folder.resolve("store%d.db".formatted(NUMBER.incrementAndGet()));
    }

    static String postgres() throws SQLException {
        var name = "store" + NUMBER.incrementAndGet();
        administer("create database " + name);
        return Server.POSTGRES.getJdbcUrl("postgres", name);
    }

    static void administer(String sql) throws SQLException {
        try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** How many rows each table has, and the totals. */
    static TreeMap<String, Long> counts(String url) throws SQLException {
        var counts = new TreeMap<String, Long>();
        for (var table : Table.values()) {
            counts.put(table.sqlName(), number(url, "select count(*) from " + table.sqlName()));
        }
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var found = statement.executeQuery("select name, sum(total) from totals group by name")) {
            while (found.next()) {
                counts.put("total " + found.getString(1), found.getLong(2));
            }
        }
        return counts;
    }

    static void execute(String url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static long number(String url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            found.next();
            return found.getLong(1);
        }
    }

    /** All rows of a query as one text. */
    static String text(String url, String sql) throws SQLException {
        var text = new StringBuilder();
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var found = statement.executeQuery(sql)) {
            while (found.next()) {
                for (var i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    text.append(found.getObject(i))
                            .append(i == found.getMetaData().getColumnCount() ? '\n' : ' ');
                }
            }
        }
        return text.toString();
    }
}
