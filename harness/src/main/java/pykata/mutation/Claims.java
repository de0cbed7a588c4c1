package pykata.mutation;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.function.Uncheck;
import pykata.answer.Question;
import pykata.claim.ClaimTrial;
import pykata.claim.ClaimsTest;
import pykata.python.Folders;

/** Finds the claims of a question among the compiled tests of its modules. */
final class Claims {

    private Claims() {}

    static List<ClaimTrial> of(Question question) {
        var folders = question.modules().stream()
                .map(module -> module.resolve("target/test-classes"))
                .toList();
        var loader = new URLClassLoader(folders.stream()
                .map(folder -> Uncheck.get(() -> folder.toUri().toURL()))
                .toArray(URL[]::new));
        return folders.stream()
                .flatMap(Claims::names)
                .map(name -> type(name, loader))
                .filter(ClaimsTest.class::isAssignableFrom)
                .flatMap(type -> ClaimTrial.of(type).stream())
                .toList();
    }

    private static Stream<String> names(Path folder) {
        return Folders.files(folder, ".class").stream()
                .map(file -> folder.relativize(file).toString().replaceFirst("\\.class$", ""))
                .map(name -> name.replaceAll("[/\\\\]", "."));
    }

    private static Class<?> type(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
