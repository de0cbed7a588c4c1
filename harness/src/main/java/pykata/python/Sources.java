package pykata.python;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the modules under proof are found, and the packages that they import.
 *
 * @param roots folders searched before the standard library, in this order
 * @param twin folder whose modules are laid over the ones of the same name, or null for the code as it is
 * @param packages what is to be installed, or null for the standard library alone
 */
public record Sources(
        List<Path> roots, @Nullable Path twin, @Nullable Requirements packages) {

    /** @throws IllegalArgumentException if a folder does not exist */
    public Sources {
        roots = roots.stream().map(Sources::existing).toList();
        twin = twin == null ? null : existing(twin);
    }

    public static Sources of(Path... roots) {
        return new Sources(Arrays.asList(roots), null, null);
    }

    /** The same and one folder more, searched after the others. */
    public Sources and(Path root) {
        return new Sources(Stream.concat(roots.stream(), Stream.of(root)).toList(), twin, packages);
    }

    public Sources with(@Nullable Path otherTwin) {
        return new Sources(roots, otherTwin, packages);
    }

    public Sources needing(@Nullable Requirements otherPackages) {
        return new Sources(roots, twin, otherPackages);
    }

    private static Path existing(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("no such folder of Python sources: " + folder);
        }
        return folder.toAbsolutePath().normalize();
    }
}
