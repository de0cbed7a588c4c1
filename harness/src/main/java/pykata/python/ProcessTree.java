package pykata.python;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Processes that end, with everything they started, at the latest when this JVM does: Ctrl-C leaves none behind. */
final class ProcessTree {

    private static final Set<Process> LIVE = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> LIVE.forEach(ProcessTree::end)));
    }

    private ProcessTree() {}

    static Process start(ProcessBuilder builder) throws IOException {
        var process = builder.start();
        LIVE.add(process);
        return process;
    }

    /** Ends a process, its descendants, and its group: a child that lost its parent is still in the group. */
    static void end(Process process) {
        var descendants = process.descendants().toList();
        LIVE.remove(process);
        process.destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
        if (Platform.current().isWindows()) {
            return;
        }
        try {
            new ProcessBuilder("sh", "-c", "kill -s KILL -- -" + process.pid() + " 2>/dev/null")
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot end the process group " + process.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
