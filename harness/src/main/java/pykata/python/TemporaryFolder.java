package pykata.python;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.io.function.Uncheck;

/**
 * A new, empty folder until it is closed, or until this JVM ends; what cannot be deleted then is left to the system.
 */
public record TemporaryFolder(Path path) implements AutoCloseable {

    private static final Set<TemporaryFolder> LIVE = ConcurrentHashMap.newKeySet();

    static {
        ProcessTree.prepare();
        Runtime.getRuntime().addShutdownHook(new Thread(TemporaryFolder::closeAll));
    }

    public static TemporaryFolder create() {
        var folder = new TemporaryFolder(Uncheck.get(
                () -> Files.createTempDirectory("pykata").toRealPath(), () -> "a temporary folder cannot be made"));
        LIVE.add(folder);
        return folder;
    }

    /** Whoever still writes there is ended first. */
    private static void closeAll() {
        ProcessTree.endAll();
        LIVE.forEach(TemporaryFolder::close);
    }

    @Override
    public void close() {
        LIVE.remove(this);
        Folders.deleteIfPossible(path);
    }
}
