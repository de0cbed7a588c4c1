package pykata.python;

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

    private static boolean isEnding;

    static {
        ProcessTree.prepare();
        Runtime.getRuntime().addShutdownHook(new Thread(TemporaryFolder::closeAll));
    }

    /** While this JVM ends, none is made any more: whoever asks waits for the end. */
    public static TemporaryFolder create() {
        synchronized (LIVE) {
            if (!isEnding) {
                var folder = new TemporaryFolder(Uncheck.get(
                        () -> Files.createTempDirectory("pykata").toRealPath(),
                        () -> "a temporary folder cannot be made"));
                LIVE.add(folder);
                return folder;
            }
        }
        ProcessTree.awaitTheEnd();
        throw new IllegalStateException("this JVM is ending");
    }

    /** Whoever still writes there is ended first. What has been killed may take a moment to be gone. */
    private static void closeAll() {
        synchronized (LIVE) {
            isEnding = true;
        }
        ProcessTree.endAll();
        var left = List.copyOf(LIVE);
        for (var tries = 0; tries < TRIES && left.stream().anyMatch(folder -> Files.exists(folder.path)); tries++) {
            left.forEach(TemporaryFolder::close);
            LockSupport.parkNanos(PAUSE);
        }
    }

    @Override
    public void close() {
        LIVE.remove(this);
        Folders.deleteIfPossible(path);
    }
}
