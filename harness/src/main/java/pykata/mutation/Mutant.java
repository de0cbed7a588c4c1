package pykata.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.io.function.Uncheck;
import pykata.answer.Question;
import pykata.python.CPython;
import pykata.python.Limits;
import pykata.python.Sources;

/**
 * A Python file with one small mistake.
 *
 * @param root the folder in which its module is found
 * @param file that it would replace
 * @param line where it differs
 * @param function such as {@code Door.__enter__}; empty for what is in none
 * @param before that line as it is, without a comment
 * @param after that line with the mistake
 * @param number counts the mutants of a function in which the same becomes of the same
 * @param first line of the statement that it is in
 * @param last line of that statement
 * @param text of the whole file
 */
record Mutant(
        Path root,
        Path file,
        int line,
        String function,
        String before,
        String after,
        int number,
        int first,
        int last,
        String text) {

    /** All mutants of the files in a folder of Python, in the order of their lines. */
    static List<Mutant> of(Question question, Path root, List<Path> files) {
        var sources = Sources.of(question.root().resolve("harness/src/main/python"));
        try (var python = CPython.reference().start(sources, Limits.DEFAULT)) {
            return files.stream()
                    .flatMap(file -> python.call("mutating.mutants", file.toString())
                            .valueStream()
                            .map(json -> of(root, file, json)))
                    .toList();
        }
    }

    private static Mutant of(Path root, Path file, JsonNode json) {
        return new Mutant(
                root,
                file,
                json.get("line").asInt(),
                json.get("function").asText(),
                json.get("before").asText(),
                json.get("after").asText(),
                json.get("number").asInt(),
                json.get("first").asInt(),
                json.get("last").asInt(),
                json.get("text").asText());
    }

    void write(Path target) {
        Uncheck.run(() -> Files.writeString(target, text));
    }

    /** {@code bank.Door.__enter__}, or {@code bank} for what is in no function. */
    String name() {
        var module = root.relativize(file).toString().replace('\\', '/').replaceFirst("(/__init__)?\\.py$", "");
        return (module.replace('/', '.') + "." + function).replaceFirst("\\.$", "");
    }
}
