package pykata.tooling.toolchain;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** H2, a database in this JVM, for the statements that Python tries on others. */
final class Engine {

    private static final String URL = "jdbc:h2:mem:";

    private Engine() {}

    /** The names of the statements that it accepts, each in a database of its own. */
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
        try (var connection = DriverManager.getConnection(URL);
                var statement = connection.createStatement()) {
            for (var kind : List.of("tables", "right")) {
                for (var text : texts.get(kind)) {
                    statement.execute(text.asText());
                }
            }
            statement.execute(last);
        }
    }
}
