package pykata.cli;

import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import pykata.answer.Catalogue;
import pykata.answer.Page;
import pykata.practice.Kata;
import pykata.practice.KataProgress;
import pykata.python.Folders;

@Command(
        name = "list",
        description = "The questions, in reading order.",
        footer = {"", "Examples:", "  ./kata list basics --kata", "  ./kata list --answered | grep -o '^[a-z].*/[^ ]*'"
        })
final class ListCommand extends RepositoryCommand {

    private static final String INDENT = "    ";

    @Parameters(
            arity = "0..1",
            paramLabel = "MODULE",
            completionCandidates = Names.OfModules.class,
            description = "Only this module's, such as basics.")
    private String module;

    @Option(names = "--answered", description = "Only those that are answered.")
    private boolean answered;

    @Option(names = "--kata", description = "Only those with a kata.")
    private boolean kata;

    @Option(names = "--benchmark", description = "Only those with the results of a benchmark.")
    private boolean benchmark;

    @Override
    public Integer call() {
        if (module != null && !Repository.modules().contains(module)) {
            throw misuse(
                    "no module is called %s; %s",
                    module,
                    Nearest.to(module, Repository.modules())
                            .map("did you mean %s?"::formatted)
                            .orElse("there are " + String.join(", ", Repository.modules())));
        }
        var out = out();
        var progress = knownProgress();
        var ids = Catalogue.questions().keySet().stream().filter(this::isWanted).toList();
        ids.forEach(id -> {
            out.println("%-41s %s".formatted(id, marks(id)));
            tell(INDENT, INDENT, Catalogue.questions().get(id));
            var begun = PracticeView.progress(progress.getOrDefault(id, KataProgress.NONE));
            if (!begun.isEmpty()) {
                tell(
                        INDENT,
                        INDENT,
                        "Your kata: " + begun.substring(0, 1).toLowerCase(Locale.ROOT) + begun.substring(1));
            }
        });
        if (ids.isEmpty()) {
            err().println("There is none.");
        }
        return 0;
    }

    /** What is known of it: whoever asks for a list gets one. */
    private Map<String, KataProgress> knownProgress() {
        try {
            return progress();
        } catch (UncheckedIOException e) {
            warn(e.getMessage());
            return Map.of();
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
        var claims = Page.countClaims(repository.at(id).readme());
        return (claims == 1 ? "1 claim" : claims + " claims")
                + (hasKata(id) ? ", kata" : "")
                + (hasBenchmark(id) ? ", benchmark" : "");
    }

    private boolean hasKata(String id) {
        return repository.isAnswered(id) && new Kata(repository.at(id)).exists();
    }

    private boolean hasBenchmark(String id) {
        return Folders.children(repository.at(id).folder().resolve("benchmarks")).stream()
                .anyMatch(file -> file.toString().endsWith(".json"));
    }
}
