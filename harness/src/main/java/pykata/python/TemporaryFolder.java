package pykata.python;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.function.Uncheck;

/** A new, empty folder until it is closed; what cannot be deleted then is left to the system. */
public record TemporaryFolder(Path path) implements AutoCloseable {

    public static TemporaryFolder create() {
        return new TemporaryFolder(Uncheck.get(
                () -> Files.createTempDirectory("pykata").toRealPath(), () -> "a temporary folder cannot be made"));
    }

    @Override
    public void close() {
        Folders.deleteIfPossible(path);
    }
}
