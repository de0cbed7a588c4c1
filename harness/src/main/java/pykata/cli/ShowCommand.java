package pykata.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pykata.answer.Page;
import pykata.answer.Question;

@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "A question's answer, as plain text.",
        footer = {"", "Example:", "  ./kata show gil --interviewer | less"})
final class ShowCommand implements Runnable {

    private final Repository repository;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "QUESTION", description = "Such as basics/gil, or gil.")
    private String name;

    @Option(names = "--interviewer", description = "The interviewer's page instead.")
    private boolean interviewer;

    ShowCommand(Repository repository) {
        this.repository = repository;
    }

    @Override
    public void run() {
        var question = repository.question(name, spec);
        var page = interviewer ? question.interviewer() : question.readme();
        if (!Files.exists(page)) {
            throw new ParameterException(spec.commandLine(), question.id() + " has no page for the interviewer");
        }
        print(Page.read(page).lines(), spec.commandLine().getOut());
    }

    /** The whole answer page. */
    static void show(Question question, PrintWriter out) {
        print(Page.read(question.readme()).lines(), out);
    }

    /** The question, and what one would say aloud. */
    static void sixtySeconds(Question question, PrintWriter out) {
        var page = Page.read(question.readme());
        var sections =
                page.headings().stream().filter(heading -> heading.level() == 2).toList();
        print(page.lines().subList(0, sections.get(1).line() - 1), out);
        out.println();
    }

    private static void print(List<String> markdown, PrintWriter out) {
        PlainText.of(markdown).forEach(out::println);
        out.flush();
    }
}
