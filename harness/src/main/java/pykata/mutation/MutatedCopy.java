package pykata.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.apache.commons.io.file.PathUtils;
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
            for (var root : question.sources().roots()) {
                var isOwn = question.python().contains(root);
                roots.add(isOwn ? copy(root, folder.resolve(Integer.toString(roots.size())), mutant) : root);
            }
            return new MutatedCopy(folder, Sources.of(roots.toArray(Path[]::new)));
        } catch (IOException e) {
            throw new UncheckedIOException("no place for a mutant", e);
        }
    }

    private static Path copy(Path root, Path copy, Mutant mutant) throws IOException {
        PathUtils.copyDirectory(root, copy);
        if (mutant.file().startsWith(root)) {
            mutant.write(copy.resolve(root.relativize(mutant.file())));
        }
        return copy;
    }

    @Override
    public void close() {
        Folders.deleteIfPossible(folder); // else left to the system: it is a temporary folder
    }
}
