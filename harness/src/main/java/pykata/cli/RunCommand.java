package pykata.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import pykata.answer.Question;

@Command(
        name = "run",
        description = "A question's story, told in the terminal.",
        footer = {"", "Example:", "  ./kata run gil"})
final class RunCommand extends RepositoryCommand {

    @Parameters(
            paramLabel = "QUESTION",
            completionCandidates = Names.OfQuestions.class,
            description = "Such as basics/gil, or gil.")
    private String question;

    @Override
    public Integer call() {
        return run(repository, repository.question(question, spec), out());
    }

    static int run(Repository repository, Question question, PrintWriter out) {
        if (question.demonstration().isEmpty()) {
            out.printf("%s has no demonstration.%n", question.id());
            return 0;
        }
        out.printf("Running the demonstration of %s ...%n%n", question.id());
        var status = new Maven(repository).show(List.of(question), "-Pdemo", "compile");
        out.println();
        if (status != 0) {
            out.printf("The demonstration of %s did not end well: that is our own fault.%n", question.id());
            return OwnFault.STATUS;
        }
        return 0;
    }
}
