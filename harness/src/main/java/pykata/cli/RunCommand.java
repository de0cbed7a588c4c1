package pykata.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import pykata.answer.Question;

@Command(
        name = "run",
        description = "A question's story, told in the terminal.",
        footer = {"", "Examples:", "  ./kata run gil", "  ./kata run iot -- --devices 100"})
final class RunCommand extends QuestionCommand {

    @Parameters(
            index = "1..*",
            paramLabel = "OPTION",
            description = "What the demonstration itself understands, behind --; most understand nothing.")
    private List<String> options = List.of();

    @Override
    public Integer call() {
        return run(repository, question(), options, out());
    }

    static int run(Repository repository, Question question, List<String> options, PrintWriter out) {
        if (question.demonstration().isEmpty()) {
            out.printf("%s has no demonstration.%n", question.id());
            return 0;
        }
        out.printf("Running the demonstration of %s ...%n%n", question.id());
        var words = "-Ddemo.arguments=" + String.join(" ", options);
        var status = new Maven(repository).show(List.of(question), "-Pdemo", words, "compile");
        out.println();
        if (status != 0) {
            out.printf("The demonstration of %s did not end well: that is our own fault.%n", question.id());
            return OwnFault.STATUS;
        }
        return 0;
    }
}
