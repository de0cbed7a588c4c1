package pykata.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pykata.cli.Probe.Answer;
import pykata.cli.Probe.Outcome;
import pykata.cli.Probe.Trial;
import pykata.python.CPython;
import pykata.python.GraalPy;
import pykata.python.Interpreter;
import pykata.python.Limits;
import pykata.python.Python;
import pykata.python.Sources;

@Command(
        name = "both",
        description = {
            "Your own Python on CPython and on GraalPy: what each returns and prints, and whether they differ.",
            "The file is imported, not run as a script; each Python is a process of its own, in an empty folder,"
                    + " without input, in UTC."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:both return and print the same, or raise the same",
            "1:they differ",
            "2:wrong usage",
            "3:it could not be tried, or not be compared"
        },
        footer = {
            "",
            "Examples:",
            "  ./kata both prices.py total '[120, 90]' '\"EUR\"'",
            "  ./kata both prices.py total '[120, 90]' currency='\"EUR\"'"
        })
final class BothCommand extends RepositoryCommand {

    /** Characters of a value that are shown. */
    static final int MOST_SHOWN = 500;

    private static final int MOST_LINES = 24;
    private static final int MOST_SECONDS = 3600;
    private static final Pattern KEYWORD = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_]*)=(.*)", Pattern.DOTALL);
    private static final String INDENT = " ".repeat(16);

    @Parameters(index = "0", paramLabel = "FILE", description = "A Python file.")
    private Path file;

    @Parameters(
            index = "1",
            paramLabel = "FUNCTION",
            description = "A function that it defines; Class.method for a static or a class method.")
    private String function;

    @Parameters(
            index = "2..*",
            arity = "0..*",
            paramLabel = "[NAME=]JSON",
            description = "Its arguments, each as JSON, with or without a name.")
    private List<String> arguments = List.of();

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "30",
            description = "How long each may take (default: ${DEFAULT-VALUE}).")
    private int seconds;

    /** A negative number is an argument, and looks like an option. */
    @Spec
    void setOwnSpec(CommandSpec own) {
        own.parser().unmatchedOptionsArePositionalParams(true);
    }

    @Override
    public Integer call() {
        var probe = probe();
        var reference = CPython.reference();
        var cPython = trial(probe, reference.interpreter(), reference::start);
        if (cPython.answer().outcome() == Outcome.MISSING) {
            throw misuse("%s defines no %s", file, cPython.answer().shown());
        }
        if (cPython.answer().outcome() == Outcome.REFUSED) {
            throw misuse("%s", cPython.answer().shown());
        }
        tell(probe, reference.interpreter(), cPython);
        var graalPy = trial(probe, GraalPy.version(), GraalPy::new);
        tell(probe, GraalPy.version(), graalPy);
        var comparison = Comparison.of(cPython, graalPy);
        if (comparison.isOfAnswersThatDiffer()) {
            var again = trial(probe, reference.interpreter(), reference::start);
            comparison = comparison.given(Comparison.of(cPython, again));
        }
        comparison.sentences().forEach(sentence -> tell("", "", sentence));
        return comparison.status();
    }

    private Probe probe() {
        var path = Path.of(System.getProperty("pykata.directory", ""))
                .resolve(file)
                .toAbsolutePath()
                .normalize();
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw misuse("there is no file %s to read", file);
        }
        if (!path.toString().endsWith(".py")) {
            throw misuse("%s does not end in .py", file);
        }
        if (seconds < 1 || seconds > MOST_SECONDS) {
            throw misuse("--seconds is a number from 1 to %d", MOST_SECONDS);
        }
        var positional = new ArrayList<String>();
        var keywords = new LinkedHashMap<String, String>();
        for (var argument : arguments) {
            var keyword = KEYWORD.matcher(argument);
            if (!keyword.matches()) {
                positional.add(json(argument));
            } else if (keywords.put(keyword.group(1), json(keyword.group(2))) != null) {
                throw misuse("%s= comes twice", keyword.group(1));
            }
        }
        return new Probe(path, function, positional, keywords, Limits.DEFAULT.within(Duration.ofSeconds(seconds)));
    }

    private String json(String argument) {
        try {
            if (!Probe.JSON.readTree(argument).isMissingNode()) {
                return argument;
            }
        } catch (JsonProcessingException e) {
            // told below
        }
        throw misuse("not JSON: %s (%s)", argument, inJson(argument));
    }

    /** What somebody may have meant who typed something else, such as Python. */
    private static String inJson(String argument) {
        return switch (argument) {
            case "None" -> "that is null";
            case "True", "False" -> "that is " + argument.toLowerCase(Locale.ROOT);
            default ->
                argument.startsWith("[") || argument.startsWith("{")
                        ? "as in '[1, \"a\"]' and '{\"a\": null}'"
                        : "text needs quotes of its own: '\"%s\"'".formatted(argument);
        };
    }

    private Trial trial(Probe probe, Interpreter interpreter, BiFunction<Sources, Limits, Python> start) {
        try (var _ = Waiting.started(out(), isScreen(), interpreter + " is at work")) {
            return probe.on(start);
        }
    }

    private void tell(Probe probe, Interpreter interpreter, Trial trial) {
        var answer = trial.answer();
        out().printf("%-15s %s%n", interpreter, shortened(inWords(answer)));
        lines(ownFrames(answer.detail(), probe.file().getParent())).forEach(line -> out().println(INDENT + line));
        tellPrinted("prints", trial.out());
        tellPrinted("on stderr", trial.err());
        if (answer.leftRunning() > 0) {
            out().println(INDENT + "(It left threads or processes running: " + answer.leftRunning() + ". Ended.)");
        }
        out().flush();
    }

    private void tellPrinted(String how, String printed) {
        var label = how;
        for (var line : lines(printed)) {
            out().println("%s%-10s%s".formatted(INDENT, label, line).stripTrailing());
            label = "";
        }
    }

    private static String inWords(Answer answer) {
        return switch (answer.outcome()) {
            case RETURNED, STOPPED, ENDED, REFUSED -> answer.shown();
            case RAISED -> "raises " + answer.shown();
            case INCOMPARABLE -> "returns %s, which cannot be compared".formatted(answer.shown());
            case MISSING -> "has no " + answer.shown();
            case UNLOADABLE -> "cannot import it: " + answer.shown();
        };
    }

    /** As a terminal can show it: neither endless nor with characters that it would obey. */
    private static List<String> lines(String text) {
        var lines = Printable.of(text.stripTrailing().replace("\r\n", "\n"))
                .lines()
                .map(BothCommand::shortened)
                .toList();
        if (lines.size() <= MOST_LINES) {
            return lines;
        }
        var half = MOST_LINES / 2;
        var shown = new ArrayList<>(lines.subList(0, half));
        shown.add("... %d lines more".formatted(lines.size() - MOST_LINES));
        shown.addAll(lines.subList(lines.size() - half, lines.size()));
        return shown;
    }

    private static String shortened(String text) {
        var clean = Printable.of(text);
        if (clean.length() <= MOST_SHOWN) {
            return clean;
        }
        return String.format(
                Locale.ROOT,
                "%s ... %s (%,d characters)",
                clean.substring(0, MOST_SHOWN * 3 / 5),
                clean.substring(clean.length() - MOST_SHOWN / 5),
                clean.length());
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
}
