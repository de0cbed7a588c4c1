package pykata.bench;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;

/** What is measured. */
public sealed interface Work {

    /** A call of a Python function, {@code module.function}, on whichever Python. */
    record Call(String function, Object... arguments) implements Work {}

    /** Java code; what it prepares is not measured. */
    record Code(Preparation preparation) implements Work {}

    /** A running system, which is not called over and over but asked at rates; see {@link OpenLoop}. */
    record Load(Start start) implements Work {}

    /** Starts a system that is ready to be asked. */
    interface Start {

        /** @param jvm for what is to run in a JVM of its own */
        AskedSystem start(OwnJvm jvm) throws Exception;
    }

    /** Prepares what is measured. */
    interface Preparation {

        /** @param contexts opens GraalPy contexts that see the benchmark's Python and are closed afterwards */
        Callable<?> with(Supplier<Context> contexts);
    }

    static Work call(String function, Object... arguments) {
        return new Call(function, arguments);
    }

    static Work code(Preparation preparation) {
        return new Code(preparation);
    }

    /** Java code that needs no Python. */
    static Work java(Callable<?> code) {
        return new Code(contexts -> code);
    }

    /** A Python function of a context, as Java code calls it. */
    static Callable<Value> call(Context context, String function, Object... arguments) {
        var dot = function.lastIndexOf('.');
        var module = context.eval("python", "import importlib; importlib.import_module")
                .execute(function.substring(0, dot));
        var callable = module.getMember(function.substring(dot + 1));
        return () -> callable.execute(arguments);
    }
}
