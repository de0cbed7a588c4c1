package pykata.advanced.typesafety;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import pykata.python.GraalPy;
import pykata.python.Python;

/** What mypy, pyright and ty report of the checked modules. They run once for the same sources, not once a claim. */
record Checkers(JsonNode reports) {

    static final String READERS = "the checkers read the source; they run on CPython";
    static final List<String> ALL = List.of("mypy", "pyright", "ty");

    private static final Map<JsonNode, JsonNode> SAID = new ConcurrentHashMap<>();

    /** On GraalPy, which does not run them, they say nothing at all. */
    static Checkers of(Python python) {
        return new Checkers(
                python instanceof GraalPy
                        ? NullNode.getInstance()
                        : SAID.computeIfAbsent(
                                python.call("checkers.sources"), same -> python.call("checkers.reports")));
    }

    /** Everything reported of a module, by function, tool and rule. */
    JsonNode of(String module) {
        return reports.isNull() ? reports : reports.get(module);
    }

    /** The tools that report a function. */
    List<String> reporting(String module, String function) {
        var tools = new ArrayList<String>();
        of(module).path(function).fieldNames().forEachRemaining(tools::add);
        return tools;
    }

    /** The rules of a defect that all three report, each by one. */
    static Map<String, List<String>> by(String mypy, String pyright, String ty) {
        return Map.of("mypy", List.of(mypy), "pyright", List.of(pyright), "ty", List.of(ty));
    }
}
