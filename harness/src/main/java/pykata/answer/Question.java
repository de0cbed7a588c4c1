package pykata.answer;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A question's folder: everything that belongs to its answer lies in it.
 *
 * @param root the repository's folder
 * @param folder the question's own
 */
public record Question(Path root, Path folder) {

    /**
     * The question whose folder holds a compiled class.
     *
     * @throws IllegalStateException if none of the folders above the class is a question's
     */
    public static Question of(Class<?> type) {
        var compiled = compiledTo(type);
        for (var folder = compiled; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("README.md"))
                    && Files.isDirectory(folder.resolve("src/main/python"))) {
                return in(folder);
            }
        }
        throw new IllegalStateException(
                "%s is in no question's folder: none above %s has a README.md and src/main/python"
                        .formatted(type.getName(), compiled));
    }

    /** The question in a folder somewhere below the repository's. */
    public static Question in(Path folder) {
        var own = folder.toAbsolutePath().normalize();
        for (var root = own; root != null; root = root.getParent()) {
            if (Files.isDirectory(root.resolve(".mvn"))) {
                return new Question(root, own);
            }
        }
        throw new IllegalStateException(own + " is not in a PyKata repository: no folder above it has .mvn");
    }

    /** The folder a class was compiled to, such as {@code target/test-classes}. */
    public static Path compiledTo(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code basics/gil}. */
    public String id() {
        return root.relativize(folder).toString().replace('\\', '/');
    }

    public Path readme() {
        return folder.resolve("README.md");
    }

    public Path interviewer() {
        return folder.resolve("INTERVIEWER.md");
    }

    public Path python() {
        return folder.resolve("src/main/python");
    }

    /** Where the broken twins are: one folder per claim, named by its id. */
    public Path twins() {
        return folder.resolve("src/test/python/broken");
    }

    public Path kata() {
        return folder.resolve("kata");
    }

    /** A file of this question as a reader would name it: relative to the repository's folder. */
    public String name(Path file) {
        return root.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }
}
