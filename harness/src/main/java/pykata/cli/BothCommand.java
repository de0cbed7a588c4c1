package pykata.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pykata.claim.Literal;
import pykata.python.CPython;
import pykata.python.GraalPy;
import pykata.python.Limits;
import pykata.python.Python;
import pykata.python.PythonFailure;
import pykata.python.Sources;

@Command(
        name = "both",
        description = "Your own Python on GraalPy and on CPython: what each returns, and whether they differ."
                + " The file is imported, not run as a script.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:both return the same", "1:they differ", "2:wrong usage", "3:it could not be tried"},
        footer = {"", "Example:", "  ./kata both prices.py total '[120, 90]' '\"EUR\"'"})
final class BothCommand extends RepositoryCommand {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Parameters(index = "0", paramLabel = "FILE", description = "A Python file.")
    private Path file;

    @Parameters(index = "1", paramLabel = "FUNCTION", description = "A function that it defines.")
    private String function;

    @Parameters(index = "2..*", arity = "0..*", paramLabel = "JSON", description = "Its arguments, each as JSON.")
    private List<String> arguments = List.of();

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "30",
            description = "How long each may take (default: ${DEFAULT-VALUE}).")
    private int seconds;

    /**
     * What one interpreter made of the call.
     *
     * @param outcome in which they may differ
     * @param detail in which they always do, such as a traceback
     * @param isAnswer whether it came to an end
     */
    private record Result(String outcome, String detail, boolean isAnswer) {}

    @Override
    public Integer call() {
        var path = Path.of(System.getProperty("pykata.directory", "")).resolve(file);
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw misuse("there is no file %s to read", file);
        }
        if (!path.toString().endsWith(".py")) {
            throw misuse("%s does not end in .py", file);
        }
        var values = arguments.stream().map(this::value).toArray();
        var sources = Sources.of(path.toAbsolutePath().getParent());
        var limits = Limits.DEFAULT.within(Duration.ofSeconds(seconds));
        var name = path.getFileName().toString().replaceFirst("\\.py$", "") + "." + function;
        var results = new ArrayList<Result>();
        try (var graalPy = new GraalPy(sources, limits);
                var cPython = CPython.reference().start(sources, limits)) {
            for (var python : List.of(graalPy, cPython)) {
                results.add(result(python, name, values, path.toAbsolutePath().getParent()));
                tell(python, results.getLast());
            }
        }
        if (results.stream().noneMatch(Result::isAnswer)) {
            out().println("Neither answered: nothing to compare.");
            return 3;
        }
        if (results.stream().allMatch(BothCommand::hasNoSuchFunction)) {
            throw misuse("%s defines no %s", file, function);
        }
        var same = results.getFirst().outcome().equals(results.getLast().outcome());
        out().println(same ? "The same." : "DIFFERENT.");
        return same ? 0 : 1;
    }

    /** It was looked for in vain: no line of the user's own was running. */
    private static boolean hasNoSuchFunction(Result result) {
        return result.outcome().equals("raises AttributeError")
                && !result.detail().contains("  File ");
    }

    private Object value(String argument) {
        try {
            return JSON.readTree(argument);
        } catch (JsonProcessingException e) {
            throw misuse("not JSON: %1$s (text needs quotes of its own: '\"%1$s\"')", argument);
        }
    }

    private static Result result(Python python, String name, Object[] values, Path folder) {
        try {
            return new Result(Literal.of(python.call(name, values)), "", true);
        } catch (PythonFailure.Raised raised) {
            return new Result("raises " + raised.type(), ownFrames(raised.traceback(), folder), true);
        } catch (PythonFailure.TimedOut timedOut) {
            return new Result("no answer in time", timedOut.getMessage(), false);
        } catch (PythonFailure.Ended ended) {
            return new Result("the interpreter ended", ended.getMessage(), false);
        }
    }

    /** A traceback without the frames of the standard library, which lead from us to the user's file. */
    private static String ownFrames(String traceback, Path folder) {
        var shown = new ArrayList<String>();
        var own = true;
        for (var line : traceback.lines().toList()) {
            if (line.startsWith("  File ")) {
                own = line.contains(folder.toString());
            } else if (!line.startsWith("  ")) {
                own = true;
            }
            if (own) {
                shown.add(line);
            }
        }
        return String.join("\n", shown);
    }

    private void tell(Python python, Result result) {
        var out = out();
        out.printf("%-15s %s%n", python.interpreter(), result.outcome());
        result.detail().lines().forEach(line -> out.println(" ".repeat(16) + line));
    }
}
