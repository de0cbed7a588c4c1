package pykata.python;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.function.IOSupplier;

/** Processes that end, with everything they started, at the latest when this JVM does: Ctrl-C leaves none behind. */
final class ProcessTree {

    private static final Path PROCESSES = Path.of("/proc");

    private static final int ROUNDS = 10;
    private static final int NONE = 0;

    private static final Set<Process> LIVE = ConcurrentHashMap.newKeySet();

    private static volatile boolean isEnding;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(ProcessTree::endAll));
    }

    private ProcessTree() {}

    /** For who needs it when this JVM ends: it is too late to begin then. */
    static void prepare() {
        // loading this class was all
    }

    static Process start(ProcessBuilder builder) throws IOException {
        return unlessEnding(() -> {
            var process = builder.start();
            LIVE.add(process);
            return process;
        });
    }

    /** Makes what must end with this JVM. While it ends, nothing more is made: whoever asks waits for the end. */
    static <T> T unlessEnding(IOSupplier<T> make) throws IOException {
        synchronized (LIVE) {
            if (!isEnding) {
                return make.get();
            }
        }
        awaitTheEnd();
        throw new IOException("this JVM is ending");
    }

    /** Ends all; once this has come back, there will be no more of them. To be called when this JVM ends. */
    static void endAll() {
        synchronized (LIVE) {
            isEnding = true;
        }
        LIVE.forEach(ProcessTree::kill);
    }

    /**
     * Ends a process, its descendants, its group, and on Linux its session: a child that lost its parent is no descendant
     * any more, and it is in another group if a server led its workers there. Where the end of this JVM was the reason for
     * the process's, the caller has nothing to tell, and waits for that.
     */
    static void end(Process process) {
        kill(process);
        if (isEnding) {
            awaitTheEnd();
        }
    }

    private static void kill(Process process) {
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
        endSession(process.pid());
    }

    /** Looks again until nobody is there: while the first ones were being ended, another may have been starting a child. */
    private static void endSession(long leader) {
        for (var round = 0; round < ROUNDS; round++) {
            var members = ProcessHandle.allProcesses()
                    .filter(process -> session(process.pid()) == leader)
                    .toList();
            if (members.isEmpty()) {
                return;
            }
            members.forEach(ProcessHandle::destroyForcibly);
            members.forEach(member -> member.onExit()
                    .completeOnTimeout(member, 1, TimeUnit.SECONDS)
                    .join());
        }
    }

    /**
     * Who leads or led the session of a process, as far as the system tells: the fourth field after the process's name,
     * which may hold any bytes, brackets too: proc_pid_stat(5).
     */
    private static long session(long process) {
        try {
            var status = Files.readString(PROCESSES.resolve(process + "/stat"), StandardCharsets.ISO_8859_1);
            var fields = status.substring(status.lastIndexOf(')') + 2).split(" ");
            return fields[0].equals("Z") ? NONE : Long.parseLong(fields[3]);
        } catch (IOException e) {
            return NONE; // it has ended meanwhile, or the system does not tell
        }
    }

    private static void awaitTheEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
