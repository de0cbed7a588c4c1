package pykata.demo;

import java.nio.file.Path;
import org.junit.platform.commons.support.ReflectionSupport;
import pykata.answer.Question;

/** Runs the demonstration of the question whose folder is the first argument; it gets the words of the second. */
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
        ReflectionSupport.invokeMethod(main, null, (Object) words(arguments));
    }

    /** They come as one argument: the build hands on a text, and no list. */
    private static String[] words(String[] arguments) {
        return arguments.length < 2 || arguments[1] == null || arguments[1].isBlank()
                ? new String[0]
                : arguments[1].strip().split("\\s+");
    }
}
