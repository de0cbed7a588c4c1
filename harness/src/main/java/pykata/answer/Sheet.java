package pykata.answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Node;

/**
 * One page to print for an interview: the question, the probes without their answers, and where to note the score. It is
 * made of the interviewer's page, on which an answer to a probe is a block quote.
 */
record Sheet(Question question, Page interviewer) {

    private static final String PROBES = "Probes";
    private static final int MOST_LINES = 80;

    /** Whether the interviewer's page has a heading for each of its probes. */
    boolean isExpected() {
        return interviewer.section(PROBES).stream().anyMatch(line -> line.startsWith("### "));
    }

    /** Writes it, if it is not as it should be: the file, or nothing. */
    Optional<Path> write() {
        if (!isExpected() || content().equals(read())) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.writeString(question.sheet(), content()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + question.sheet(), e);
        }
    }

    Optional<Problem> problem() {
        if (!isExpected()) {
            return Optional.empty();
        }
        var length = content().lines().count();
        if (length > MOST_LINES) {
            return Optional.of(new Problem(
                    interviewer.file(),
                    1,
                    "a sheet of its probes has %d lines; at most %d go on a page".formatted(length, MOST_LINES)));
        }
        return content().equals(read())
                ? Optional.empty()
                : Optional.of(new Problem(
                        question.sheet(),
                        1,
                        "it is not what %s says; run ./kata sync"
                                .formatted(interviewer.file().getFileName())));
    }

    private String read() {
        try {
            return Files.exists(question.sheet()) ? Files.readString(question.sheet()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + question.sheet(), e);
        }
    }

    private String content() {
        var lines = new ArrayList<String>();
        lines.add("# " + interviewer.headings().getFirst().text());
        lines.add("");
        lines.add("Candidate: ____________________ Interviewer: ____________________ Date: ______________");
        lines.add("");
        lines.addAll(probes());
        lines.add("");
        lines.add("| probe | 1 to 4 | note |");
        lines.add("|---|---|---|");
        lines.add("| the answer | | |");
        interviewer.section(PROBES).stream()
                .filter(line -> line.startsWith("### "))
                .map(line -> "| %s | | |".formatted(line.substring(4)))
                .forEach(lines::add);
        return String.join("\n", lines) + "\n";
    }

    /** The section from its first probe on, without the answers. */
    private List<String> probes() {
        var section = interviewer.section(PROBES).stream()
                .dropWhile(line -> !line.startsWith("### "))
                .toList();
        var answers = Page.children(Page.node(section))
                .filter(BlockQuote.class::isInstance)
                .flatMapToInt(Sheet::lines)
                .boxed()
                .toList();
        var lines = new ArrayList<String>();
        for (var index = 0; index < section.size(); index++) {
            var line = section.get(index);
            var repeatsBlank =
                    line.isBlank() && (lines.isEmpty() || lines.getLast().isBlank());
            if (!answers.contains(index) && !repeatsBlank) {
                lines.add(line);
            }
        }
        return lines.getLast().isBlank() ? lines.subList(0, lines.size() - 1) : lines;
    }

    private static IntStream lines(Node node) {
        return node.getSourceSpans().stream().mapToInt(span -> span.getLineIndex());
    }
}
