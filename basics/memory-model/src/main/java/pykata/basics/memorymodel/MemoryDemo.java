package pykata.basics.memorymodel;

import static pykata.demo.Story.line;
import static pykata.demo.Story.scene;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import pykata.answer.Question;
import pykata.python.CPython;
import pykata.python.GraalPy;
import pykata.python.Limits;
import pykata.python.Python;

/** A report that vanishes on one Python, why it would vanish in Java too, and who cleans up on GraalPy. */
public final class MemoryDemo {

    private static final int ROUNDS = 20;

    private MemoryDemo() {}

    public static void main(String[] arguments) throws Exception {
        System.out.printf("%s on Java %s, and the reference CPython%n", GraalPy.version(), Runtime.version());
        var sources = Question.of(MemoryDemo.class).sources();
        try (var graalPy = new GraalPy(sources, Limits.DEFAULT);
                var cPython = CPython.reference().start(sources, Limits.DEFAULT)) {
            vanishing(graalPy, cPython);
            inJava();
            acrossTheBridge(graalPy.newContext());
            secondThread(graalPy.newContext());
        }
        ownThread(new GraalPy(sources, Limits.DEFAULT));
    }

    private static void vanishing(Python... pythons) {
        scene("A report of 100 bytes that nobody closes: bytes in the file");
        for (var python : pythons) {
            line(
                    "%s: open, dropped, collected".formatted(python.interpreter()),
                    python.call("reports.dropped").get("sizes"));
            line(
                    "%s: in a cycle, dropped, collected".formatted(python.interpreter()),
                    python.call("reports.in_a_cycle").get("sizes"));
            line(
                    "%s: closed by `with`".formatted(python.interpreter()),
                    python.call("reports.closed").get("size"));
        }
    }

    private static void inJava() throws IOException {
        scene("The same report, written by Java and dropped");
        var report = Files.createTempFile("report", ".txt");
        var writer = drop(report);
        line("is the writer gone?", isGone(writer));
        line("bytes in the file", Files.size(report));
        Files.delete(report);
    }

    private static WeakReference<BufferedWriter> drop(Path report) throws IOException {
        var writer = Files.newBufferedWriter(report);
        writer.write("x".repeat(100));
        return new WeakReference<>(writer);
    }

    /** A Java object that Python objects hold, and that holds one of them. */
    public static final class Account {
        public Object owner = this;
    }

    private static void acrossTheBridge(Context context) {
        scene("A Java object and a Python object that hold each other, dropped");
        line("is the Java object gone?", isGone(cycle(context)));
    }

    private static WeakReference<Account> cycle(Context context) {
        var account = new Account();
        var customer = function(context, "leaks", "Request").execute();
        customer.putMember("account", account);
        account.owner = customer;
        return new WeakReference<>(account);
    }

    private static void secondThread(Context context) throws InterruptedException {
        scene("A lease dropped by a second thread: who gives it back?");
        var second = new Thread(() -> told(dropAndStay(context)));
        second.start();
        second.join();
    }

    private static void ownThread(GraalPy python) throws InterruptedException {
        scene("The same, in a context with a thread of its own");
        try (python;
                var context = new OneThreadContext(python::newContext)) {
            context.use(each -> {
                told(dropAndStay(each));
                return each;
            });
        }
    }

    private static Value dropAndStay(Context context) {
        return function(context, "lease", "drop_and_stay").execute("boat 7", 300_000);
    }

    private static void told(Value lease) {
        line("is the lease gone?", lease.getHashValue("gone"));
        line("given back?", lease.getHashValue("given back"));
    }

    private static boolean isGone(WeakReference<?> left) {
        for (var round = 0; round < ROUNDS && left.get() != null; round++) {
            System.gc();
        }
        return left.get() == null;
    }

    private static Value function(Context context, String module, String name) {
        return context.eval("python", "__import__('" + module + "')").getMember(name);
    }
}
