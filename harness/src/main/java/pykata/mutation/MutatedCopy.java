package pykata.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import pykata.answer.Question;
import pykata.python.Folders;
import pykata.python.Sources;

/**
 * All of a question's Python with one file mutated. Each lies in a place of its own, so that no interpreter takes what it
 * knows of one for another.
 */
record MutatedCopy(Path folder, Sources sources) implements AutoCloseable {

    static MutatedCopy of(Question question, Mutant mutant) {
        try {
            var folder = Files.createTempDirectory("pykata-mutant").toRealPath();
            var roots = new ArrayList<Path>();
            for (var root : question.python()) {
                var copy = folder.resolve(Integer.toString(roots.size()));
                copy(root, copy, mutant);
                roots.add(copy);
            }
            return new MutatedCopy(folder, Sources.of(roots.toArray(Path[]::new)));
        } catch (IOException e) {
            throw new UncheckedIOException("no place for a mutant", e);
        }
    }

    private static void copy(Path root, Path copy, Mutant mutant) throws IOException {
        try (var files = Files.walk(root)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = copy.resolve(root.relativize(file));
                Files.createDirectories(target.getParent());
                if (file.equals(mutant.file())) {
                    mutant.write(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    /** The Python files in a folder, in the order of their paths. */
    static List<Path> pythonFiles(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".py"))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            // left to the system: it is a temporary folder
        }
    }
}
