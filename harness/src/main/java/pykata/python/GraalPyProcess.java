package pykata.python;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.graalvm.polyglot.PolyglotException;

/** GraalPy as a process of its own, speaking what {@code shim.py} speaks when CPython runs it. */
final class GraalPyProcess {

    private GraalPyProcess() {}

    /** Arguments as for {@code shim.py}: its path (not needed here), action, seconds, memory, output, and the rest. */
    public static void main(String[] arguments) throws IOException {
        var seconds = Double.parseDouble(arguments[2]);
        var rest = Arrays.copyOfRange(arguments, 5, arguments.length);
        var limit = Duration.ofMillis((long) (seconds * 1000));
        switch (arguments[1]) {
            case "serve" -> serve(limit);
            case "run" -> run(limit, rest);
            case String other -> throw new IllegalArgumentException("neither serve nor run: " + other);
        }
    }

    private static void serve(Duration limit) throws IOException {
        var answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var context = GraalPy.newContext(System.err, System.err);
        var answer = GraalPy.shim(context).getMember("answer");
        answer.execute(Shim.use(Sources.of())); // imports what every answer needs, while nobody waits for one
        var requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var request = requests.readLine(); request != null; request = requests.readLine()) {
            var watch = watch(limit);
            try {
                answers.println(answer.execute(request).asString());
            } catch (PolyglotException e) {
                System.err.println(e.getMessage());
                Runtime.getRuntime().halt(e.isExit() ? e.getExitStatus() : 1);
            }
            watch.cancel(false);
        }
        Runtime.getRuntime().halt(0);
    }

    private static void run(Duration limit, String[] rest) {
        watch(limit);
        var context = GraalPy.newContext(System.out, System.err);
        var status = GraalPy.shim(context).getMember("exit_status").execute((Object[]) rest);
        System.out.flush();
        Runtime.getRuntime().halt(status.asInt());
    }

    /** Ends this process at the limit, telling where it was in faulthandler's words. */
    private static Future<?> watch(Duration limit) {
        var timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().factory());
        return timer.schedule(() -> end(limit), limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void end(Duration limit) {
        System.err.println("Timeout (" + limit + ")!");
        System.err.flush();
        Runtime.getRuntime().halt(1);
    }
}
