package pykata.answer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.io.function.Uncheck;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Node;

/**
 * One page to print for an interview: the question, the probes without their answers, and where to note the score. It is
 * made of the interviewer's page, on which an answer to a probe is a block quote.
 */
record Sheet(Question question, Page interviewer) {

    private static final String PROBES = "Probes";
    private static final int MOST_LINES = 80;

    /** Writes it, if it is not as it should be: the file, or nothing. */
    Optional<Path> write() {
        return probes().isEmpty() || content().equals(read())
                ? Optional.empty()
                : Optional.of(Uncheck.get(() -> Files.writeString(question.sheet(), content())));
    }

    Optional<Problem> problem() {
        if (probes().isEmpty()) {
            return Optional.of(new Problem(interviewer.file(), 1, "no probe has a heading of its own: ### 1. ..."));
        }
        var length = content().lines().count();
        if (length > MOST_LINES) {
            var what = "a sheet of its probes has %d lines; at most %d go on a page".formatted(length, MOST_LINES);
            return Optional.of(new Problem(interviewer.file(), 1, what));
        }
        return Problem.unless(content().equals(read()), "it is not what INTERVIEWER.md says; run ./kata sync")
                .map(what -> new Problem(question.sheet(), 1, what));
    }

    private String read() {
        return Files.exists(question.sheet()) ? Uncheck.get(() -> Files.readString(question.sheet())) : "";
    }

    private String content() {
        var rows = interviewer.section(PROBES).stream()
                .filter(line -> line.startsWith("### "))
                .map(line -> "| %s | | |\n".formatted(line.substring(4)))
                .collect(Collectors.joining());
        return """
                # %s

                Candidate: ____________________ Interviewer: ____________________ Date: ______________

                %s

                | probe (the first three for everyone) | 1 to 4 | note |
                |---|---|---|
                | the answer | | |
                %s""".formatted(interviewer.headings().getFirst().text(), probes(), rows);
    }

    /** The section from its first probe on, without the answers. */
    private String probes() {
        var section = interviewer.section(PROBES).stream()
                .dropWhile(line -> !line.startsWith("### "))
                .toList();
        return Page.children(Page.node(section))
                .filter(part -> !(part instanceof BlockQuote))
                .map(part -> String.join("\n", lines(part, section)))
                .collect(Collectors.joining("\n\n"));
    }

    private static List<String> lines(Node part, List<String> section) {
        var spans = part.getSourceSpans();
        return section.subList(spans.getFirst().getLineIndex(), spans.getLast().getLineIndex() + 1);
    }
}
