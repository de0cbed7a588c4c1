package pykata.designpatterns.scalableapi;

import java.sql.Connection;
import java.sql.SQLException;

/** Holds the row that every order of Emma changes: none of them can end until this is closed. */
final class StockLock implements AutoCloseable {

    private final Connection connection;

    StockLock(String url) throws SQLException {
        connection = Databases.connection(url);
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT * FROM stock WHERE book = 'Emma' FOR UPDATE");
        }
    }

    @Override
    public void close() throws SQLException {
        if (!connection.isClosed()) {
            connection.rollback();
            connection.close();
        }
    }
}
