package pykata.mutation;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.commons.io.function.Uncheck;
import pykata.answer.Question;
import pykata.python.CPython;
import pykata.python.Folders;
import pykata.python.GraalPy;
import pykata.python.TemporaryFolder;
import pykata.python.Version;

/** The lines of a question's Python that a claim runs. */
final class Reach {

    /** As {@code mutating/reaching.py} has it. */
    private static final int MOST_LINES = 10_000;

    private final Map<Path, BitSet> lines = new TreeMap<>();

    /**
     * Of what a CPython process runs, and the processes that it starts.
     *
     * @param run with the script that is to start the process
     */
    static Reach onCPython(Question question, Consumer<List<String>> run) {
        var cpython = CPython.reference().interpreter();
        if (cpython.version().compareTo(new Version(3, 12, 0)) < 0) {
            throw new IllegalStateException("only CPython 3.12 and later tell which lines run; this is " + cpython);
        }
        try (var folder = TemporaryFolder.create()) {
            var script = folder.path().resolve("sitecustomize.py");
            var lines = Uncheck.apply(Files::createFile, folder.path().resolve("lines"));
            Uncheck.apply(Files::copy, question.root().resolve("harness/src/main/python/mutating/reaching.py"), script);
            var roots = question.python().stream().map(Path::toString);
            run.accept(List.of(
                    script.toString(), lines.toString(), roots.collect(Collectors.joining(File.pathSeparator))));
            return read(lines, question);
        }
    }

    /** From the bytes that the script leaves: one for each line of the files, which follow each other. */
    private static Reach read(Path lines, Question question) {
        var bytes = Uncheck.apply(Files::readAllBytes, lines);
        var files = question.python().stream()
                .flatMap(root -> Folders.files(root, ".py").stream())
                .toList();
        var reach = new Reach();
        for (var place = 0; place < bytes.length; place++) {
            if (bytes[place] != 0) {
                reach.add(files.get(place / MOST_LINES), place % MOST_LINES);
            }
        }
        return reach;
    }

    /** Of what any context in this JVM runs meanwhile, in whichever thread. */
    static Reach onGraalPy(Question question, Runnable run) {
        var reach = new Reach();
        try (var _ = GraalPy.onLine((file, line) -> {
            if (question.python().stream().anyMatch(file::startsWith)) {
                reach.add(file, line);
            }
        })) {
            run.run();
        }
        return reach;
    }

    private synchronized void add(Path file, int line) {
        lines.computeIfAbsent(file, any -> new BitSet()).set(line);
    }

    boolean includes(Mutant mutant) {
        var line = lines.getOrDefault(mutant.file(), new BitSet()).nextSetBit(mutant.first());
        return line >= 0 && line <= mutant.last();
    }

    /** How many lines there are: a claim that runs few is more likely to be about one of them. */
    int size() {
        return lines.values().stream().mapToInt(BitSet::cardinality).sum();
    }
}
