package pykata.bench;

import java.nio.file.Files;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.graalvm.polyglot.Context;
import pykata.answer.Question;
import pykata.python.Sources;

/** Work that runs in this JVM. */
final class InProcessWork {

    private InProcessWork() {}

    /** Makes it ready to be measured, in contexts that its caller closes. */
    static Callable<?> prepare(Work work, Supplier<Context> contexts) {
        return switch (work) {
            case Work.Call(String function, Object[] arguments) -> Work.call(contexts.get(), function, arguments);
            case Work.Code(Work.Preparation preparation) -> preparation.with(contexts);
            case Work.Load _ -> throw new IllegalArgumentException("a system is asked, and not called");
        };
    }

    /** Where a benchmark's Python is. */
    static Sources sources(Question question) {
        var sources = question.sources().and(question.root().resolve("harness/src/main/python"));
        var own = question.folder().resolve("src/test/python/benchmark");
        return Files.isDirectory(own) ? sources.and(own) : sources;
    }
}
