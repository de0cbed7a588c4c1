package pykata.bench;

import java.nio.file.Files;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.graalvm.polyglot.Context;
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
        work = prepare(measurement.work(), python::newContext);
    }

    static Callable<?> prepare(Work work, Supplier<Context> contexts) {
        return switch (work) {
            case Work.Call(String function, Object[] arguments) -> Work.call(contexts.get(), function, arguments);
            case Work.Code(Work.Preparation preparation) -> preparation.with(contexts);
            case Work.Load _ -> throw new IllegalArgumentException("a system is asked, and not called");
        };
    }

    Object run() throws Exception {
        return work.call();
    }

    /** Where a benchmark's Python is. */
    static Sources sources(Question question) {
        var sources = question.sources().and(question.root().resolve("harness/src/main/python"));
        var own = question.folder().resolve("src/test/python/benchmark");
        return Files.isDirectory(own) ? sources.and(own) : sources;
    }

    @Override
    public void close() {
        python.close();
    }
}
