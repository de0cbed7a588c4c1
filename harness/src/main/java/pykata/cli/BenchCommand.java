package pykata.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pykata.answer.Findings;
import pykata.answer.PageWriter;
import pykata.answer.Question;
import pykata.measured.ResultFile;
import pykata.measured.Tables;

@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures a question's benchmark: the same work by GraalPy compiled and interpreted, by CPython, and by"
                    + " Java. About ten minutes on an idle machine.",
            "A whole run replaces the question's results, its chart and the tables on its page; --quick and --rows"
                    + " only show theirs."
        },
        footer = {
            "",
            "Examples:",
            "  ./kata bench gil --quick",
            "  ./kata bench generators-vs-iterators --rows 'list|JIT' --prof gc",
            "  ./kata bench gil --show"
        })
final class BenchCommand implements Callable<Integer> {

    private final Repository repository;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "QUESTION", description = "Such as basics/gil, or gil.")
    private String name;

    @Option(names = "--quick", description = "Half a minute; not warm, so of no worth but to see that it runs.")
    private boolean quick;

    @Option(
            names = "--rows",
            paramLabel = "REGEX",
            description = "Only measurements in whose row or column this is found.")
    private String rows;

    @Option(names = "--prof", paramLabel = "gc", description = "gc: the memory per unit too.")
    private String profiler;

    @Option(names = "--show", description = "Measure nothing; show what was measured.")
    private boolean show;

    BenchCommand(Repository repository) {
        this.repository = repository;
    }

    @Override
    public Integer call() throws IOException {
        var question = repository.question(name, spec);
        if (profiler != null && !profiler.equals("gc")) {
            throw new ParameterException(spec.commandLine(), "there is no profiler %s; gc is".formatted(profiler));
        }
        if (rows != null) {
            try {
                Pattern.compile(rows);
            } catch (PatternSyntaxException e) {
                throw new ParameterException(
                        spec.commandLine(), "--rows is no regular expression: " + e.getDescription());
            }
        }
        if (question.benchmark().isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    question.id() + " has no benchmark; ./kata list --benchmark shows which have one");
        }
        var file = quick || rows != null
                ? question.folder()
                        .resolve("target/benchmarks")
                        .resolve(ResultFile.in(question.folder()).getFileName())
                : ResultFile.in(question.folder());
        if (!show) {
            if (quick || rows != null) {
                Files.deleteIfExists(file);
            }
            var status = measure(question);
            if (status != 0) {
                return status;
            }
            if (Files.notExists(file)) {
                return 2; // it has said why
            }
        }
        if (Files.notExists(file)) {
            throw new IllegalStateException(
                    "%s has not been measured yet: ./kata bench %s".formatted(question.id(), question.id()));
        }
        tell(question, file);
        return 0;
    }

    private int measure(Question question) {
        var options = new ArrayList<String>();
        if (quick) {
            options.add("quick");
        }
        if (profiler != null) {
            options.add("bytes");
        }
        if (rows != null) {
            options.add("rows=" + rows);
        }
        spec.commandLine().getOut().printf("Measuring %s ...%n%n", question.id());
        spec.commandLine().getOut().flush();
        var status = new Maven(repository)
                .show(List.of(question), "-Pbench", "test-compile", "-Dbench.arguments=" + String.join(",", options));
        if (status == 0 && !quick && rows == null && PageWriter.rewrite(question.readme(), Findings.NONE)) {
            spec.commandLine().getOut().println("rewrote " + question.name(question.readme()));
        }
        return status;
    }

    private void tell(Question question, Path file) {
        var out = spec.commandLine().getOut();
        var results = ResultFile.read(file);
        var tables = new Tables(question.root(), question.folder(), results);
        for (var part : tables.parts()) {
            out.println();
            PlainText.of(tables.part(part)).forEach(out::println);
        }
        if (results.comesFromElsewhere()) {
            out.println("\nThis is another kind of machine: measure here before you compare.");
        }
        out.flush();
    }
}
