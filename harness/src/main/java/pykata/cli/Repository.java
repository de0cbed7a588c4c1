package pykata.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import pykata.answer.Catalogue;
import pykata.answer.Question;

/** The repository that the command works in, and its questions by the names people type. */
record Repository(Path root) {

    /** What is said of a module in the place of a question. */
    static final String IS_A_MODULE = "%1$s is a module: ./kata list %1$s shows its questions";

    /** The one that the launcher names, or that the working directory is in. */
    static Repository here() {
        var named = System.getProperty("pykata.root");
        return new Repository(named == null ? Question.in(Path.of("")).root() : Path.of(named));
    }

    /** The answered questions, in reading order. */
    List<Question> answered() {
        return Catalogue.answered(root);
    }

    /** The folder of the learner's own files. */
    Path practice() {
        return root.resolve("practice");
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
        var id = id(name, command);
        if (!isAnswered(id)) {
            throw RepositoryCommand.misuse(
                    command,
                    "%s is not answered yet: %s",
                    id,
                    Catalogue.questions().get(id));
        }
        return at(id);
    }

    /**
     * The id of a question of the catalogue, answered or not, by its name.
     *
     * @throws ParameterException if there is none, suggesting the nearest
     */
    static String id(String name, CommandSpec command) {
        return find(name).orElseThrow(() -> {
            if (modules().contains(name)) {
                return RepositoryCommand.misuse(command, IS_A_MODULE, name);
            }
            var meant = Nearest.to(name, Catalogue.questions().keySet()).map("did you mean %s?"::formatted);
            return RepositoryCommand.misuse(
                    command, "no question is called %s; %s", name, meant.orElse("./kata list shows them all"));
        });
    }

    /** The id of a question of the catalogue by its name, if there is one; a shell completes its folder with a slash. */
    static Optional<String> find(String name) {
        var meant = name.replaceFirst("/$", "");
        return Catalogue.questions().keySet().stream()
                .filter(each -> each.equals(meant) || each.endsWith("/" + meant))
                .findFirst();
    }

    Question at(String id) {
        return new Question(root, root.resolve(id));
    }

    /** The modules, in reading order. */
    static List<String> modules() {
        return Catalogue.questions().keySet().stream()
                .map(id -> id.substring(0, id.indexOf('/')))
                .distinct()
                .toList();
    }
}
