package pykata.demo;

import java.nio.file.Path;
import org.junit.platform.commons.support.ReflectionSupport;
import pykata.answer.Question;

/** Runs the demonstration of the question whose folder is the argument. */
final class Demonstration {

    private Demonstration() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        var question = Question.in(Path.of(arguments[0]));
        var demonstration = question.demonstration();
        if (demonstration.isEmpty()) {
            System.out.printf("%s has no demonstration: no class in src/main/java is called ...Demo%n", question.id());
            return;
        }
        var main = Class.forName(demonstration.get()).getMethod("main", String[].class);
        ReflectionSupport.invokeMethod(main, null, (Object) new String[0]);
    }
}
