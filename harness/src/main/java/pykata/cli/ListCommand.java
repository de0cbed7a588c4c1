package pykata.cli;

import java.nio.file.Files;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pykata.answer.Catalogue;
import pykata.answer.Page;

@Command(name = "list", mixinStandardHelpOptions = true, description = "The questions, in reading order.")
final class ListCommand implements Runnable {

    private final Repository repository;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "MODULE", description = "Only this module's, such as basics.")
    private String module;

    @Option(names = "--answered", description = "Only those that are answered.")
    private boolean answered;

    @Option(names = "--kata", description = "Only those with a kata.")
    private boolean kata;

    ListCommand(Repository repository) {
        this.repository = repository;
    }

    @Override
    public void run() {
        var out = spec.commandLine().getOut();
        Catalogue.questions().forEach((id, title) -> {
            if (module != null && !id.startsWith(module + "/")) {
                return;
            }
            if (answered && !repository.isAnswered(id) || kata && !hasKata(id)) {
                return;
            }
            out.printf("%-36s %-10s %s%n", id, claims(id), title);
        });
        out.flush();
    }

    private boolean hasKata(String id) {
        return Files.exists(repository.root().resolve(id).resolve("kata/exercise.py"));
    }

    private String claims(String id) {
        if (!repository.isAnswered(id)) {
            return "not yet";
        }
        return Page.read(repository.at(id).readme()).claims().size() + " claims";
    }
}
