package pykata.designpatterns.patternsinpython;

import static pykata.demo.Story.line;
import static pykata.demo.Story.scene;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import pykata.answer.Question;
import pykata.python.GraalPy;
import pykata.python.Limits;

/** An order desk in Python whose boundaries are Java's: a price rule, a repository and a bank. */
public final class PatternsInPythonDemo {

    private static final List<List<Object>> CART = List.of(List.of("LAMP", 12, 4999), List.of("DESK", 1, 29900));

    private PatternsInPythonDemo() {}

    public static void main(String[] arguments) {
        System.out.printf("%s on Java %s: an order desk%n", GraalPy.version(), Runtime.version());
        var sources = Question.of(PatternsInPythonDemo.class).sources();
        try (var python = new GraalPy(sources, Limits.DEFAULT)) {
            var context = python.newContext();
            strategies(module(context, "pricing"));
            adapters(module(context, "contract"));
            breakers(module(context, "outages"));
        }
    }

    private static void strategies(Value pricing) {
        scene("One cart, four strategies: functions of Python's, and a lambda of Java's");
        for (var rule : List.of("list_price", "bulk", "three_for_two")) {
            line(rule, pricing.invokeMember("invoice", CART, pricing.getMember(rule)));
        }
        PriceRule tenthOff = PriceRule::tenthOff;
        line("a lambda of Java's, a tenth off", pricing.invokeMember("invoice", CART, tenthOff));
    }

    private static void adapters(Value contract) {
        scene("One suite of twelve cases, one day at the desk: [waiting, after shipping one, refusals]");
        for (var adapter : List.of("in memory", "sqlite3", "JDBC")) {
            line(adapter + ": cases passed", contract.invokeMember("passed", adapter));
            line(adapter + ": a day", contract.invokeMember("a_day", adapter));
        }
    }

    private static void breakers(Value outages) {
        scene("A bank in Java is down, and a hundred requests come");
        var bank = new DeadBank();
        line(
                "[refused, the breaker is]",
                outages.invokeMember("a_hundred_calls_of", bank, outages.getMember("is_no_interrupt")));
        line("calls that arrived at the bank", bank.arrived());
        scene("The same events to this breaker and to Resilience4j's");
        var events = Stream.concat(
                        Collections.nCopies(5, "fail").stream(),
                        Stream.of("ok", "10 s", "10 s", "10 s", "ok", "10 s", "ok"))
                .toList();
        line("events", events);
        line("the states of this one", outages.invokeMember("driven", events));
        line("the states of Resilience4j's", Resilience.driven(events));
    }

    private static Value module(Context context, String name) {
        return context.eval("python", "__import__('%s')".formatted(name));
    }
}
