package pykata.scenarios.iot.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** The end of folders that a process made for itself. */
public final class TemporaryFolders {

    private TemporaryFolders() {}

    /** Removes a folder and all in it. What cannot be removed keeps nothing from being closed: it is said, and stays. */
    public static void remove(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) { // the latter if a folder goes while it is read
            System.err.println("not all could be removed: " + e.getMessage());
        }
    }
}
