package pykata.python;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.commons.io.function.Uncheck;

/**
 * A new, empty folder until it is closed, or until this JVM ends; what cannot be deleted then is left to the system.
 */
public record TemporaryFolder(Path path) implements AutoCloseable {

    private static final Set<TemporaryFolder> LIVE = ConcurrentHashMap.newKeySet();
    private static final int TRIES = 100;
    private static final long PAUSE = 10_000_000;

    static {
        ProcessTree.prepare();
        Runtime.getRuntime().addShutdownHook(new Thread(TemporaryFolder::closeAll));
    }

    /** While this JVM ends, none is made any more: whoever asks waits for the end. */
    public static TemporaryFolder create() {
        return Uncheck.get(
                () -> ProcessTree.unlessEnding(TemporaryFolder::make), () -> "a temporary folder cannot be made");
    }

    private static TemporaryFolder make() throws IOException {
        var folder = new TemporaryFolder(Files.createTempDirectory("pykata").toRealPath());
        LIVE.add(folder);
        return folder;
    }

    /** Whoever still writes there is ended first. What has been killed may take a moment to be gone. */
    private static void closeAll() {
        ProcessTree.endAll();
        var left = List.copyOf(LIVE);
        for (var tries = 0; tries < TRIES && left.stream().anyMatch(folder -> Files.exists(folder.path)); tries++) {
            left.forEach(TemporaryFolder::close);
            LockSupport.parkNanos(PAUSE);
        }
    }

    /** Takes away what has been left in it, except on Windows what is still open. */
    void clear() {
        Folders.children(path).forEach(Folders::deleteIfPossible);
    }

    @Override
    public void close() {
        LIVE.remove(this);
        Folders.deleteIfPossible(path);
    }
}
