package pykata.practice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import pykata.answer.Question;
import pykata.python.Sources;

/** A question's exercise: what the learner edits, what is right, and what is known to be wrong. */
public record Kata(Question question) {

    /**
     * The kata of the question whose folder holds a compiled class.
     *
     * @throws IllegalStateException if none of the folders above the class has a kata
     */
    public static Kata of(Class<?> type) {
        var compiled = Question.compiledTo(type);
        for (var folder = compiled; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("kata/checks.py"))) {
                return new Kata(Question.in(folder));
            }
        }
        throw new IllegalStateException(
                "%s is in no question's folder: none above %s has kata/checks.py".formatted(type.getName(), compiled));
    }

    public Path folder() {
        return question.kata();
    }

    /** The one definition of right. */
    public Path checks() {
        return folder().resolve("checks.py");
    }

    /** The learner's file, as it is before the learner begins. */
    public Path exercise() {
        return folder().resolve("exercise.py");
    }

    public Path solution() {
        return folder().resolve("solution.py");
    }

    public String solutionText() {
        try {
            return Files.readString(solution());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path hints() {
        return folder().resolve("hints.md");
    }

    /** The known mistakes, each laid over the solution. */
    public List<Path> wrong() {
        return python("wrong");
    }

    /** Right solutions in other styles, each laid over the solution or whole. */
    public List<Path> right() {
        return python("right");
    }

    private List<Path> python(String subfolder) {
        var folder = folder().resolve(subfolder);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".py"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the checks, and the runner they use, are found. */
    Sources sources() {
        return Sources.of(folder(), question.root().resolve("harness/src/main/python"));
    }

    public boolean exists() {
        return Files.isRegularFile(checks());
    }

    /** One of its files as a reader would name it. */
    String name(Path file) {
        return question.name(file);
    }
}
