package pykata.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import pykata.practice.KataProgress;

/** What every command has: the repository it works in, where it writes, and what it says to who uses it wrongly. */
@Command(mixinStandardHelpOptions = true)
abstract class RepositoryCommand implements Callable<Integer> {

    /** Set by whoever makes the command. */
    Repository repository;

    @Spec
    CommandSpec spec;

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Text, no wider than a terminal; see {@link Wrap#lines(String, String, String)}. */
    void tell(String first, String rest, String text) {
        new Wrap(PlainText.COLUMNS).lines(first, rest, text).forEach(out()::println);
    }

    /** Says what is wrong and does not end the command. */
    void warn(String sentence) {
        err().println("kata: " + sentence);
    }

    /** How far the learner has come with each kata that was begun, by the question's id. */
    Map<String, KataProgress> progress() {
        return KataProgress.in(repository.practice(), this::warn).read();
    }

    static boolean isTerminal() {
        return System.console() != null && System.console().isTerminal();
    }

    /** Whether a line that is told can be taken back. */
    static boolean isScreen() {
        return isTerminal() && !"dumb".equals(System.getenv("TERM"));
    }

    /** The words that are not empty, with something between them. */
    static String joined(String between, String... words) {
        return Stream.of(words).filter(word -> !word.isEmpty()).collect(Collectors.joining(between));
    }

    ParameterException misuse(String why, Object... parts) {
        return misuse(spec, why, parts);
    }

    static ParameterException misuse(CommandSpec command, String why, Object... parts) {
        return new ParameterException(command.commandLine(), why.formatted(parts));
    }
}
