package pykata.practice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.io.function.Uncheck;
import pykata.answer.Catalogue;
import pykata.answer.Question;
import pykata.state.WholeFile;

/**
 * Where a learner works at a kata: a file of their own, which only they change.
 *
 * @param folder of all working files
 */
public record Workspace(Path folder, Kata kata) {

    private static final String IN_THE_KATA_FOLDER = "python3 checks.py exercise.py in the kata folder";

    private static final String QUOTES = "\"\"\"";

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

    /** What is to be done: the text at the top of the exercise. */
    public String task() {
        var text = exercise();
        var parts = text.split(QUOTES, 3);
        return parts.length < 3 ? "" : parts[1].strip();
    }

    private void copyExercise() {
        try {
            WholeFile.write(file(), exercise());
        } catch (IOException e) {
            throw WholeFile.failed("write", file(), e);
        }
    }

    /** With the command that checks this file. */
    private String exercise() {
        var question = kata.question();
        var here = "python3 %s %s in the repository's folder"
                .formatted(question.name(kata.checks()), question.name(file()));
        return Uncheck.apply(Files::readString, kata.exercise()).replace(IN_THE_KATA_FOLDER, here);
    }

    /** The names of the other katas' working files. */
    public Set<String> others() {
        return Catalogue.questions().keySet().stream()
                .map(id -> id.substring(id.indexOf('/') + 1))
                .filter(name -> !name.equals(name()))
                .collect(Collectors.toSet());
    }

    private String name() {
        return name(kata.question());
    }

    /** What a question's working file is called, without its ending: the last part of its id. */
    public static String name(Question question) {
        return question.folder().getFileName().toString();
    }
}
