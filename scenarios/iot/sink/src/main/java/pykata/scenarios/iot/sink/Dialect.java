package pykata.scenarios.iot.sink;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Where the two databases differ: how one opens them, and how many rows go in at once. */
enum Dialect {

    /**
     * One file, one writer. What a power failure takes of the last transactions is read again from the log: the position in
     * the log goes with them. So the file need not be forced to the disk at each commit.
     */
    SQLITE {
        @Override
        void prepare(Connection connection) throws SQLException {
            try (var statement = connection.createStatement()) {
                statement.execute("pragma journal_mode = wal");
                statement.execute("pragma synchronous = normal");
                statement.execute("pragma busy_timeout = 10000");
            }
        }

        @Override
        String definition(Table table) {
            return table.definition() + " without rowid";
        }

        @Override
        boolean[] insert(Connection connection, Table table, List<Object[]> rows) throws SQLException {
            try (var statement = connection.prepareStatement(table.insert())) {
                for (var row : rows) {
                    for (var i = 0; i < row.length; i++) {
                        statement.setObject(i + 1, row[i]);
                    }
                    statement.addBatch();
                }
                var changed = statement.executeBatch();
                var isNew = new boolean[changed.length];
                for (var i = 0; i < changed.length; i++) {
                    isNew[i] = changed[i] == 1;
                }
                return isNew;
            }
        }
    },

    /** A server. A column of a batch goes over as one array, so a batch is one statement, and it says what is new. */
    POSTGRES {
        @Override
        void prepare(Connection connection) {
            // It is as we need it.
        }

        @Override
        String definition(Table table) {
            return table.definition();
        }

        @Override
        boolean[] insert(Connection connection, Table table, List<Object[]> rows) throws SQLException {
            var types = table.types();
            var sql = "insert into %s (%s) select * from unnest(%s) on conflict do nothing returning %s"
                    .formatted(
                            table.sqlName(),
                            table.names(),
                            types.stream().map(type -> "?::" + type + "[]").collect(Collectors.joining(", ")),
                            table.keyNames());
            try (var statement = connection.prepareStatement(sql)) {
                for (var i = 0; i < types.size(); i++) {
                    var column = new Object[rows.size()];
                    for (var row = 0; row < column.length; row++) {
                        column[row] = rows.get(row)[i];
                    }
                    statement.setArray(i + 1, connection.createArrayOf(arrayType(types.get(i)), column));
                }
                var isNew = new boolean[rows.size()];
                var first = new HashMap<List<Object>, Integer>();
                for (var row = 0; row < isNew.length; row++) {
                    first.putIfAbsent(table.key(rows.get(row)), row);
                }
                try (var inserted = statement.executeQuery()) {
                    while (inserted.next()) {
                        var key = new ArrayList<>();
                        for (var i = 1; i <= table.keys(); i++) {
                            key.add(inserted.getObject(i));
                        }
                        isNew[first.get(key)] = true;
                    }
                }
                return isNew;
            }
        }

        private static String arrayType(String type) {
            return type.equals("double precision") ? "float8" : type;
        }
    };

    static Dialect of(String url) {
        if (url.startsWith("jdbc:sqlite:")) {
            return SQLITE;
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return POSTGRES;
        }
        throw new IllegalArgumentException("a store is jdbc:sqlite:FILE or jdbc:postgresql:..., not " + url);
    }

    /** A connection whose transactions its user commits. */
    Connection open(String url) throws SQLException {
        var connection = DriverManager.getConnection(url);
        try {
            prepare(connection);
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    abstract void prepare(Connection connection) throws SQLException;

    abstract String definition(Table table);

    /** For each row whether it is new. Of rows with one key in one batch the first counts. */
    abstract boolean[] insert(Connection connection, Table table, List<Object[]> rows) throws SQLException;
}
