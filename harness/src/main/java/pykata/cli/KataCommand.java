package pykata.cli;

import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Parameters;

/** The command in front of everything: {@code ./kata basics/gil}. */
@Command(
        name = "kata",
        version = "PyKata 1",
        description = "33 Python interview questions, answered with code that proves the answer.",
        synopsisSubcommandLabel = "[COMMAND]",
        subcommands = {
            ListCommand.class,
            ShowCommand.class,
            AskCommand.class,
            RunCommand.class,
            ProveCommand.class,
            PracticeCommand.class,
            MutantsCommand.class,
            BenchCommand.class,
            BothCommand.class,
            NewCommand.class,
            SyncCommand.class,
            TallyCommand.class,
            DoctorCommand.class,
            AutoComplete.GenerateCompletion.class
        },
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

    @Parameters(arity = "0..1", paramLabel = "QUESTION", description = "Such as basics/gil, or gil: the whole of it.")
    private String name;

    public static void main(String[] arguments) {
        System.exit(OwnFault.statusOf(() -> commandLine(Repository.here()).execute(arguments), System.err));
    }

    /** The command, its questions those of a repository. Plain text unless on a terminal that shows more. */
    static CommandLine commandLine(Repository repository) {
        var factory = new CommandLine.IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                var made = CommandLine.defaultFactory().create(type);
                if (made instanceof RepositoryCommand command) {
                    command.repository = repository;
                }
                return made;
            }
        };
        return handlingErrors(new CommandLine(KataCommand.class, factory))
                .setColorScheme(
                        CommandLine.Help.defaultColorScheme(System.getenv("NO_COLOR") == null ? Ansi.AUTO : Ansi.OFF));
    }

    /** What goes wrong is told in a line or two, never as a stack trace. */
    static CommandLine handlingErrors(CommandLine commandLine) {
        return commandLine
                .setParameterExceptionHandler((misuse, arguments) -> {
                    var command = misuse.getCommandLine();
                    command.getErr().println("kata: " + misuse.getMessage());
                    command.getErr().println("See ./" + command.getCommandSpec().qualifiedName() + " --help");
                    return command.getCommandSpec().exitCodeOnInvalidInput();
                })
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("kata: " + OwnFault.sentence(failure));
                    return OwnFault.STATUS;
                });
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
        var told = RunCommand.run(repository, question, out);
        var proved = ProveCommand.prove(repository, List.of(question), out);
        return told != 0 ? told : proved;
    }
}
