package pykata.basics.gil;

import static pykata.demo.Story.line;
import static pykata.demo.Story.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import pykata.answer.Question;
import pykata.python.ContextPool;
import pykata.python.GraalPy;
import pykata.python.Limits;

/** GraalPy's lock in four scenes: what it loses, what it blocks, and how a JVM gets round it. */
public final class GilDemo {

    private static final int REQUESTS = 6;
    private static final int POOL = 2;

    private GilDemo() {}

    public static void main(String[] arguments) throws Exception {
        System.out.printf("%s on Java %s: one lock per context%n", GraalPy.version(), Runtime.version());
        try (var python = new GraalPy(Question.of(GilDemo.class).sources(), Limits.DEFAULT)) {
            var context = python.newContext();
            deposits(context);
            oneContext(context);
            twoContexts(context, python.newContext());
            pool(python);
        }
    }

    private static void deposits(Context context) {
        scene("Two deposits of 100 at once, in one context");
        line("balance += amount()", balance(context, "deposit"));
        line("with a lock around the update", balance(context, "deposit_locked"));
        line("with a lock around each step of it", balance(context, "deposit_locking_each_step"));
    }

    private static int balance(Context context, String way) {
        var outcome = function(context, "bank", "two_deposits").execute(way, true);
        return outcome.getHashValue("balance").asInt();
    }

    private static void oneContext(Context context) throws Exception {
        scene("Two threads visit one Java object, from one context");
        line("door.knock()", visit("call", context, context));
        line("door.knock(), told to keep the lock", visit("call_keeping_the_lock", context, context));
        line("str(door)", visit("text", context, context));
    }

    private static void twoContexts(Context one, Context other) throws Exception {
        scene("The same, a context each");
        line("str(door)", visit("text", one, other));
    }

    private static void pool(GraalPy python) throws Exception {
        scene("%d requests for a checksum, %d contexts to compute it".formatted(REQUESTS, POOL));
        var contexts = new ArrayList<Context>();
        try (var threads = Executors.newFixedThreadPool(REQUESTS)) {
            var pool = new ContextPool(POOL, () -> {
                contexts.add(python.newContext());
                return contexts.getLast();
            });
            Callable<Integer> request = () -> pool.use(context ->
                    function(context, "checksum", "checksum").execute(50_000).asInt());
            var answers = new ArrayList<Integer>();
            for (Future<Integer> answer :
                    threads.invokeAll(List.of(request, request, request, request, request, request))) {
                answers.add(answer.get());
            }
            line("answers, all the same", answers.stream().distinct().toList());
        }
        line(
                "computed, as each context remembers it",
                contexts.stream()
                        .map(context -> function(context, "checksum", "times_computed")
                                .execute()
                                .asInt())
                        .toList());
    }

    private static String visit(String function, Context one, Context other) throws Exception {
        var door = new Door();
        var first = function(one, "java_calls", function);
        var second = function(other, "java_calls", function);
        return Door.visit(
                door,
                () -> first.execute(door).asString(),
                () -> second.execute(door).asString());
    }

    private static Value function(Context context, String module, String name) {
        return context.eval("python", "__import__('" + module + "')").getMember(name);
    }
}
