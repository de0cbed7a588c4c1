package pykata.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pykata.answer.Page;
import pykata.answer.Question;

@Command(
        name = "show",
        description = "A question's answer, as plain text.",
        footer = {"", "Examples:", "  ./kata show gil --minute", "  ./kata show gil --interviewer | less"})
final class ShowCommand extends QuestionCommand {

    @ArgGroup
    private Depth depth = new Depth();

    /** How much of it; all of the answer, if nothing is said. */
    private static final class Depth {

        @Option(names = "--minute", description = "Only what one says in 60 seconds.")
        private boolean minute;

        @Option(
                names = "--five",
                description = "What one reads in five minutes: also a program, the picture, and the points of a"
                        + " complete answer.")
        private boolean five;

        @Option(names = "--interviewer", description = "The interviewer's page instead.")
        private boolean interviewer;

        @Option(names = "--sheet", description = "One page of it to print: the probes without answers, and the score.")
        private boolean sheet;
    }

    @Override
    public Integer call() {
        var question = question();
        var file = depth.sheet ? question.sheet() : depth.interviewer ? question.interviewer() : question.readme();
        if (!Files.exists(file)) {
            throw misuse("%s has no %s", question.id(), file.getFileName());
        }
        var page = Page.read(file);
        print(page, depth.minute ? minute(page) : depth.five ? before(page, "Claims") : page.lines(), out());
        return 0;
    }

    /** The whole answer page. */
    static void show(Question question, PrintWriter out) {
        var page = Page.read(question.readme());
        print(page, page.lines(), out);
    }

    /** The question, and what one would say aloud. */
    static void sixtySeconds(Question question, PrintWriter out) {
        var page = Page.read(question.readme());
        print(page, minute(page), out);
        out.println();
    }

    private static List<String> minute(Page page) {
        return before(page, page.sections().skip(1).findFirst().orElseThrow().text());
    }

    private static List<String> before(Page page, String section) {
        return page.sections()
                .filter(heading -> heading.text().equals(section))
                .findFirst()
                .map(heading -> page.lines().subList(0, heading.line() - 1))
                .orElse(page.lines());
    }

    private static void print(Page page, List<String> lines, PrintWriter out) {
        PlainText.of(page, lines).forEach(out::println);
    }
}
