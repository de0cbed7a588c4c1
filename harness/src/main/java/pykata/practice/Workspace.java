package pykata.practice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import pykata.state.WholeFile;

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
        var kept = Files.exists(file())
                ? WholeFile.free(number -> folder.resolve("%s-%d.py".formatted(name(), number)))
                : file();
        try {
            if (Files.isDirectory(file())) {
                Files.move(file(), kept);
            } else if (!kept.equals(file())) {
                Files.copy(file(), kept);
            }
        } catch (IOException e) {
            kept.toFile().delete();
            throw WholeFile.failed("write", kept, e);
        }
        copyExercise();
        return kept;
    }

    /** With the command that checks this file. */
    private void copyExercise() {
        var here = "python3 %s %s in the repository's folder".formatted(kata.name(kata.checks()), kata.name(file()));
        try {
            WholeFile.write(file(), Files.readString(kata.exercise()).replace(IN_THE_KATA_FOLDER, here));
        } catch (IOException e) {
            throw WholeFile.failed("write", file(), e);
        }
    }

    private String name() {
        return kata.question().folder().getFileName().toString();
    }
}
