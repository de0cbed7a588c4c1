package pykata.mutation;

import java.nio.file.Path;
import java.util.ArrayList;
import org.apache.commons.io.file.PathUtils;
import org.apache.commons.io.function.Uncheck;
import pykata.answer.Question;
import pykata.python.Sources;
import pykata.python.TemporaryFolder;

/**
 * All of a question's Python with one file mutated. Each lies in a place of its own, so that no interpreter takes what it
 * knows of one for another.
 */
record MutatedCopy(TemporaryFolder folder, Sources sources) implements AutoCloseable {

    static MutatedCopy of(Question question, Mutant mutant) {
        var folder = TemporaryFolder.create();
        var roots = new ArrayList<Path>();
        for (var root : question.sources().roots()) {
            var isOwn = question.python().contains(root);
            roots.add(isOwn ? copy(root, folder.path().resolve(Integer.toString(roots.size())), mutant) : root);
        }
        return new MutatedCopy(folder, Sources.of(roots.toArray(Path[]::new)));
    }

    private static Path copy(Path root, Path copy, Mutant mutant) {
        Uncheck.run(() -> PathUtils.copyDirectory(root, copy));
        if (mutant.file().startsWith(root)) {
            mutant.write(copy.resolve(root.relativize(mutant.file())));
        }
        return copy;
    }

    @Override
    public void close() {
        folder.close();
    }
}
