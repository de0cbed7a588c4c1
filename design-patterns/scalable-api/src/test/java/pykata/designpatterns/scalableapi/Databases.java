package pykata.designpatterns.scalableapi;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.opentest4j.TestAbortedException;
import pykata.python.GraalPy;
import pykata.python.Python;

/** Empty databases for one claim: schemas of one PostgreSQL, which the first to ask starts, and databases of H2's. */
final class Databases implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final List<String> urls = new ArrayList<>();

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

    /** One of PostgreSQL's, as the drivers of this Python name it. */
    String postgres(Python python) throws SQLException {
        return python instanceof GraalPy ? inJava() : onCPython();
    }

    String inJava() throws SQLException {
        return kept(inJava(newSchema()));
    }

    String onCPython() throws SQLException {
        var schema = newSchema();
        return onCPython("postgres") + "&application_name=%s&options=-csearch_path%%3D%s".formatted(schema, schema);
    }

    /** By number and in clear: libpq looks for a name, a certificate and a ticket else, each time that it connects. */
    private static String onCPython(String database) {
        return "postgresql://postgres@127.0.0.1:%d/%s?sslmode=disable&gssencmode=disable"
                .formatted(Server.POSTGRES.getPort(), database);
    }

    private static String newSchema() throws SQLException {
        var schema = "desk" + NUMBER.incrementAndGet();
        try (var connection = administrator();
                var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
        }
        return schema;
    }

    /** A connection of this test's own to what {@link #postgres} has made. */
    static Connection connection(String url) throws SQLException {
        return DriverManager.getConnection(url.startsWith("jdbc:") ? url : inJava(url.replaceFirst(".*%3D", "")));
    }

    /** How many connections to what {@link #postgres} has made wait for a lock. */
    static int waiting(Connection administrator, String url) throws SQLException {
        try (var statement = administrator.prepareStatement(
                "SELECT COUNT(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND application_name = ?")) {
            statement.setString(1, url.replaceFirst(".*(%3D|currentSchema=)", ""));
            try (var found = statement.executeQuery()) {
                found.next();
                return found.getInt(1);
            }
        }
    }

    static Connection administrator() throws SQLException {
        return Server.POSTGRES.getPostgresDatabase().getConnection();
    }

    static int orders(String url) throws SQLException {
        try (var connection = connection(url);
                var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT COUNT(*) FROM orders")) {
            found.next();
            return found.getInt(1);
        }
    }

    private static String inJava(String schema) {
        return Server.POSTGRES.getJdbcUrl("postgres", "postgres")
                + "&ApplicationName=%s&currentSchema=%s".formatted(schema, schema);
    }

    /** A database of its own, which can be taken away from its clients. */
    Outage outage(Python python) throws SQLException {
        var name = "gone" + NUMBER.incrementAndGet();
        var postgres = Server.POSTGRES;
        Outage.administer("CREATE DATABASE " + name);
        var url = python instanceof GraalPy ? kept(postgres.getJdbcUrl("postgres", name)) : onCPython(name);
        return new Outage(name, url);
    }

    /** While it lasts, there is no connection to the database, and nobody gets one. */
    record Outage(String name, String url) implements AutoCloseable {

        void begin() throws SQLException {
            allow(false);
            administer("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'".formatted(name));
        }

        void end() throws SQLException {
            allow(true);
        }

        private void allow(boolean connections) throws SQLException {
            administer("ALTER DATABASE %s WITH ALLOW_CONNECTIONS %s".formatted(name, connections));
        }

        private static void administer(String sql) throws SQLException {
            try (var connection = administrator();
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        @Override
        public void close() throws SQLException {
            end();
        }
    }

    String h2() {
        return kept("jdbc:h2:mem:desk%d;MODE=PostgreSQL;LOCK_TIMEOUT=20000".formatted(NUMBER.incrementAndGet()));
    }

    private String kept(String url) {
        urls.add(url);
        return url;
    }

    @Override
    public void close() {
        urls.forEach(Jdbc::close);
    }
}
