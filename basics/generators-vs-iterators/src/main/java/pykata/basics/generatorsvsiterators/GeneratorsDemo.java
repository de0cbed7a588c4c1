package pykata.basics.generatorsvsiterators;

import static pykata.demo.Story.line;
import static pykata.demo.Story.scene;

import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import pykata.answer.Question;
import pykata.python.GraalPy;
import pykata.python.Limits;

/** A Python generator in Java's hands: who asks, who produces, who closes. */
public final class GeneratorsDemo {

    private GeneratorsDemo() {}

    public static void main(String[] arguments) {
        System.out.printf("%s on Java %s: a generator consumed from Java%n", GraalPy.version(), Runtime.version());
        try (var python = new GraalPy(Question.of(GeneratorsDemo.class).sources(), Limits.DEFAULT)) {
            var context = python.newContext();
            pipelines(context);
            asking(context);
            stream(context);
            abandoned(context);
        }
    }

    private static void pipelines(Context context) {
        scene("2 000 records through three stages");
        for (var pipeline : List.of("generators", "lists")) {
            var counted = call(context, "pipeline", "consumed", pipeline, 2_000);
            line(
                    "made when the first result comes out, " + pipeline,
                    counted.getHashValue("counted").getHashValue("first"));
        }
    }

    private static void asking(Context context) {
        scene("Java asks hasNext(), then Python takes next()");
        var log = new ArrayList<String>();
        var readings = produce(context, log);
        line("hasNext()", readings.hasIteratorNextElement());
        line("made by then", log);
        line("Python's next()", readings.invokeMember("__next__"));
        line("Java's next()", readings.getIteratorNextElement());
    }

    private static void stream(Context context) {
        scene("A stream that owns its generator");
        var log = new ArrayList<String>();
        try (var stream = PythonStream.of(produce(context, log))) {
            line("stream.limit(3)", stream.limit(3).map(Value::asInt).toList());
        }
        line("what the generator did", log);
    }

    private static void abandoned(Context context) {
        scene("A generator that nobody closes");
        line(
                "cleanup, once it is collected",
                call(context, "cleanup", "abandoned", true, false).getHashValue("after"));
        line("cleanup by closing(...)", call(context, "cleanup", "after_closing"));
    }

    private static Value produce(Context context, List<String> log) {
        ProxyExecutable tell = messages -> log.add(messages[0].asString());
        return call(context, "watched", "produce", tell);
    }

    private static Value call(Context context, String module, String function, Object... arguments) {
        return context.eval("python", "__import__('" + module + "')")
                .getMember(function)
                .execute(arguments);
    }
}
