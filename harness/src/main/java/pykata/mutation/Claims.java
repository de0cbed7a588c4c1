package pykata.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import pykata.answer.Question;
import pykata.claim.ClaimTrial;
import pykata.claim.ClaimsTest;

/** Finds the claims of a question among the compiled tests of its modules. */
final class Claims {

    private Claims() {}

    static List<ClaimTrial> of(Question question) {
        var folders = question.modules().stream()
                .map(module -> module.resolve("target/test-classes"))
                .filter(Files::isDirectory)
                .toList();
        var loader = new URLClassLoader(folders.stream().map(Claims::url).toArray(URL[]::new));
        return folders.stream()
                .flatMap(Claims::names)
                .map(name -> type(name, loader))
                .filter(ClaimsTest.class::isAssignableFrom)
                .flatMap(type -> ClaimTrial.of(type).stream())
                .toList();
    }

    private static Stream<String> names(Path folder) {
        try (var files = Files.walk(folder)) {
            return files
                    .map(file -> folder.relativize(file).toString())
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> name.replaceFirst("\\.class$", "").replaceAll("[/\\\\]", "."))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(Path folder) {
        try {
            return folder.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> type(String name, ClassLoader loader) {
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
