package pykata.scenarios.iot.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How many readings devices say they have sent: only whoever runs them knows. The file holds this number and nothing else.
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
