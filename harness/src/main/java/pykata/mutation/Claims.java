package pykata.mutation;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import org.apache.commons.io.function.Uncheck;
import pykata.answer.Question;
import pykata.claim.ClaimTrial;
import pykata.claim.DeclaredClaim;

/** Finds the claims of a question among the compiled tests of its modules. */
final class Claims {

    private Claims() {}

    static List<ClaimTrial> of(Question question) {
        var loader = new URLClassLoader(question.modules().stream()
                .map(module -> module.resolve("target/test-classes").toUri())
                .map(folder -> Uncheck.get(folder::toURL))
                .toArray(URL[]::new));
        return DeclaredClaim.of(question)
                .map(DeclaredClaim::test)
                .distinct()
                .flatMap(test -> ClaimTrial.of(type(test, loader)).stream())
                .toList();
    }

    private static Class<?> type(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
