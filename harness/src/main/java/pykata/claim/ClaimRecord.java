package pykata.claim;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a run of an answer's tests found out, as {@code target/pykata/<test class>.json}.
 *
 * @param question its id
 * @param test the test class's full name
 * @param seconds from the first claim to the last
 * @param printed by file and interpreter, what the programs that the page shows printed
 */
public record ClaimRecord(
        String question, String test, double seconds, List<Entry> claims, Map<String, Map<String, String>> printed) {

    /**
     * One claim.
     *
     * @param planned interpreters it applies to
     * @param notApplicable where it does not, with the reasons
     * @param twinless why it needs no broken twin; empty if it has one
     * @param twins interpreters on which its broken twin was caught
     * @param modules the question's modules that its proofs imported
     */
    public record Entry(
            String id,
            String sentence,
            List<String> planned,
            List<String> notApplicable,
            String twinless,
            List<Proof> proofs,
            List<String> twins,
            List<String> modules) {

        /** Whether it is proved wherever it applies, and its broken twin was caught there, if it has one. */
        public boolean standsUp() {
            return provedEverywhere() && (!twinless.isEmpty() || twins.size() == planned.size());
        }

        public boolean provedEverywhere() {
            return !planned.isEmpty()
                    && proofs.size() == planned.size()
                    && proofs.stream().allMatch(proof -> proof.outcome() == Outcome.PROVED);
        }
    }

    /**
     * One proof of a claim.
     *
     * @param reference whether this interpreter's observations are the ones that the page shows
     * @param rows label to what was seen
     * @param why it was skipped; empty if it was not
     */
    public record Proof(String interpreter, boolean reference, Outcome outcome, Map<String, String> rows, String why) {}

    /** How a proof ended. What does not apply is no outcome: it is not planned. */
    public enum Outcome {
        PROVED,
        FAILED,
        SKIPPED
    }

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    static ClaimRecord read(Path file) {
        try {
            return JSON.readValue(file.toFile(), ClaimRecord.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The records of a question's last run; empty if it has not been run. */
    public static List<ClaimRecord> of(Path questionFolder) {
        var folder = questionFolder.resolve("target/pykata");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.sorted().map(ClaimRecord::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes the records of earlier runs, so that what is read next is what ran next. */
    public static void forget(Path questionFolder) {
        var files = questionFolder.resolve("target/pykata").toFile().listFiles();
        if (files != null) {
            for (var file : files) {
                file.delete();
            }
        }
    }

    void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            JSON.writeValue(file.toFile(), this);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
