package pykata.python;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Lets one at a time work in a folder of the user cache, among the threads of this JVM and all builds of this user. */
final class CacheLock {

    @FunctionalInterface
    interface Work {
        void perform() throws IOException;
    }

    private CacheLock() {}

    static synchronized void hold(Path lock, Work work) throws IOException {
        Files.createDirectories(lock.getParent());
        try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            work.perform();
        }
    }
}
