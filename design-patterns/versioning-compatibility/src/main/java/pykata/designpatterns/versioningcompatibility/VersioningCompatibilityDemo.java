package pykata.designpatterns.versioningcompatibility;

import static pykata.demo.Story.line;
import static pykata.demo.Story.scene;

import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import pykata.answer.Question;
import pykata.python.GraalPy;
import pykata.python.Limits;

/** Two versions of one library in one JVM. In one Python a module has one version; in two contexts it may have two. */
public final class VersioningCompatibilityDemo {

    private static final List<String> CALLS = List.of(
            "__import__('shop').price('LAMP', 3)",
            "__import__('shop').ship(7)",
            "__import__('shop').reserve('LAMP', 3)",
            "__import__('shop').open_orders()[0]");

    private VersioningCompatibilityDemo() {}

    public static void main(String[] arguments) {
        System.out.printf(
                "%s on Java %s: old code and new data, new code and old data%n", GraalPy.version(), Runtime.version());
        var sources = Question.of(VersioningCompatibilityDemo.class).sources();
        try (var python = new GraalPy(sources, Limits.DEFAULT)) {
            var old = python.newContext();
            var next = python.newContext();
            oldCalls(old, next);
            inFlight(old, next);
            attack(next);
        }
    }

    private static void oldCalls(Context old, Context next) {
        scene("`import shop` is version 1.4 in one context and 2.0 in the other; the same calls");
        old.eval("python", "import sys, shop_1; sys.modules['shop'] = shop_1");
        next.eval("python", "import sys, shop_2; sys.modules['shop'] = shop_2");
        for (var call : CALLS) {
            line(
                    call.replace("__import__('shop')", "shop"),
                    "%s, then %s".formatted(answer(old, call), answer(next, call)));
        }
    }

    private static Object answer(Context context, String call) {
        try {
            return context.eval("python", call);
        } catch (PolyglotException error) {
            return error.getMessage();
        }
    }

    private static void inFlight(Context old, Context next) {
        scene("version 5 puts an order with a gift into a queue; version 4 changes its price and puts it back");
        var records = module(old, "records");
        var json = module(next, "json");
        var sent = records.getMember("FUTURE").asString();
        line("sent", sent);
        for (var kind : List.of("keeping", "forgetful")) {
            var text = records.getMember("json").invokeMember("dumps", records.invokeMember("corrected", kind));
            line("version 4, " + kind + ", writes", text);
            var read = json.invokeMember("loads", text.asString());
            line("version 5 finds the gift", read.hasHashEntry("gift"));
        }
    }

    private static void attack(Context context) {
        scene("a pickle that deletes all orders, and an unpickler that overrides find_class to forbid it");
        var pickles = module(context, "pickles");
        line(
                "pickle.Unpickler on GraalPy",
                pickles.invokeMember("attacked", "find_class").getArrayElement(4));
        line(
                "pickle._Unpickler",
                pickles.invokeMember("attacked", "find_class in Python").getArrayElement(4));
    }

    private static Value module(Context context, String name) {
        return context.eval("python", "__import__('" + name + "')");
    }
}
