package pykata.scenarios.iot.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How many readings have come into the log, as somebody counts them who reads it from its beginning: the other side of the
 * equation, to which the store adds nothing. The file holds this number and nothing else.
 *
 * @param file none where nobody says it
 */
record Sent(@Nullable Path file) {

    @Nullable
    Long soFar() {
        if (file == null) {
            return null;
        }
        try {
            return Long.parseLong(Files.readString(file).strip());
        } catch (IOException | NumberFormatException e) {
            return null; // not yet written, or just being written
        }
    }
}
