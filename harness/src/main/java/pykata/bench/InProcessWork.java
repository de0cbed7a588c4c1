package pykata.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import pykata.answer.Question;
import pykata.python.GraalPy;
import pykata.python.Limits;
import pykata.python.Sources;

/** Work that runs in this JVM, ready to be measured; closing it closes its contexts. */
final class InProcessWork implements AutoCloseable {

    private final GraalPy python;
    private final Callable<?> work;

    InProcessWork(Question question, Measurement measurement) {
        python = new GraalPy(sources(question), Limits.DEFAULT);
        work = switch (measurement.work()) {
            case Work.Call(String function, Object[] arguments) -> Work.call(python.newContext(), function, arguments);
            case Work.Code(Work.Preparation preparation) -> preparation.with(python::newContext);
        };
    }

    Object run() throws Exception {
        return work.call();
    }

    /** Where a benchmark's Python is. */
    static Sources sources(Question question) {
        var roots = new ArrayList<>(List.of(question.python()));
        var own = question.folder().resolve("src/test/python/benchmark");
        if (Files.isDirectory(own)) {
            roots.add(own);
        }
        roots.add(question.root().resolve("harness/src/main/python"));
        return Sources.of(roots.toArray(Path[]::new));
    }

    @Override
    public void close() {
        python.close();
    }
}
