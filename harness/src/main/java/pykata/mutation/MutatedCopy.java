package pykata.mutation;

import java.nio.file.Path;
import java.util.ArrayList;
import org.apache.commons.io.file.PathUtils;
import org.apache.commons.io.function.Uncheck;
import pykata.answer.Question;
import pykata.python.Sources;
import pykata.python.TemporaryFolder;

/**
 * All of a question's Python, of which one file may be mutated. Each lies in a place of its own, so that no interpreter
 * takes what it knows of one for another.
 */
record MutatedCopy(TemporaryFolder folder, Sources sources) implements AutoCloseable {

    /** Without a mistake. */
    static MutatedCopy of(Question question) {
        var folder = TemporaryFolder.create();
        var roots = new ArrayList<Path>();
        for (var root : question.python()) {
            var copy = folder.path().resolve(Integer.toString(roots.size()));
            Uncheck.run(() -> PathUtils.copyDirectory(root, copy));
            roots.add(copy);
        }
        return new MutatedCopy(folder, Sources.of(roots.toArray(Path[]::new)));
    }

    static MutatedCopy of(Question question, Mutant mutant) {
        var copy = of(question);
        var root = copy.sources.roots().get(question.python().indexOf(mutant.root()));
        mutant.write(root.resolve(mutant.root().relativize(mutant.file())));
        return copy;
    }

    @Override
    public void close() {
        folder.close();
    }
}
