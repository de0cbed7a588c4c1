package pykata.answer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pykata.measured.MutationScore;
import pykata.measured.ResultFile;

/** The index of the questions, as the repository's first page shows it. */
final class Index implements Block {

    private static final String NOT_YET = "—";

    private static final Pattern SENTENCE = Pattern.compile("[.?!](?=\\s+[A-Z`])");

    @Override
    public Optional<List<String>> content(Place place) {
        return Optional.of(table(place.question().root()));
    }

    /** Each question answers for its own row, so that work on one does not make another red. */
    @Override
    public Optional<String> problem(Place place) {
        var question = place.question();
        return Problem.unless(
                place.shown().contains(row(question)),
                "the index does not have the row of %s as it is now; run ./kata sync",
                question.id());
    }

    /** One row per question of the catalogue, in its order. */
    private static List<String> table(Path root) {
        var lines = new ArrayList<String>();
        lines.add("| question, and its answer in one sentence | claims: on GraalPy, on CPython | mutants killed: of its"
                + " Python, of its kata | benchmark | kata |");
        lines.add("|---|---|---|---|---|");
        Catalogue.questions().forEach((id, title) -> {
            var folder = root.resolve(id);
            lines.add(
                    Files.exists(folder.resolve("README.md"))
                            ? row(Question.in(folder))
                            : "| %s | %s | %s | %s | %s |".formatted(title, NOT_YET, NOT_YET, NOT_YET, NOT_YET));
        });
        return lines;
    }

    /** The row of an answered question. */
    private static String row(Question question) {
        var id = question.id();
        var page = Page.read(question.readme());
        return "| [%s](%s/README.md) %s | %s | %s | %s | %s |"
                .formatted(
                        Catalogue.questions().get(id),
                        id,
                        firstSentence(page),
                        claims(page),
                        mutants(question),
                        link(ResultFile.in(question.folder()), "[measured](%s/README.md#benchmark)".formatted(id)),
                        link(question.kata().resolve("exercise.py"), "[exercise](%s/kata/exercise.py)".formatted(id)));
    }

    /** What a candidate would begin with. */
    private static String firstSentence(Page page) {
        var text = page.lines().stream()
                .dropWhile(line -> !line.startsWith("## "))
                .skip(1)
                .dropWhile(line -> line.isBlank() || line.startsWith("<!--"))
                .takeWhile(line -> !line.isBlank())
                .collect(Collectors.joining(" "));
        var end = SENTENCE.matcher(text);
        return end.find() ? text.substring(0, end.start() + 1) : text;
    }

    /** All of them, and how many of them each of the two was asked for. */
    private static String claims(Page page) {
        var tables = ObservedTable.of(page);
        return "%d: %d, %d".formatted(tables.size(), asked(tables, "GraalPy"), asked(tables, "CPython"));
    }

    private static long asked(List<ObservedTable> tables, String implementation) {
        return tables.stream()
                .flatMap(table -> table.interpreter(implementation).stream())
                .count();
    }

    private static String mutants(Question question) {
        return MutationScore.read(question.folder())
                .counts()
                .map(counts -> "[%s](%s/mutants.md)".formatted(counts, question.id()))
                .orElse(NOT_YET);
    }

    private static String link(Path target, String markdown) {
        return Files.exists(target) ? markdown : NOT_YET;
    }
}
