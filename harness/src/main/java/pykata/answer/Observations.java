package pykata.answer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a claim's test observed. It is compared with the page where it is observed, in that test. */
final class Observations implements Block {

    @Override
    public Optional<List<String>> content(Place place) {
        var claim = place.marker().claim();
        return Optional.ofNullable(place.findings().proved().get(claim))
                .map(proved -> proved.table().markdown(evidence(place.question(), claim, proved)));
    }

    /** Links to what a reader may want to see: the claim's Python, its test, its broken twin. */
    private static String evidence(Question question, String claim, Findings.Proved proved) {
        var links = new ArrayList<String>();
        for (var source : sources(question, proved.modules())) {
            var slash = Files.isDirectory(source) ? "/" : "";
            links.add("[%s%s](%s%s)".formatted(source.getFileName(), slash, question.link(source), slash));
        }
        links.add("[test](%s)".formatted(proved.test()));
        var twin = question.twin(claim);
        if (Files.isDirectory(twin)) {
            links.add("[broken twin](%s)".formatted(question.link(twin)));
        }
        return String.join(" · ", links);
    }

    /** The file of each module; for all modules of a package its folder, once: a reader wants one way in. */
    static List<Path> sources(Question question, List<String> modules) {
        return modules.stream()
                .map(module -> module.replaceFirst("\\..*", ""))
                .distinct()
                .flatMap(name -> question.python(name).stream())
                .toList();
    }
}
