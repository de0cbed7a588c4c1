package pykata.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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

    ParameterException misuse(String why, Object... parts) {
        return new ParameterException(spec.commandLine(), why.formatted(parts));
    }
}
