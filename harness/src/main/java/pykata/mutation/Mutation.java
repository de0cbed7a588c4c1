package pykata.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import pykata.answer.Question;

/** Makes and tries a question's mutants; run with the question's own test classes on the class path. */
public final class Mutation {

    private Mutation() {}

    /**
     * Arguments: the question's folder, a file for the exit status, and any of {@code terminal}, {@code again} and
     * {@code quick=bank.deposit}, separated by commas.
     */
    public static void main(String[] arguments) throws IOException {
        var options = arguments.length < 3 ? List.<String>of() : List.of(arguments[2].split(","));
        var status = status(Question.in(Path.of(arguments[0])), options);
        Files.writeString(Path.of(arguments[1]), Integer.toString(status));
        System.out.flush();
        Runtime.getRuntime().exit(0); // a thread that hangs in a mutant would keep this JVM alive
    }

    private static int status(Question question, List<String> options) {
        var claims = Claims.of(question);
        var progress = new Progress(System.out, options.contains("terminal"));
        var quick =
                options.stream().filter(option -> option.startsWith("quick=")).findFirst();
        try {
            return quick.isPresent()
                    ? new QuickRun(question, claims, progress).run(quick.get().substring("quick=".length()))
                    : new WholeRun(question, claims, progress).run(options.contains("again"));
        } catch (IllegalArgumentException misuse) {
            System.out.println("kata: " + misuse.getMessage());
            return 2;
        } catch (RuntimeException fault) {
            System.out.println("kata: " + fault.getMessage());
            return 3;
        }
    }
}
