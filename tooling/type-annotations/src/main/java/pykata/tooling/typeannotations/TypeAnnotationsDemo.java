package pykata.tooling.typeannotations;

import static pykata.demo.Story.line;
import static pykata.demo.Story.scene;

import java.util.List;
import java.util.Map;
import pykata.answer.Question;
import pykata.python.CPython;
import pykata.python.Limits;
import pykata.python.Python;
import pykata.python.PythonUnavailable;

/** Twenty-four bugs: what Python does with each, and which of five checker runs report it; then the leaks and the wheels. */
public final class TypeAnnotationsDemo {

    private TypeAnnotationsDemo() {}

    public static void main(String[] arguments) {
        var sources = Question.of(TypeAnnotationsDemo.class).sources();
        try (var python = CPython.reference().start(sources, Limits.DEFAULT)) {
            var runs = Reports.of(python, python.call("checkers.of_all"));
            matrix(python, runs);
            scene("Twelve mistakes with what one helper returns: reported by each");
            for (var file : List.of("typed.py", "untyped.py", "any.py")) {
                runs.forEach((run, reports) ->
                        line(file + ", " + run, reports.found(file).size()));
            }
            wheels(python);
        } catch (PythonUnavailable none) {
            System.out.println("Not here: " + none.getMessage());
        }
    }

    private static void matrix(Python python, Map<String, Reports> runs) {
        scene("Twenty-four bugs: what comes of each, and who reports it");
        var outcomes = python.call("trials.outcomes", "bugs");
        for (var bug : runs.get("mypy").planted("bugs.py")) {
            line(
                    bug,
                    outcomes.get(bug).get(0).asText() + " " + outcomes.get(bug).get(1) + ", "
                            + reporting(runs, "bugs.py", bug));
        }
    }

    private static void wheels(Python python) {
        scene("A wrong argument for a function of a wheel: who says anything");
        var runs = Reports.of(python, python.call("wheels.of_a_user"));
        for (var bug : runs.get("mypy").planted("using.py")) {
            line(bug, reporting(runs, "using.py", bug));
        }
    }

    private static List<String> reporting(Map<String, Reports> runs, String file, String bug) {
        return runs.entrySet().stream()
                .filter(run -> run.getValue().found(file).containsKey(bug))
                .map(Map.Entry::getKey)
                .toList();
    }
}
