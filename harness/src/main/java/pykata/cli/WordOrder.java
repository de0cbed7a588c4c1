package pykata.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Stack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import pykata.answer.Catalogue;

/**
 * Looks at what is typed behind {@code ./kata} before it is parsed: a question in front of its command would be taken
 * for a command without a question, which is for all of them. What is refused is told in the form that works.
 */
final class WordOrder implements IParameterPreprocessor {

    @Override
    public boolean preprocess(
            Stack<String> stack, CommandSpec kata, @Nullable ArgSpec none, Map<String, Object> information) {
        var typed = new ArrayList<>(stack).reversed(); // the first word is on top
        if (!typed.isEmpty() && !isOption(typed.getFirst())) {
            check(typed.getFirst(), typed.subList(1, typed.size()), kata);
        }
        return false;
    }

    private static void check(String first, List<String> rest, CommandSpec kata) {
        var commands = kata.subcommands().keySet();
        if (commands.contains(first)) {
            return;
        }
        if (Repository.find(first).isEmpty()) {
            throw unknown(first, rest, kata);
        }
        if (rest.stream().anyMatch(commands::contains)) {
            throw RepositoryCommand.misuse(kata, "the command comes first: %s", inOrder(first, rest, kata));
        }
        var misspelt = rest.stream().filter(word -> !isOption(word)).findFirst();
        var meant = misspelt.flatMap(word -> Nearest.to(word, commands));
        if (meant.isPresent()) {
            var corrected = new ArrayList<>(rest);
            corrected.set(rest.indexOf(misspelt.get()), meant.get());
            throw RepositoryCommand.misuse(
                    kata, "no command is called %s; did you mean %s?", misspelt.get(), inOrder(first, corrected, kata));
        }
    }

    private static ParameterException unknown(String first, List<String> rest, CommandSpec kata) {
        if (Repository.modules().contains(first)) {
            return RepositoryCommand.misuse(kata, Repository.IS_A_MODULE, first);
        }
        var all = new LinkedHashSet<>(Catalogue.questions().keySet());
        all.addAll(kata.subcommands().keySet());
        var meant = Nearest.to(first, all).map(nearest -> "did you mean %s?".formatted(inOrder(nearest, rest, kata)));
        return RepositoryCommand.misuse(
                kata,
                "no command and no question is called %s; %s",
                first,
                meant.orElse("./kata help shows the commands, ./kata list the questions"));
    }

    /** What is to be typed: a command that follows a question comes before it, and instead of it if it takes none. */
    private static String inOrder(String first, List<String> rest, CommandSpec kata) {
        var commands = kata.subcommands();
        var words = new ArrayList<>(rest);
        words.addFirst(first);
        var behind = rest.stream().filter(commands::containsKey).findFirst();
        if (!commands.containsKey(first) && behind.isPresent()) {
            var command = behind.get();
            words.remove(command);
            words.addFirst(command);
            if (commands.get(command).getCommandSpec().positionalParameters().isEmpty()) {
                words.remove(first);
            }
        }
        return "./kata " + String.join(" ", words);
    }

    private static boolean isOption(String word) {
        return word.startsWith("-");
    }
}
