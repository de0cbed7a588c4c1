package pykata.claim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pykata.answer.Question;

/** A question's broken twins, by the claim that each is to make fail. */
record Twins(Map<String, Twin> byClaim) {

    /** @param modules the modules it is laid over */
    record Twin(Path folder, Set<String> modules) {}

    static Twins of(Question question) {
        var twins = new TreeMap<String, Twin>();
        if (Files.isDirectory(question.twins())) {
            try (var folders = Files.list(question.twins())) {
                folders.filter(Files::isDirectory)
                        .forEach(folder ->
                                twins.put(folder.getFileName().toString(), new Twin(folder, modules(folder))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Twins(twins);
    }

    Optional<Path> folder(String claim) {
        return Optional.ofNullable(byClaim.get(claim)).map(Twin::folder);
    }

    List<Twin> besides(String claim) {
        return byClaim.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(claim))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Set<String> modules(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".py"))
                    .map(file -> folder.relativize(file).toString().replaceFirst("\\.py$", ""))
                    .map(name -> name.replace('\\', '/').replace('/', '.'))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
