package pykata.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pykata.answer.Question;

@Command(
        name = "mutants",
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
final class MutantsCommand extends QuestionsCommand {

    @Option(
            names = "--quick",
            paramLabel = "NAME",
            description = "Only those of a function, a class or a module of one question: each with what killed it."
                    + " Writes nothing.")
    private String quick;

    @Option(names = "--again", description = "Run those too that nothing has changed.")
    private boolean again;

    @Override
    public Integer call() throws IOException {
        var questions = questions();
        if (quick != null && names.size() != 1) {
            throw misuse("--quick is for one question");
        }
        if (quick != null && !quick.matches("[\\w.]+")) {
            throw misuse("--quick wants a name such as bank.deposit");
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
        return joined(",", isTerminal() ? "terminal" : "", again ? "again" : "", quick == null ? "" : "quick=" + quick);
    }

    private static Path status(Question question) {
        return question.folder().resolve("target/mutants.status");
    }

    /** How it ended; it has not begun if it does not say. */
    private static int read(Path file) throws IOException {
        return Files.exists(file) ? Integer.parseInt(Files.readString(file)) : 3;
    }
}
