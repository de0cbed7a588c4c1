package pykata.tooling.toolchain;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.opentest4j.TestAbortedException;

/** A PostgreSQL for the statements that Python tries on others, each in a transaction that is rolled back. */
final class Engine {

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();
    }

    private Engine() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException | IllegalStateException e) {
            throw new TestAbortedException("PostgreSQL does not start here: " + e.getMessage(), e);
        }
    }

    /** The names of the statements that it accepts, each after the right ones. */
    static List<String> accepted(JsonNode texts, String which) {
        var found = new ArrayList<String>();
        texts.get(which).properties().forEach(each -> {
            try {
                tryIt(texts, each.getValue().asText());
                found.add(each.getKey());
            } catch (SQLException refused) {
                if (!refused.getSQLState().startsWith("22")
                        && !refused.getSQLState().startsWith("23")) { // data, integrity
                    throw new IllegalStateException(refused);
                }
            }
        });
        return found;
    }

    private static void tryIt(JsonNode texts, String last) throws SQLException {
        try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                for (var kind : List.of("tables", "right")) {
                    for (var text : texts.get(kind)) {
                        statement.execute(text.asText());
                    }
                }
                statement.execute(last);
            } finally {
                connection.rollback();
            }
        }
    }
}
