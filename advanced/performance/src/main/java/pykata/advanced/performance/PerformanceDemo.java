package pykata.advanced.performance;

import static pykata.demo.Story.line;
import static pykata.demo.Story.scene;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pykata.answer.Question;
import pykata.python.CPython;
import pykata.python.GraalPy;
import pykata.python.Limits;
import pykata.python.Python;
import pykata.python.PythonUnavailable;

/** Where the work of a settlement goes: a Java host reads its counters, repairs a layer at a time, and sets a budget. */
public final class PerformanceDemo {

    private static final List<String> REPAIRS = List.of("records", "orders", "matched", "in_euro", "totals");

    private PerformanceDemo() {}

    public static void main(String[] arguments) {
        var sources = Question.of(PerformanceDemo.class).sources();
        System.out.printf("%s on Java %s: a settlement of 100 payments%n", GraalPy.version(), Runtime.version());
        try (var python = new GraalPy(sources, Limits.DEFAULT)) {
            repairs(python);
            budget(python);
        }
        try (var python = CPython.reference().start(sources, Limits.DEFAULT)) {
            scene("The same on " + python.interpreter());
            line("all problems", work(python, List.of()));
            line("all repaired", work(python, REPAIRS));
        } catch (PythonUnavailable none) {
            scene(none.getMessage());
        }
    }

    private static void repairs(Python python) {
        scene("Work counted, one repair after the other");
        for (var repaired = 0; repaired <= REPAIRS.size(); repaired++) {
            var title = repaired == 0 ? "all problems" : "and " + REPAIRS.get(repaired - 1) + " repaired";
            line(title, work(python, REPAIRS.subList(0, repaired)));
        }
    }

    private static void budget(Python python) {
        scene("A budget of one statement, for 0, 1 and 200 orders");
        for (var way : List.of("orders_before", "orders_after")) {
            var outcomes = List.of(0, 1, 200).stream()
                    .map(orders -> python.call("budgets.with_one_statement", way, orders)
                            .asText())
                    .toList();
            line(way, outcomes);
        }
    }

    /** The counters, as a Java host would hand them to its own metrics. */
    private static Map<String, Long> work(Python python, List<String> repaired) {
        JsonNode counted = python.call("settlement.app.settled", repaired).get("work");
        var work = new TreeMap<String, Long>();
        counted.properties()
                .forEach(each -> work.put(each.getKey(), each.getValue().asLong()));
        return work;
    }
}
