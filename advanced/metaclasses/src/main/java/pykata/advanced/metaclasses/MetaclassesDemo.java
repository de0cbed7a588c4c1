package pykata.advanced.metaclasses;

import static pykata.demo.Story.line;
import static pykata.demo.Story.scene;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import pykata.answer.Question;
import pykata.python.GraalPy;
import pykata.python.Limits;

/** Who learns of a new class: in Python its metaclass and its parents, in Java nobody. */
public final class MetaclassesDemo {

    private static final String CHANNELS = """
            class Channel:
                by_key = {}

                def __init_subclass__(cls, *, key, **keywords):
                    super().__init_subclass__(**keywords)
                    Channel.by_key[key] = cls

            class Email(Channel, key="email"):
                def send(self, message):
                    return f"mailed: {message}"

            class Sms(Channel, key="sms"):
                def send(self, message):
                    return f"texted: {message[:160]}"
            """;

    private static final String CONFLICT = """
            from abc import ABC
            class Registering(type): ...
            class Channel(metaclass=Registering): ...
            class Email(Channel, ABC): ...
            """;

    private MetaclassesDemo() {}

    /** How Java sees a channel that was written in Python. */
    public interface Channel {
        String send(String message);
    }

    public static void main(String[] arguments) throws ClassNotFoundException {
        System.out.printf("%s on Java %s: who learns of a new class%n", GraalPy.version(), Runtime.version());
        try (var python = new GraalPy(Question.of(MetaclassesDemo.class).sources(), Limits.DEFAULT)) {
            var context = python.newContext();
            hooks(context);
            inJava();
            inPython(context);
            conflict(context);
        }
    }

    private static void hooks(Context context) {
        scene("class Email(Channel, metaclass=Meta, key=\"email\"), and then Email()");
        var statement = context.eval("python", "__import__('order')").invokeMember("class_statement");
        told("the statement", statement.getHashValue("class"));
        told("the call", statement.getHashValue("object"));
    }

    private static void told(String what, Value events) {
        for (var event = 0; event < events.getArraySize(); event++) {
            line(event == 0 ? what : "", events.getArrayElement(event));
        }
    }

    private static void inJava() throws ClassNotFoundException {
        scene("Java: a channel that registers itself in a static initializer");
        line(
                "registered, the class loaded: " + StaticChannels.load("Email").getSimpleName(),
                StaticChannels.REGISTERED);
        StaticChannels.use("Email");
        line("registered, once somebody has used it", StaticChannels.REGISTERED);
    }

    private static void inPython(Context context) {
        scene("Python: two channels that __init_subclass__ registers, used by Java");
        context.eval("python", CHANNELS);
        var registry = context.getBindings("python").getMember("Channel").getMember("by_key");
        line("registered, the module run and no class used", context.eval("python", "list(Channel.by_key)"));
        for (var keys = registry.getHashKeysIterator(); keys.hasIteratorNextElement(); ) {
            var key = keys.getIteratorNextElement();
            var channel = registry.getHashValue(key).newInstance().as(Channel.class);
            line("channel " + key + ", called through a Java interface", channel.send("your order is on its way"));
        }
    }

    private static void conflict(Context context) {
        scene("Two metaclasses: class Email(Channel, ABC)");
        try {
            context.eval("python", CONFLICT);
        } catch (PolyglotException error) {
            line("what Java catches", error.getMessage());
        }
    }
}
