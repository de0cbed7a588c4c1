package pykata.cli;

import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;
import pykata.answer.Catalogue;

@Command(
        name = "help",
        description = "How a command is used. Whatever else is typed, it only helps.",
        footer = {"", "Example:", "  ./kata help prove"})
final class HelpCommand extends RepositoryCommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "COMMAND",
            completionCandidates = Names.OfCommands.class,
            description = "Such as prove; all of them, if none is named.")
    private String word = "";

    /** Of the command that somebody asks about: nothing of it is carried out. */
    @Unmatched
    private @Nullable List<String> ignored;

    @Override
    public Integer call() {
        var kata = spec.parent().commandLine();
        var command = word.isEmpty() ? kata : kata.getSubcommands().get(word);
        if (command != null) {
            command.usage(out());
            return 0;
        }
        if (Repository.find(word).isPresent()) {
            out().printf("%s is a question: ./kata show %s shows its answer, ./kata help all commands.%n", word, word);
            return 0;
        }
        var all = new LinkedHashSet<>(kata.getSubcommands().keySet());
        all.addAll(Catalogue.questions().keySet());
        throw misuse(
                "no command is called %s; %s",
                word,
                Nearest.to(word, all)
                        .map("did you mean ./kata help %s?"::formatted)
                        .orElse("./kata help shows them all"));
    }
}
