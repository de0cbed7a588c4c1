package pykata.answer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The index of the questions, as the repository's first page shows it. */
public final class Index {

    private static final String NOT_YET = "—";

    private Index() {}

    /** One row per question of the catalogue, in its order. */
    public static List<String> table(Path root) {
        var lines = new ArrayList<String>();
        lines.add("| | question | claims | interviewer | kata |");
        lines.add("|---|---|---|---|---|");
        Catalogue.questions().forEach((id, title) -> {
            var folder = root.resolve(id);
            lines.add(
                    Files.exists(folder.resolve("README.md"))
                            ? row(Question.in(folder))
                            : "| `%s` | %s | %s | %s | %s |".formatted(id, title, NOT_YET, NOT_YET, NOT_YET));
        });
        return lines;
    }

    /** The row of an answered question. */
    static String row(Question question) {
        var id = question.id();
        return "| `%s` | [%s](%s/README.md) | %d | %s | %s |"
                .formatted(
                        id,
                        Catalogue.questions().get(id),
                        id,
                        Page.read(question.readme()).claims().size(),
                        link(question.interviewer(), "[page](%s/INTERVIEWER.md)".formatted(id)),
                        link(question.kata().resolve("exercise.py"), "[exercise](%s/kata/exercise.py)".formatted(id)));
    }

    private static String link(Path target, String markdown) {
        return Files.exists(target) ? markdown : NOT_YET;
    }
}
