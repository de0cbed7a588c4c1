package pykata.practice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import pykata.answer.Question;

/** A sound kata of the harness's own, and copies of it in which one thing is not. */
final class PostageKata {

    static final Kata SOUND = new Kata(Question.in(Path.of("src/test/katas/postage")));

    private PostageKata() {}

    /** A copy in which one file, relative to the kata's folder, holds another text. */
    static Kata with(Path folder, String file, String text) {
        var kata = copy(folder);
        write(kata.folder().resolve(file), text);
        return kata;
    }

    /** A copy in which one file is missing. */
    static Kata without(Path folder, String file) {
        var kata = copy(folder);
        try {
            Files.delete(kata.folder().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return kata;
    }

    static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As deep as the original, and far from the runner that its checks look for on their own. */
    private static Kata copy(Path folder) {
        var from = SOUND.question().folder();
        var copy = folder.resolve("src/test/katas/postage");
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var to = copy.resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Kata(new Question(SOUND.question().root(), copy));
    }
}
