package pykata.state;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Files of a user's, written whole or not at all: a full disk leaves what was there. */
public final class WholeFile {

    private WholeFile() {}

    /** Through a link, if it is one that leads somewhere. */
    public static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        var whole = Files.exists(file) ? file.toRealPath() : file;
        var half = whole.resolveSibling(whole.getFileName() + ".part");
        try {
            Files.writeString(half, text);
            Files.move(half, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    /** The first of some numbered files that is not there yet. */
    public static Path free(IntFunction<Path> numbered) {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(numbered)
                .filter(Files::notExists)
                .findFirst()
                .orElseThrow();
    }

    /** Says in one line what cannot be done to a file, and why. */
    public static UncheckedIOException failed(String what, Path file, IOException cause) {
        if (cause instanceof FileAlreadyExistsException occupied) {
            return new UncheckedIOException(
                    "cannot %s %s: %s is no folder".formatted(what, file, occupied.getFile()), cause);
        }
        var reason = cause instanceof FileSystemException failure && failure.getReason() != null
                ? failure.getReason()
                : String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return new UncheckedIOException("cannot %s %s: %s".formatted(what, file, reason), cause);
    }
}
