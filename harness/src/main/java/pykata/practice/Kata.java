package pykata.practice;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.io.function.Uncheck;
import pykata.answer.Question;
import pykata.python.Folders;
import pykata.python.Sources;

/** A question's exercise: what the learner edits, what is right, and what is known to be wrong. */
public record Kata(Question question) {

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
        return Uncheck.apply(Files::readString, solution());
    }

    Path hints() {
        return folder().resolve("hints.md");
    }

    /**
     * The hints in Markdown, from a nudge to nearly the answer: what stands under each second-level heading, which is
     * included.
     */
    List<String> hintLevels() {
        var parts = Uncheck.apply(Files::readString, hints()).split("(?m)^(?=## )");
        return Arrays.stream(parts).skip(1).map(String::strip).toList();
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
        return Folders.children(folder().resolve(subfolder)).stream()
                .filter(file -> file.toString().endsWith(".py"))
                .toList();
    }

    /** Where the checks, and the runner they use, are found. */
    Sources sources() {
        return Sources.of(folder(), question.root().resolve("harness/src/main/python"));
    }

    /** Whether the question has one. */
    public boolean exists() {
        return Files.isRegularFile(checks());
    }
}
