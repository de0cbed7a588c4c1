package pykata.claim;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.commons.io.function.Uncheck;
import pykata.answer.Page;
import pykata.answer.Question;
import pykata.python.Folders;

/**
 * What a run of a question's tests found out. Each test class leaves its own as {@code target/pykata/<test class>.json}.
 *
 * @param question its id
 * @param seconds that the attempts at its claims took
 * @param printed by file and interpreter, what the programs that the page shows printed
 */
public record ClaimRecord(
        String question, double seconds, List<Entry> claims, Map<String, Map<String, String>> printed) {

    /**
     * One claim.
     *
     * @param test the file of its test, relative to the question's folder
     * @param planned interpreters it applies to
     * @param notApplicable where it does not, with the reasons
     * @param twinless why it needs no broken twin; empty if it has one
     * @param twins interpreters on which its broken twin was caught
     * @param modules the question's modules that its proofs imported
     */
    public record Entry(
            String id,
            String sentence,
            String test,
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

    /** What the last run of all test classes of a question found out; no claims, if it has not been run. */
    public static ClaimRecord of(Question question) {
        var records = files(question).map(ClaimRecord::read).toList();
        var order = Page.read(question.readme()).claims().stream()
                .map(Page.ClaimText::id)
                .toList();
        var claims = records.stream()
                .flatMap(record -> record.claims().stream())
                .sorted(Comparator.comparing(claim -> order.indexOf(claim.id())))
                .toList();
        var printed = new LinkedHashMap<String, Map<String, String>>();
        records.forEach(record -> printed.putAll(record.printed()));
        var seconds = records.stream().mapToDouble(ClaimRecord::seconds).sum();
        return new ClaimRecord(question.id(), seconds, claims, printed);
    }

    /** Removes the records of earlier runs, so that what is read next is what ran next. */
    public static void forget(Question question) {
        files(question).forEach(Folders::deleteIfPossible);
    }

    private static Stream<Path> files(Question question) {
        return question.modules().stream()
                .flatMap(module -> Folders.children(module.resolve("target/pykata")).stream());
    }

    private static ClaimRecord read(Path file) {
        return Uncheck.get(() -> JSON.readValue(file.toFile(), ClaimRecord.class), () -> "cannot read " + file);
    }

    /** To a tenth. */
    double secondsRounded() {
        return Math.round(seconds * 10) / 10.0;
    }

    void write(Path file) {
        Uncheck.run(
                () -> FileUtils.writeStringToFile(file.toFile(), JSON.writeValueAsString(this), UTF_8),
                () -> "cannot write " + file);
    }
}
