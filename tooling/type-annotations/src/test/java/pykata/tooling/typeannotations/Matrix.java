package pykata.tooling.typeannotations;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import pykata.python.Python;

/** What all runs of checkers say of the same files. */
record Matrix(Map<String, Reports> runs) {

    static final String READERS = "the checkers read the source; they run on CPython";
    static final List<String> ALL = List.of("mypy", "mypy --strict", "pyright", "ty", "pyrefly");

    static final String FIVE = "all five";

    /** Rules that are off by default. */
    private static final List<String> ASKED = List.of("possibly-undefined", "possibly-unresolved-reference");

    static Matrix of(Python python, String asked) {
        return new Matrix(Reports.of(python, python.call(asked)));
    }

    List<String> planted(String file) {
        return runs.get("mypy").planted(file);
    }

    /** The runs that report a bug itself; a rule that is off by default is marked. */
    List<String> reporting(String file, String bug) {
        return ALL.stream()
                .filter(run -> runs.get(run).found(file).containsKey(bug))
                .map(run -> isAsked(runs.get(run).found(file).get(bug)) ? run + " if asked" : run)
                .toList();
    }

    /** The same, for a table: few words if it is each of them. */
    Object by(String file, String bug) {
        var by = reporting(file, bug);
        return by.equals(ALL) ? FIVE : by;
    }

    private static boolean isAsked(List<String> rules) {
        return ASKED.containsAll(rules);
    }

    /** By run, all rules by which it reports a bug. */
    Map<String, List<String>> rules(String file, String bug) {
        return runs.entrySet().stream()
                .filter(run -> run.getValue().bugs(file).containsKey(bug))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, run -> run.getValue().bugs(file).get(bug)));
    }

    /** How many bugs of a file each run reports by default. */
    List<Long> counts(String file) {
        return ALL.stream()
                .map(run -> runs.get(run).found(file).values().stream()
                        .filter(rules -> !isAsked(rules))
                        .count())
                .toList();
    }
}
