package pykata.bench;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import pykata.answer.Question;
import pykata.python.GraalPy;
import pykata.python.Limits;
import pykata.python.Sources;

/** Work that runs in this JVM, ready to be measured; closing it closes its contexts. */
final class Prepared implements AutoCloseable {

    private final GraalPy python;
    private final Callable<?> work;

    /** @throws IllegalStateException if this JVM is not what the measurement runs on */
    Prepared(Question question, Measurement measurement) {
        measurement.on().check();
        python = new GraalPy(sources(question), Limits.DEFAULT);
        work = switch (measurement.work()) {
            case Work.Call(String function, Object[] arguments) -> call(python.newContext(), function, arguments);
            case Work.Code(Work.Preparation preparation) -> preparation.with(python::newContext);
        };
    }

    Object run() throws Exception {
        return work.call();
    }

    /** A Python function of a context, as Java calls it. */
    static Callable<Value> call(Context context, String function, Object... arguments) {
        var dot = function.lastIndexOf('.');
        var module = context.eval("python", "import importlib; importlib.import_module")
                .execute(function.substring(0, dot));
        var callable = module.getMember(function.substring(dot + 1));
        return () -> callable.execute(arguments);
    }

    /** Where a benchmark's Python is. */
    static Sources sources(Question question) {
        var roots = new ArrayList<>(List.of(question.python()));
        var own = question.folder().resolve("src/test/python/benchmark");
        if (Files.isDirectory(own)) {
            roots.add(own);
        }
        roots.add(question.root().resolve("harness/src/main/python"));
        return Sources.of(roots.toArray(java.nio.file.Path[]::new));
    }

    @Override
    public void close() {
        python.close();
    }
}
