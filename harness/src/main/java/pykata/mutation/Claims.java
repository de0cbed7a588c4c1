package pykata.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import pykata.answer.Question;
import pykata.claim.AnswerTest;
import pykata.claim.ClaimTrial;

/** Finds the claims of a question among its compiled tests. */
final class Claims {

    private Claims() {}

    static List<ClaimTrial> of(Question question) {
        var folder = question.folder().resolve("target/test-classes");
        try (var files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".class"))
                    .sorted()
                    .map(name -> type(name.replaceFirst("\\.class$", "").replace('/', '.')))
                    .filter(type -> type.isAnnotationPresent(AnswerTest.class))
                    .flatMap(type -> ClaimTrial.of(type).stream())
                    .toList();
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
