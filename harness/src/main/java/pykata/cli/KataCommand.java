package pykata.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command in front of everything: {@code ./kata basics/gil}. */
@Command(
        name = "kata",
        version = "PyKata 1",
        description = "33 Python interview questions, answered with code that proves the answer.",
        synopsisSubcommandLabel = "[COMMAND]",
        footer = {
            "",
            "Examples:",
            "  ./kata basics/gil          its answer and its story, its claims proved",
            "  ./kata list --answered     the questions that have an answer",
            "  ./kata practice gil        its kata, a verdict each time you save",
            "  ./kata ask                 a question for you, to answer aloud",
            "  ./kata prove gil --json    prove one question, the outcome as JSON",
            "  ./kata both a.py f 1 2     your own f(1, 2) on GraalPy and on CPython"
        })
public final class KataCommand extends RepositoryCommand {

    /** By their names, in the order in which help shows them. */
    private static final Map<String, Class<? extends RepositoryCommand>> COMMANDS = new LinkedHashMap<>();

    /** They tell of the others. */
    private static final Set<String> NEEDING_ALL = Set.of("help", "generate-completion");

    static {
        COMMANDS.put("list", ListCommand.class);
        COMMANDS.put("show", ShowCommand.class);
        COMMANDS.put("ask", AskCommand.class);
        COMMANDS.put("plan", PlanCommand.class);
        COMMANDS.put("run", RunCommand.class);
        COMMANDS.put("prove", ProveCommand.class);
        COMMANDS.put("practice", PracticeCommand.class);
        COMMANDS.put("mutants", MutantsCommand.class);
        COMMANDS.put("bench", BenchCommand.class);
        COMMANDS.put("both", BothCommand.class);
        COMMANDS.put("new", NewCommand.class);
        COMMANDS.put("sync", SyncCommand.class);
        COMMANDS.put("tally", TallyCommand.class);
        COMMANDS.put("doctor", DoctorCommand.class);
        COMMANDS.put("help", HelpCommand.class);
        COMMANDS.put("generate-completion", CompletionCommand.class);
    }

    @Parameters(
            arity = "0..1",
            paramLabel = "QUESTION",
            completionCandidates = Names.OfQuestions.class,
            description = "Such as basics/gil, or gil: the whole of it.")
    private String name;

    /** Those of all commands. */
    static Set<String> names() {
        return COMMANDS.keySet();
    }

    public static void main(String[] arguments) {
        var output = StandardOutput.open();
        var out = new PrintWriter(System.out, true);
        var status = OwnFault.statusOf(
                () -> commandLine(Repository.here(), arguments).setOut(out).execute(arguments), System.err);
        out.flush();
        System.exit(output.close(status, System.err));
    }

    /**
     * The command, its questions those of a repository.
     *
     * @param typed if it begins with a command, only that one is known: to know all takes more time
     */
    static CommandLine commandLine(Repository repository, String... typed) {
        var one = typed.length == 0 || NEEDING_ALL.contains(typed[0]) ? null : COMMANDS.get(typed[0]);
        var commands = one == null ? COMMANDS : Map.of(typed[0], one);
        var kata = new CommandLine(KataCommand.class);
        commands.forEach(kata::addSubcommand);
        kata.getCommandSpec().preprocessor(new WordOrder());
        Stream.concat(Stream.of(kata), kata.getSubcommands().values().stream())
                .map(CommandLine::<RepositoryCommand>getCommand)
                .forEach(command -> command.repository = repository);
        return handlingErrors(kata);
    }

    /** What goes wrong is told in a line or two, never as a stack trace. */
    static CommandLine handlingErrors(CommandLine commandLine) {
        return commandLine
                .setParameterExceptionHandler((misuse, arguments) -> {
                    var command = misuse.getCommandLine();
                    command.getErr().println("kata: " + sentence(misuse));
                    command.getErr().println("See ./" + command.getCommandSpec().qualifiedName() + " --help");
                    return command.getCommandSpec().exitCodeOnInvalidInput();
                })
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("kata: " + OwnFault.sentence(failure));
                    return OwnFault.STATUS;
                });
    }

    /** What is wrong, and the option that was meant, if an unknown one was typed and one is near. */
    private static String sentence(ParameterException misuse) {
        if (!(misuse instanceof UnmatchedArgumentException unmatched)) {
            return misuse.getMessage();
        }
        if (!unmatched.isUnknownOption()) {
            return "too many words: nothing is expected in the place of " + String.join(" ", unmatched.getUnmatched());
        }
        var names = misuse.getCommandLine().getCommandSpec().optionsMap().keySet().stream()
                .filter(name -> name.startsWith("--"))
                .map(name -> name.substring(2))
                .toList();
        return misuse.getMessage()
                + Nearest.to(unmatched.getUnmatched().getFirst().replaceFirst("^-+", ""), names)
                        .map("; did you mean --%s?"::formatted)
                        .orElse("");
    }

    /** The product in one command; its status is that of the first part that fails. */
    @Override
    public Integer call() {
        if (name == null) {
            spec.commandLine().usage(out());
            return 0;
        }
        var question = repository.question(name, spec);
        var out = out();
        ShowCommand.sixtySeconds(question, out);
        var told = RunCommand.run(repository, question, List.of(), out);
        var proved = ProveCommand.prove(repository, List.of(question), out);
        return told != 0 ? told : proved;
    }
}
