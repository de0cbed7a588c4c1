package pykata.scenarios.iot;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.Optional;

/** How a process that has measured something says what: as a line of JSON, which is the last one. */
final class Said {

    private static final String MEASURED = "measured ";
    private static final JsonMapper MAPPER = new JsonMapper();

    private Said() {}

    static void say(Object seen) {
        try {
            System.out.println(MEASURED + MAPPER.writeValueAsString(seen));
            System.out.flush();
        } catch (JacksonException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What such a line says; empty if it is another one. */
    static Optional<JsonNode> in(String line) {
        try {
            return line.startsWith(MEASURED)
                    ? Optional.of(MAPPER.readTree(line.substring(MEASURED.length())))
                    : Optional.empty();
        } catch (JacksonException e) {
            throw new UncheckedIOException(e);
        }
    }
}
