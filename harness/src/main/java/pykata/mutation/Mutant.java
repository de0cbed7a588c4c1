package pykata.mutation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

    private static final ObjectMapper JSON = new ObjectMapper();

    /** All mutants of the files in a folder of Python, in the order of their lines. */
    static List<Mutant> of(Question question, Path root, List<Path> files) {
        var sources = Sources.of(question.root().resolve("harness/src/main/python"));
        try (var python = CPython.reference().start(sources, Limits.DEFAULT)) {
            return files.stream()
                    .flatMap(file -> python.call("mutating.mutants", file.toString())
                            .valueStream()
                            .map(json -> ((ObjectNode) json)
                                    .put("root", root.toString())
                                    .put("file", file.toString())))
                    .map(json -> JSON.convertValue(json, Mutant.class))
                    .toList();
        }
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
