package pykata.python;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A process and everything it started. */
final class ProcessTree {

    private ProcessTree() {}

    /** Ends a process, its descendants, and its group: a child that lost its parent is still in the group. */
    static void end(Process process) {
        var descendants = process.descendants().toList();
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
