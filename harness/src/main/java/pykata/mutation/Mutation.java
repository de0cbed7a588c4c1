package pykata.mutation;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.io.function.Uncheck;
import org.junit.platform.commons.support.ReflectionSupport;
import pykata.answer.Question;
import pykata.claim.ClaimTrial;
import pykata.claim.DeclaredClaim;

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
        var claims = claims(question);
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

    /** The claims of a question, among the compiled tests of its modules. */
    private static List<ClaimTrial> claims(Question question) {
        var loader = new URLClassLoader(question.modules().stream()
                .map(module -> module.resolve("target/test-classes").toUri())
                .map(folder -> Uncheck.get(folder::toURL))
                .toArray(URL[]::new));
        return DeclaredClaim.of(question)
                .map(DeclaredClaim::test)
                .distinct()
                .map(test -> ReflectionSupport.tryToLoadClass(test, loader).getOrThrow(IllegalStateException::new))
                .flatMap(test -> ClaimTrial.of(test).stream())
                .toList();
    }
}
