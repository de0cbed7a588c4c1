package pykata.answer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where GraalPy and CPython answer differently: every row of the pages' observed tables in which the two columns are not
 * the same. What only one of them was asked is no difference.
 */
final class Differences implements Block {

    /** The page that lists them, in the repository's folder. */
    static final String PAGE = "GRAALPY.md";

    private static final String GRAALPY = "GraalPy";
    private static final String CPYTHON = "CPython";

    @Override
    public Optional<List<String>> content(Place place) {
        return Optional.of(table(place.question().root()));
    }

    /** Each question answers for its own, so that work on one does not make another red. */
    @Override
    public Optional<String> problem(Place place) {
        var question = place.question();
        return Problem.unless(
                rowsOf(question, place.shown()).equals(rows(question)),
                "the list of differences does not have those of %s as they are now; run ./kata sync",
                question.id());
    }

    /** All of them, in the order of the catalogue, the claims and their tables. */
    static List<String> table(Path root) {
        var questions = Catalogue.answered(root);
        var tables = questions.stream()
                .flatMap(question -> ObservedTable.of(Page.read(question.readme())).stream())
                .toList();
        var lines = new ArrayList<String>();
        lines.add("| claim | observed | %s | %s |".formatted(head(tables, GRAALPY), head(tables, CPYTHON)));
        lines.add("|---|---|---|---|");
        questions.forEach(question -> lines.addAll(rows(question)));
        return lines;
    }

    /** Those of one question. The first row of a claim has its sentence, the others of that claim leave it out. */
    static List<String> rows(Question question) {
        var page = Page.read(question.readme());
        var rows = new ArrayList<String>();
        for (var claim : page.claims()) {
            var cell = " [%s](%s/README.md#%s) "
                    .formatted(ObservedTable.escape(claim.sentence()), question.id(), claim.id());
            for (var row : differing(ObservedTable.of(page, claim))) {
                rows.add("|" + cell + row);
                cell = " ";
            }
        }
        return rows;
    }

    /** Those of one question, among the rows of all of them. */
    static List<String> rowsOf(Question question, List<String> table) {
        var rows = new ArrayList<String>();
        var isOf = false;
        for (var line : table) {
            if (!line.startsWith("| |")) {
                isOf = line.contains("](" + question.id() + "/README.md#");
            }
            if (isOf) {
                rows.add(line);
            }
        }
        return rows;
    }

    private static List<String> differing(ObservedTable table) {
        var graalPy = table.interpreter(GRAALPY).flatMap(table::of).orElse(Map.of());
        var cpython = table.interpreter(CPYTHON).flatMap(table::of).orElse(Map.of());
        return graalPy.entrySet().stream()
                .filter(seen -> cpython.containsKey(seen.getKey()))
                .filter(seen -> !cpython.get(seen.getKey()).equals(seen.getValue()))
                .map(seen -> "| %s | %s | %s |"
                        .formatted(
                                ObservedTable.text(seen.getKey()),
                                ObservedTable.code(seen.getValue()),
                                ObservedTable.code(cpython.get(seen.getKey()))))
                .toList();
    }

    /** An implementation with its version. More than one while a version is being changed, question by question. */
    private static String head(List<ObservedTable> tables, String implementation) {
        var found = tables.stream()
                .flatMap(table -> table.interpreter(implementation).stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return found.isEmpty() ? implementation : found;
    }
}
