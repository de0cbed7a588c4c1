package pykata.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pykata.answer.Question;

@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "A question's story, told in the terminal.",
        footer = {"", "Example:", "  ./kata run gil"})
final class RunCommand implements Callable<Integer> {

    private final Repository repository;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "QUESTION", description = "Such as basics/gil, or gil.")
    private String question;

    RunCommand(Repository repository) {
        this.repository = repository;
    }

    @Override
    public Integer call() {
        return run(
                repository,
                repository.question(question, spec),
                spec.commandLine().getOut());
    }

    static int run(Repository repository, Question question, PrintWriter out) {
        if (question.demonstration().isEmpty()) {
            out.printf("%s has no demonstration.%n", question.id());
            return 0;
        }
        out.printf("Running the demonstration of %s ...%n%n", question.id());
        out.flush();
        var status = new Maven(repository).show(List.of(question), "-Pdemo", "compile");
        out.println();
        out.flush();
        return status;
    }
}
