package pykata.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Stack;
import java.util.stream.Stream;
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
        var behind = rest.stream().filter(commands::contains).findFirst();
        if (behind.isPresent()) {
            throw refused(kata, "the command comes first: " + inOrder(first, rest, behind.get(), kata));
        }
        var misspelt = rest.stream().filter(word -> !isOption(word)).findFirst();
        var meant = misspelt.flatMap(word -> Nearest.to(word, commands));
        if (meant.isPresent()) {
            var corrected = rest.stream()
                    .map(word -> word.equals(misspelt.get()) ? meant.get() : word)
                    .toList();
            throw refused(
                    kata,
                    "no command is called %s; did you mean %s?"
                            .formatted(misspelt.get(), inOrder(first, corrected, meant.get(), kata)));
        }
    }

    private static ParameterException unknown(String first, List<String> rest, CommandSpec kata) {
        if (Repository.modules().contains(first)) {
            return refused(kata, "%1$s is a module: ./kata list %1$s shows its questions".formatted(first));
        }
        var commands = kata.subcommands().keySet();
        var all = new LinkedHashSet<>(Catalogue.questions().keySet());
        all.addAll(commands);
        var meant = Nearest.to(first, all).map(nearest -> {
            var behind = commands.contains(nearest)
                    ? Optional.<String>empty()
                    : rest.stream().filter(commands::contains).findFirst();
            return "did you mean %s?"
                    .formatted(behind.map(command -> inOrder(nearest, rest, command, kata))
                            .orElseGet(() -> inOrder("", rest, nearest, kata)));
        });
        return refused(
                kata,
                "no command and no question is called %s; %s"
                        .formatted(first, meant.orElse("./kata help shows the commands, ./kata list the questions")));
    }

    /** The command, then the question, if it takes one, then the other words as they were. */
    private static String inOrder(String question, List<String> rest, String command, CommandSpec kata) {
        var others = rest.stream().filter(word -> !word.equals(command));
        var takesNone = kata.subcommands().containsKey(command)
                && kata.subcommands()
                        .get(command)
                        .getCommandSpec()
                        .positionalParameters()
                        .isEmpty();
        return String.join(
                " ",
                Stream.concat(Stream.of("./kata", command, takesNone ? "" : question), others)
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    private static ParameterException refused(CommandSpec kata, String why) {
        return new ParameterException(kata.commandLine(), why);
    }

    private static boolean isOption(String word) {
        return word.startsWith("-");
    }
}
