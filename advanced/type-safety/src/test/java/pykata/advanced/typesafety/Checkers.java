package pykata.advanced.typesafety;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import pykata.python.GraalPy;
import pykata.python.Python;

/** What mypy, pyright and ty report of the checked modules. */
record Checkers(JsonNode reports) {

    static final String READERS = "the checkers read the source; they run on CPython";
    static final List<String> ALL = List.of("mypy", "pyright", "ty");

    private static volatile boolean isShared;
    private static final Map<JsonNode, JsonNode> SAID = new ConcurrentHashMap<>();

    /** From now on they run once for the same sources. Mutants do not ask for that: each is to be read. */
    static void runOnce() {
        isShared = true;
    }

    /** On GraalPy, which does not run them, they say nothing at all. */
    static Checkers of(Python python) {
        if (python instanceof GraalPy) {
            return new Checkers(NullNode.getInstance());
        }
        return new Checkers(
                isShared
                        ? SAID.computeIfAbsent(
                                python.call("checkers.all_sources"), same -> python.call("checkers.reports"))
                        : python.call("checkers.reports"));
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
