package pykata.designpatterns.patternsinpython;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Value;

/**
 * Orders in a database that Java reaches by JDBC. It implements nothing of Python's: it has the methods of the port
 * {@code desk.domain.Orders}, takes Python's orders, and makes Python's orders and exceptions.
 */
public final class JdbcOrders implements AutoCloseable {

    private final Connection connection;
    private final Value domain;

    /** @param domain Python's module {@code desk.domain} */
    public JdbcOrders(Connection connection, Value domain) {
        this.connection = connection;
        this.domain = domain;
    }

    /** New and empty ones, in a database of H2's in memory that nobody else sees. */
    public static JdbcOrders inMemory(Value domain) throws SQLException {
        var connection = DriverManager.getConnection("jdbc:h2:mem:");
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE orders
                    (number VARCHAR PRIMARY KEY, customer VARCHAR, cents BIGINT, shipped BOOLEAN)""");
        }
        return new JdbcOrders(connection, domain);
    }

    public void add(Value order) throws SQLException {
        try (var insert = prepare("INSERT INTO orders VALUES (?, ?, ?, ?)", order, "number", "customer")) {
            insert.setLong(3, order.getMember("cents").asLong());
            insert.setBoolean(4, order.getMember("shipped").asBoolean());
            insert.executeUpdate();
        } catch (SQLIntegrityConstraintViolationException e) {
            throw error("Taken", order.getMember("number").asString());
        }
    }

    public Value get(String number) throws SQLException {
        var found = found("number = ?", number);
        if (found.isEmpty()) {
            throw error("Unknown", number);
        }
        return found.getFirst();
    }

    public void save(Value order) throws SQLException {
        var sql = "UPDATE orders SET customer = ?, cents = ?, shipped = ? WHERE number = ?";
        try (var update = prepare(sql, order, "customer")) {
            update.setLong(2, order.getMember("cents").asLong());
            update.setBoolean(3, order.getMember("shipped").asBoolean());
            update.setString(4, order.getMember("number").asString());
            if (update.executeUpdate() == 0) {
                throw error("Unknown", order.getMember("number").asString());
            }
        }
    }

    /** Python iterates over a list of Java's as over its own. */
    public List<Value> of_customer(String customer) throws SQLException {
        return found("customer = ? ORDER BY number", customer);
    }

    private List<Value> found(String where, String value) throws SQLException {
        var sql = "SELECT number, customer, cents, shipped FROM orders WHERE " + where;
        try (var select = connection.prepareStatement(sql)) {
            select.setString(1, value);
            var orders = new ArrayList<Value>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    orders.add(domain.invokeMember(
                            "Order", rows.getString(1), rows.getString(2), rows.getLong(3), rows.getBoolean(4)));
                }
            }
            return orders;
        }
    }

    /** A statement whose first parameters are texts of an order. */
    private PreparedStatement prepare(String sql, Value order, String... texts) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (var i = 0; i < texts.length; i++) {
            statement.setString(i + 1, order.getMember(texts[i]).asString());
        }
        return statement;
    }

    /** One of Python's, which Python catches as its own. */
    private RuntimeException error(String name, String number) {
        return domain.invokeMember(name, number).throwException();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
