package pykata.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.commons.io.function.IOSupplier;

/** Lets one at a time work on something, among the threads of this JVM and all processes. */
public final class Lock {

    private Lock() {}

    /**
     * What the work gives.
     *
     * @param file stands for what is worked on, and stays
     */
    public static synchronized <T> T hold(Path file, IOSupplier<T> work) throws IOException {
        Files.createDirectories(file.getParent());
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = channel.lock()) {
            return work.get();
        }
    }
}
