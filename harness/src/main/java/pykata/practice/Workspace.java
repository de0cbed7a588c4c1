package pykata.practice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.IntStream;

/**
 * Where a learner works at a kata: a file of their own, which only they change.
 *
 * @param folder of all working files
 */
public record Workspace(Path folder, Kata kata) {

    private static final String IN_THE_KATA_FOLDER = "python3 checks.py exercise.py in the kata folder";

    /** The learner's own copy of the exercise, such as {@code practice/gil.py}. */
    public Path file() {
        return folder.resolve(name() + ".py");
    }

    /** Copies the exercise if there is no working file yet; whether it did. */
    public boolean prepare() {
        if (Files.exists(file())) {
            return false;
        }
        copyExercise();
        return true;
    }

    /**
     * Starts over with the exercise as it was.
     *
     * @return where the learner's version is kept, such as {@code practice/gil-1.py}; the working file itself if there
     *     was none
     */
    public Path reset() {
        var kept = Files.exists(file()) ? free() : file();
        try {
            if (Files.isDirectory(file())) {
                Files.move(file(), kept);
            } else if (!kept.equals(file())) {
                Files.copy(file(), kept);
            }
        } catch (IOException e) {
            kept.toFile().delete();
            throw failed(kept, e);
        }
        copyExercise();
        return kept;
    }

    /** With the command that checks this file; whole or not at all: a full disk leaves what was there. */
    private void copyExercise() {
        var half = folder.resolve(name() + ".py.part");
        try {
            Files.createDirectories(folder);
            var here =
                    "python3 %s %s in the repository's folder".formatted(kata.name(kata.checks()), kata.name(file()));
            Files.writeString(half, Files.readString(kata.exercise()).replace(IN_THE_KATA_FOLDER, here));
            Files.move(half, file(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            half.toFile().delete();
            throw failed(file(), e);
        }
    }

    private Path free() {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> folder.resolve("%s-%d.py".formatted(name(), number)))
                .filter(Files::notExists)
                .findFirst()
                .orElseThrow();
    }

    private String name() {
        return kata.question().folder().getFileName().toString();
    }

    static UncheckedIOException failed(Path file, IOException cause) {
        var reason = cause instanceof FileSystemException failure && failure.getReason() != null
                ? failure.getReason()
                : cause.getMessage();
        return new UncheckedIOException("cannot write %s: %s".formatted(file, reason), cause);
    }
}
