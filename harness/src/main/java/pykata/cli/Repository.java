package pykata.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.text.similarity.LevenshteinDistance;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import pykata.answer.Catalogue;
import pykata.answer.Question;

/** The repository that the command works in, and its questions by the names people type. */
record Repository(Path root) {

    /** The one that the launcher names, or that the working directory is in. */
    static Repository here() {
        var named = System.getProperty("pykata.root");
        return new Repository(named == null ? Question.in(Path.of("")).root() : Path.of(named));
    }

    /** The answered questions, in reading order. */
    List<Question> answered() {
        return Catalogue.questions().keySet().stream()
                .filter(this::isAnswered)
                .map(this::at)
                .toList();
    }

    boolean isAnswered(String id) {
        return Files.exists(root.resolve(id).resolve("README.md"));
    }

    /**
     * The question of a name: its id, {@code basics/gil}, or the id's last part.
     *
     * @param command on whose behalf
     * @throws ParameterException if there is none, suggesting the nearest, or if it is not answered yet
     */
    Question question(String name, CommandSpec command) {
        var ids = Catalogue.questions().keySet();
        var id = ids.stream()
                .filter(each -> each.equals(name) || each.endsWith("/" + name))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(), "no question is called %s; %s".formatted(name, suggestion(name))));
        if (!isAnswered(id)) {
            throw new ParameterException(
                    command.commandLine(),
                    "%s is not answered yet: %s"
                            .formatted(id, Catalogue.questions().get(id)));
        }
        return at(id);
    }

    /** The questions of names; all answered ones, if there are no names. */
    List<Question> questions(List<String> names, CommandSpec command) {
        return names.isEmpty()
                ? answered()
                : names.stream().map(name -> question(name, command)).toList();
    }

    Question at(String id) {
        return new Question(root, root.resolve(id));
    }

    /** A question whose name is off by a few letters, as a question to the user; or where to look. */
    private static String suggestion(String name) {
        var distance = LevenshteinDistance.getDefaultInstance();
        var nearest = Catalogue.questions().keySet().stream()
                .min(Comparator.comparingInt(id -> distance(distance, name, id)))
                .orElseThrow();
        return distance(distance, name, nearest) <= name.length() / 2
                ? "did you mean %s?".formatted(nearest)
                : "./kata list shows them all";
    }

    private static int distance(LevenshteinDistance distance, String name, String id) {
        return Math.min(distance.apply(name, id), distance.apply(name, id.replaceFirst(".*/", "")));
    }
}
