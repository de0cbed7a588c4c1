package pykata.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pykata.answer.Question;
import pykata.python.CPython;
import pykata.python.Limits;
import pykata.python.Sources;

/**
 * A Python file with one small mistake.
 *
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
        Path file,
        int line,
        String function,
        String before,
        String after,
        int number,
        int first,
        int last,
        String text) {

    /** All mutants of some files, in the order of their lines. */
    static List<Mutant> of(Question question, List<Path> files) {
        var sources = Sources.of(question.root().resolve("harness/src/main/python"));
        var mutants = new ArrayList<Mutant>();
        try (var python = CPython.reference().start(sources, Limits.DEFAULT)) {
            for (var file : files) {
                for (var mutant : python.call("mutating.mutants", file.toString())) {
                    mutants.add(new Mutant(
                            file,
                            mutant.get("line").asInt(),
                            mutant.get("function").asText(),
                            mutant.get("before").asText(),
                            mutant.get("after").asText(),
                            mutant.get("number").asInt(),
                            mutant.get("first").asInt(),
                            mutant.get("last").asInt(),
                            mutant.get("text").asText()));
                }
            }
        }
        return List.copyOf(mutants);
    }

    void write(Path target) {
        try {
            Files.writeString(target, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code bank.Door.__enter__}, or {@code bank} for what is in no function. */
    String name(Path root) {
        var module = root.relativize(file).toString().replace('\\', '/').replaceFirst("(/__init__)?\\.py$", "");
        return (module.replace('/', '.') + "." + function).replaceFirst("\\.$", "");
    }
}
