package pykata.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import pykata.answer.Question;

/** A repository whose only answered question has the harness's own small kata. */
record SmallRepository(Path root) {

    static final String RIGHT = "def postage(grams):\n    return 50 + 50 * max(-(-grams // 500), 1)\n";

    static SmallRepository in(Path root) {
        var own = Question.in(Path.of("")).root();
        copy(own.resolve("harness/src/main/python"), root.resolve("harness/src/main/python"));
        copy(own.resolve("harness/tests/src/test/katas/postage/kata"), root.resolve("basics/gil/kata"));
        try {
            Files.createDirectory(root.resolve(".mvn"));
            Files.writeString(root.resolve("basics/gil/README.md"), """
                    # What does a parcel cost?

                    ## In 60 seconds

                    It depends on its weight.

                    ## Claims
                    """);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new SmallRepository(root);
    }

    /** Answers another question, with the same kata. */
    void addKata(String id) {
        copy(root.resolve("basics/gil/kata"), root.resolve(id).resolve("kata"));
        try {
            Files.copy(root.resolve("basics/gil/README.md"), root.resolve(id).resolve("README.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The learner's file of its kata. */
    Path working() {
        return root.resolve("practice/gil.py");
    }

    void save(String text) {
        try {
            Files.createDirectories(working().getParent());
            Files.writeString(working(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
