package pykata.python;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.io.function.Uncheck;

/** What is in folders, and the end of those that we made ourselves. */
public final class Folders {

    private Folders() {}

    /** What lies directly in a folder, in the order of the names; nothing, if there is no such folder. */
    public static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var children = Uncheck.apply(Files::list, folder)) {
            return children.sorted().toList();
        }
    }

    /** The files in a folder, at any depth, whose names end so, in the order of their paths; none without a folder. */
    public static List<Path> files(Path folder, String end) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Uncheck.get(() -> Files.walk(folder))) {
            return files.filter(file -> file.toString().endsWith(end))
                    .filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        }
    }

    /** Deletes a folder and all that is in it, or a file, whoever else is at it; links are deleted, not followed. */
    public static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            try (var children = Files.newDirectoryStream(folder)) {
                for (var child : children) {
                    delete(child);
                }
            } catch (NoSuchFileException e) {
                // another was faster
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
        }
        Files.deleteIfExists(folder);
    }

    /** The same for what is in nobody's way, if it cannot be deleted now. */
    public static void deleteIfPossible(Path folder) {
        try {
            delete(folder);
        } catch (IOException e) {
            // somebody is at it still, and it stays
        }
    }
}
