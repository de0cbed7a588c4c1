package pykata.advanced.concurrencymodels;

import static pykata.demo.Story.line;
import static pykata.demo.Story.scene;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;
import pykata.answer.Question;
import pykata.python.ContextPool;
import pykata.python.GraalPy;
import pykata.python.Limits;

/** Two models of Python, and the JVM's own: virtual threads that share a context, or a pool of contexts. */
public final class ConcurrencyModelsDemo {

    private static final int REQUESTS = 24;
    private static final int WORKERS = 4;
    private static final int CONTEXTS = 2;

    private ConcurrencyModelsDemo() {}

    public static void main(String[] arguments) throws Exception {
        System.out.printf("%s on Java %s%n", GraalPy.version(), Runtime.version());
        try (var python = new GraalPy(Question.of(ConcurrencyModelsDemo.class).sources(), Limits.DEFAULT)) {
            inPython(python);
            onTheJvm(python);
            beside(python);
        }
    }

    private static void inPython(GraalPy python) {
        scene("%d requests; the most in flight, as the server counts".formatted(REQUESTS));
        line("tasks, no limit", inFlight(python, "tasks", REQUESTS, null));
        line("tasks and a semaphore of 4", inFlight(python, "tasks", WORKERS, WORKERS));
        line("4 threads", inFlight(python, "threads", WORKERS, WORKERS));
    }

    private static int inFlight(GraalPy python, String way, int expected, @Nullable Integer limit) {
        return python.call("fan_out.fan_out", way, REQUESTS, expected, limit)
                .get("seen")
                .get(0)
                .asInt();
    }

    private static void onTheJvm(GraalPy python) throws Exception {
        scene("The same by %d virtual threads of Java".formatted(REQUESTS));
        var server = python.newContext().eval("python", "__import__('price_server').PriceServer");
        var pool = new ContextPool(CONTEXTS, python::newContext);
        line("a pool of 2 contexts", served(server, CONTEXTS, port -> pool.use(context -> price(context, port))));
        var shared = python.newContext();
        line("one context that all share", served(server, REQUESTS, port -> price(shared, port)));
    }

    private interface Way {
        int price(int port) throws Exception;
    }

    private static int price(Context context, int port) {
        return context.eval("python", "__import__('one_context').price")
                .execute(port, "LAMP")
                .asInt();
    }

    private static int served(Value server, int expected, Way way) throws Exception {
        var serving = server.newInstance(expected, REQUESTS);
        var port = serving.getMember("port").asInt();
        Callable<Integer> request = () -> way.price(port);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> price : threads.invokeAll(Collections.nCopies(REQUESTS, request))) {
                price.get();
            }
        }
        serving.invokeMember("close");
        return serving.getMember("most").asInt();
    }

    private static void beside(GraalPy python) {
        scene("One loop: a heart that beats beside a task");
        line(
                "beats while the task blocks",
                python.call("one_loop.heartbeats", "blocking").get("beats"));
        line(
                "beats while a thread blocks for it",
                python.call("one_loop.heartbeats", "in_a_thread").get("beats"));
        scene("100 on the account, two tasks withdraw 80");
        line(
                "an await between check and change",
                python.call("withdrawals.of_100", "withdraw_asking", 80, 80).get("left"));
        line(
                "no await in between",
                python.call("withdrawals.of_100", "withdraw_at_once", 80, 80).get("left"));
    }
}
