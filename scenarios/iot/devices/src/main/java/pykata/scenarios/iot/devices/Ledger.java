package pykata.scenarios.iot.devices;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The devices' own book, on disk: a line for each publish that was acknowledged, {@code device,index,kind,seq}. It is what
 * the log and the store are compared with, and knows nothing of them.
 */
final class Ledger implements AutoCloseable {

    private final BufferedWriter file;
    private final Map<Kind, Long> acknowledged = new EnumMap<>(Kind.class);

    /** @param path null where nobody reads it */
    Ledger(@Nullable Path path) {
        try {
            file = path == null ? new BufferedWriter(Writer.nullWriter()) : Files.newBufferedWriter(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void acknowledged(int device, Planned planned) {
        acknowledged.merge(planned.kind(), 1L, Long::sum);
        try {
            file.write(planned.line(device));
            file.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<Kind, Long> acknowledged() {
        return new EnumMap<>(acknowledged);
    }

    void flush() {
        try {
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
