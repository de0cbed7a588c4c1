package pykata.python;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;

/** What contexts cost to start, in processor time of the thread that starts them; GRAALPY.md says how to run it. */
final class StartUp {

    private StartUp() {}

    public static void main(String[] arguments) {
        var open = new ArrayList<Context>();
        var first = say("an engine", StartUp::engine);
        for (var number = 1; number <= 8; number++) {
            say("context %d of that engine".formatted(number), () -> open.add(context(first)));
        }
        say("context 1 of another engine", () -> open.add(context(engine())));
        for (var module : List.of("json", "typing", "dataclasses", "asyncio")) {
            for (var context : List.of(context(first), context(first))) {
                say("import " + module + ", in a fresh context", () -> context.eval("python", "import " + module));
            }
        }
        System.out.println("the engine calls itself " + first.getImplementationName());
    }

    private interface Work<T> {
        T done();
    }

    private static <T> T say(String what, Work<T> work) {
        var threads = ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadCpuTime();
        var result = work.done();
        System.out.printf("%6d ms  %s%n", (threads.getCurrentThreadCpuTime() - before) / 1_000_000, what);
        return result;
    }

    private static Engine engine() {
        return Engine.newBuilder("python")
                .option("engine.WarnInterpreterOnly", "false")
                .build();
    }

    private static Context context(Engine engine) {
        var context = Context.newBuilder("python").engine(engine).build();
        context.initialize("python");
        return context;
    }
}
