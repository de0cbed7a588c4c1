package pykata.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pykata.answer.Catalogue;
import pykata.answer.Page;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "The questions, in reading order.",
        footer = {"", "Examples:", "  ./kata list basics --kata", "  ./kata list --answered | grep -o '^[a-z].*/[^ ]*'"
        })
final class ListCommand implements Runnable {

    private final Repository repository;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "MODULE", description = "Only this module's, such as basics.")
    private String module;

    @Option(names = "--answered", description = "Only those that are answered.")
    private boolean answered;

    @Option(names = "--kata", description = "Only those with a kata.")
    private boolean kata;

    @Option(names = "--benchmark", description = "Only those with the results of a benchmark.")
    private boolean benchmark;

    ListCommand(Repository repository) {
        this.repository = repository;
    }

    @Override
    public void run() {
        if (module != null && !Repository.modules().contains(module)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "no module is called %s; %s"
                            .formatted(
                                    module,
                                    Nearest.to(module, Repository.modules())
                                            .map("did you mean %s?"::formatted)
                                            .orElse("there are " + String.join(", ", Repository.modules()))));
        }
        var out = spec.commandLine().getOut();
        var ids = Catalogue.questions().keySet().stream().filter(this::isWanted).toList();
        ids.forEach(id -> {
            out.println("%-41s %s".formatted(id, marks(id)));
            new Wrap(PlainText.COLUMNS)
                    .lines("    ", "    ", Catalogue.questions().get(id))
                    .forEach(out::println);
        });
        out.flush();
        if (ids.isEmpty()) {
            spec.commandLine().getErr().println("There is none.");
        }
    }

    private boolean isWanted(String id) {
        return (module == null || id.startsWith(module + "/"))
                && (!answered || repository.isAnswered(id))
                && (!kata || hasKata(id))
                && (!benchmark || hasBenchmark(id));
    }

    private String marks(String id) {
        if (!repository.isAnswered(id)) {
            return "not answered yet";
        }
        var marks = new ArrayList<String>();
        var claims = Page.read(repository.at(id).readme()).claims().size();
        marks.add(claims == 1 ? "1 claim" : claims + " claims");
        if (hasKata(id)) {
            marks.add("kata");
        }
        if (hasBenchmark(id)) {
            marks.add("benchmark");
        }
        return String.join(", ", marks);
    }

    private boolean hasKata(String id) {
        return Files.exists(repository.at(id).kata().resolve("exercise.py"));
    }

    private boolean hasBenchmark(String id) {
        var results = repository.at(id).folder().resolve("benchmarks");
        if (!Files.isDirectory(results)) {
            return false;
        }
        try (var files = Files.newDirectoryStream(results, "*.json")) {
            return files.iterator().hasNext();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
