package pykata.designpatterns.legacyrefactoring;

import static pykata.demo.Story.line;
import static pykata.demo.Story.scene;

import pykata.answer.Question;
import pykata.python.GraalPy;
import pykata.python.Limits;
import pykata.python.Python;

/** The old invoices of a shop: held fast, taken apart in nine commits, and led to Java route by route. */
public final class LegacyRefactoringDemo {

    private LegacyRefactoringDemo() {}

    public static void main(String[] arguments) {
        System.out.printf("%s on Java %s%n", GraalPy.version(), Runtime.version());
        var question = Question.of(LegacyRefactoringDemo.class);
        try (var python = new GraalPy(question.sources(), Limits.DEFAULT);
                var history = History.of(question)) {
            commits(python, history);
            toJava(python);
        }
    }

    private static void commits(Python python, History history) {
        scene("each commit: cases of the corpus with another answer, and the most complex function");
        var steps = history.steps();
        line("lines that nobody dares to touch", steps.getFirst().code().lines().count());
        for (var step : steps) {
            var judged = python.call("history.judged", step.code());
            line(
                    step.id() + " " + step.subject(),
                    "%s, complexity %s".formatted(judged.get("another answer"), judged.get("most complex")));
        }
    }

    private static void toJava(Python python) {
        scene("the fee for paying late moves to Java; 200 customers ask for it at each share");
        var expected = new Requests(python).answers("late");
        for (var percent : new int[] {0, 1, 10, 50, 100}) {
            var asked = new Requests(python);
            asked.strangler().lead("late", percent);
            var others = Requests.different(asked.answers("late"), expected);
            line(
                    percent + " % to Java",
                    "Python asked for %d, other answers %d"
                            .formatted(asked.ofPython("late").size(), others));
        }
        scene("before that, Java's first version answered beside Python, and nobody saw its answers");
        var asked = new Requests(python, JavaBilling::lateAtFirst);
        asked.strangler().compare("late");
        line("other answers given", Requests.different(asked.answers("late"), expected));
        line("differences found", asked.strangler().differences().size());
        line("the first of them", asked.strangler().differences().getFirst().input());
    }
}
