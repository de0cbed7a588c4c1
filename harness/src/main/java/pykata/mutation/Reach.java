package pykata.mutation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The lines of a question's Python that a claim runs. */
final class Reach {

    /** As {@code mutating/reaching.py} has it. */
    private static final int MOST_LINES = 10_000;

    private final Map<Path, BitSet> lines = new TreeMap<>();

    /** From the bytes that {@code mutating/reaching.py} leaves: a byte a line, of these files one after the other. */
    static Reach read(Path file, List<Path> files) {
        try {
            var bytes = Files.readAllBytes(file);
            var reach = new Reach();
            for (var place = 0; place < files.size() * MOST_LINES; place++) {
                if (bytes[place] != 0) {
                    reach.add(files.get(place / MOST_LINES), place % MOST_LINES);
                }
            }
            return reach;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized void add(Path file, int line) {
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
