package pykata.claim;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pykata.answer.Question;
import pykata.python.Folders;

/** A question's broken twins. */
record Twins(List<Twin> all) {

    /** @param modules the modules it is laid over */
    record Twin(Path folder, Set<String> modules) {}

    static Twins of(Question question) {
        return new Twins(question.twins().stream()
                .map(folder -> new Twin(folder, modules(folder)))
                .toList());
    }

    /** Those of the other claims. */
    Stream<Twin> besides(String claim) {
        return all.stream().filter(twin -> !twin.folder().endsWith(claim));
    }

    private static Set<String> modules(Path folder) {
        return Folders.files(folder, ".py").stream()
                .map(file -> folder.relativize(file).toString().replaceFirst("\\.py$", ""))
                .map(name -> name.replaceAll("[/\\\\]", "."))
                .collect(Collectors.toUnmodifiableSet());
    }
}
