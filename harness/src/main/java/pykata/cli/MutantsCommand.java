package pykata.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pykata.answer.Question;

@Command(
        name = "mutants",
        mixinStandardHelpOptions = true,
        description = {
            "Tries questions' proofs and katas on mutants: copies of the Python with one small mistake each, which the"
                    + " claims, or the kata's checks, must notice.",
            "Writes the score and what lives into mutants.md, and keeps the reasons that somebody has written there."
                    + " What has not changed is not run again."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:nine of ten are killed, and each of the others has a reason to live",
            "1:they are not, or one has none",
            "2:wrong usage",
            "3:it could not be tried"
        },
        footer = {
            "",
            "Examples:",
            "  ./kata mutants gil",
            "  ./kata mutants gil --quick bank.deposit",
            "  ./kata mutants gil --quick solution.Stock"
        })
final class MutantsCommand implements Callable<Integer> {

    private final Repository repository;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "QUESTION",
            description = "Such as basics/gil, or gil; all, if none is named.")
    private List<String> names = List.of();

    @Option(
            names = "--quick",
            paramLabel = "NAME",
            description = "Only those of a function, a class or a module of one question: each with what killed it."
                    + " Writes nothing.")
    private String quick;

    @Option(names = "--again", description = "Run those too that nothing has changed.")
    private boolean again;

    MutantsCommand(Repository repository) {
        this.repository = repository;
    }

    @Override
    public Integer call() throws IOException {
        var questions = repository.questions(names, spec);
        if (quick != null && names.size() != 1) {
            throw new ParameterException(spec.commandLine(), "--quick is for one question");
        }
        if (quick != null && !quick.matches("[\\w.]+")) {
            throw new ParameterException(spec.commandLine(), "--quick wants a name such as bank.deposit");
        }
        for (var question : questions) {
            Files.deleteIfExists(status(question));
        }
        new Maven(repository)
                .show(questions, "-T1", "-Pmutants", "process-test-classes", "-Dmutants.arguments=" + arguments());
        var worst = 0;
        for (var question : questions) {
            worst = Math.max(worst, read(status(question)));
        }
        return worst;
    }

    private String arguments() {
        var options = new ArrayList<String>();
        if (System.console() != null && System.console().isTerminal()) {
            options.add("terminal");
        }
        if (again) {
            options.add("again");
        }
        if (quick != null) {
            options.add("quick=" + quick);
        }
        return String.join(",", options);
    }

    private static Path status(Question question) {
        return question.folder().resolve("target/mutants.status");
    }

    /** How it ended; it has not begun if it does not say. */
    private static int read(Path file) throws IOException {
        return Files.exists(file) ? Integer.parseInt(Files.readString(file)) : 3;
    }
}
