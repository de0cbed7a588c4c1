package pykata.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import pykata.answer.Question;
import pykata.claim.ClaimTrial;
import pykata.claim.ClaimsTest;

/** Finds the claims of a question among its compiled tests. */
final class Claims {

    private Claims() {}

    static List<ClaimTrial> of(Question question) {
        return question.modules().stream()
                .map(module -> module.resolve("target/test-classes"))
                .filter(Files::isDirectory)
                .flatMap(Claims::in)
                .toList();
    }

    private static Stream<ClaimTrial> in(Path folder) {
        try (var files = Files.walk(folder)) {
            return files
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".class"))
                    .sorted()
                    .map(name -> type(name.replaceFirst("\\.class$", "").replace('/', '.')))
                    .filter(ClaimsTest.class::isAssignableFrom)
                    .flatMap(type -> ClaimTrial.of(type).stream())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException("no compiled tests in " + folder, e);
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, Claims.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
