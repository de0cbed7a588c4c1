package pykata.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pykata.answer.Findings;
import pykata.answer.PageWriter;
import pykata.answer.Question;
import pykata.measured.ResultFile;
import pykata.measured.Tables;

@Command(
        name = "bench",
        description = {
            "Measures a question's benchmark: the same work by GraalPy compiled and interpreted, by CPython, and by"
                    + " Java, or running systems at several rates. Ten to fifteen minutes on an idle machine.",
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
final class BenchCommand extends QuestionCommand {

    @Option(
            names = "--quick",
            description = "A smoke test: each measurement for a second or two and not warm. Takes minutes, and says how"
                    + " many; shows that all of them run, and not how fast.")
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

    @Override
    public Integer call() throws IOException {
        var question = question();
        if (profiler != null && !profiler.equals("gc")) {
            throw misuse("there is no profiler %s; gc is", profiler);
        }
        if (rows != null) {
            try {
                Pattern.compile(rows);
            } catch (PatternSyntaxException e) {
                throw misuse("--rows is no regular expression: %s", e.getDescription());
            }
        }
        if (question.benchmark().isEmpty()) {
            throw misuse("%s has no benchmark; ./kata list --benchmark shows which have one", question.id());
        }
        var isWhole = !quick && rows == null;
        var file = isWhole ? ResultFile.in(question.folder()) : ResultFile.ofPart(question.folder());
        if (!show) {
            if (!isWhole) {
                Files.deleteIfExists(file);
            }
            if (measure(question) != 0) {
                throw new IllegalStateException(
                        "%s could not be measured; what is above says why".formatted(question.id()));
            }
            if (Files.notExists(file)) {
                return 2; // it has said why
            }
        }
        if (Files.notExists(file)) {
            throw new IllegalStateException(
                    "%1$s has not been measured yet: ./kata bench %1$s".formatted(question.id()));
        }
        tell(question, file);
        return 0;
    }

    private int measure(Question question) {
        var options =
                joined(",", quick ? "quick" : "", profiler == null ? "" : "bytes", rows == null ? "" : "rows=" + rows);
        out().printf("Measuring %s ...%n%n", question.id());
        var status = new Maven(repository)
                .show(List.of(question), "-Pbench", "test-compile", "-Dbench.arguments=" + options);
        if (status == 0 && !quick && rows == null && PageWriter.rewrite(question.readme(), Findings.NONE)) {
            out().println("rewrote " + question.name(question.readme()));
        }
        return status;
    }

    private void tell(Question question, Path file) {
        var out = out();
        var results = ResultFile.read(file);
        var tables = new Tables(question.root(), question.folder(), results);
        for (var part : tables.parts()) {
            out.println();
            PlainText.of(tables.part(part)).forEach(out::println);
            if (results.wasQuick() && !part.equals("measured")) {
                out.println("A smoke test: nothing was warm, and these numbers say nothing about speed.");
            }
        }
        if (results.comesFromElsewhere()) {
            out.println("\nThis is another kind of machine: measure here before you compare.");
        }
    }
}
