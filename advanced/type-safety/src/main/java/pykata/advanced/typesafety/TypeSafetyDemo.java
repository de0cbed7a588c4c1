package pykata.advanced.typesafety;

import static pykata.demo.Story.line;
import static pykata.demo.Story.scene;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import pykata.answer.Question;
import pykata.python.CPython;
import pykata.python.GraalPy;
import pykata.python.Limits;
import pykata.python.PythonUnavailable;
import pykata.python.Sources;

/** An order with a text for a quantity, on its way: past annotations, to a parser, to Java, and past three checkers. */
public final class TypeSafetyDemo {

    private static final String GOOD =
            "{\"id\": 7, \"status\": \"open\", \"lines\": [{\"sku\": \"LAMP\", \"quantity\": 3}]}";
    private static final String BAD =
            "{\"id\": true, \"status\": \"lost\", \"lines\": [{\"sku\": 7, \"quantity\": \"3\"}]}";

    private TypeSafetyDemo() {}

    public static void main(String[] arguments) {
        System.out.printf("%s on Java %s: who minds a text for an int?%n", GraalPy.version(), Runtime.version());
        var sources = Question.of(TypeSafetyDemo.class).sources();
        try (var python = new GraalPy(sources, Limits.DEFAULT)) {
            var context = python.newContext();
            annotations(module(context, "inert"));
            parser(module(context, "border"));
            java(module(context, "java_border"));
        }
        checkers(sources);
    }

    private static void annotations(Value inert) {
        scene("Annotations: nobody minds");
        line("twice(\"3\"), declared for int", inert.invokeMember("twice_of", "3"));
        line("as a dataclass's int, NewType, cast, list[int]", inert.invokeMember("accepted"));
    }

    private static void parser(Value border) {
        scene("A parser at the border: one error names every fault");
        for (var text : List.of(GOOD, BAD)) {
            try {
                line(text, border.invokeMember("parse_order", text));
            } catch (PolyglotException refused) {
                line(text, refused.getGuestObject().getMember("paths"));
            }
        }
    }

    private static void java(Value border) {
        var shop = new Shop();
        scene("A Java method with an int parameter");
        line("given 3, 3.0", border.invokeMember("reserved", shop));
        line("given \"3\", 3.5, True, 2**31, None", border.invokeMember("refused", shop));
        scene("A Java method with a List<Integer>");
        line("the size of [1, \"2\"]", border.invokeMember("counted", shop));
        line("1 and each of 2, 2.0, \"2\", 2.5, True, None", border.invokeMember("totals", shop));
        scene("A Java record made of a dict");
        for (var quantity : List.of(3, "3")) {
            try {
                line("quantity " + quantity, Line.of(border.invokeMember("line", quantity)));
            } catch (ClassCastException refused) {
                line("quantity \"" + quantity + "\"", refused.getClass().getSimpleName());
            }
        }
    }

    private static void checkers(Sources sources) {
        scene("Three checkers read eight defects, on CPython");
        try (var cPython = CPython.reference().start(sources, Limits.DEFAULT)) {
            var planted = cPython.call("checkers.reports").get("planted");
            for (var function : List.of(
                    "status",
                    "order_of",
                    "check_out_at_the_till",
                    "mail_all",
                    "discounted",
                    "last",
                    "first",
                    "recipients_of")) {
                line(function, names(planted.path(function)));
            }
        } catch (PythonUnavailable none) {
            line("not here", none.getMessage());
        }
    }

    private static List<String> names(JsonNode tools) {
        var names = new ArrayList<String>();
        tools.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Value module(Context context, String name) {
        return context.eval("python", "__import__('" + name + "')");
    }
}
