package pykata.answer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the repository's own pages say of a question: its row in the index, and where its two Pythons differ. */
record RepositoryPages(Question question) {

    Stream<Problem> problems() {
        var index = blocks(question.root().resolve("README.md"), "index", "index of the questions");
        var file = question.root().resolve(Differences.PAGE);
        if (!Files.exists(file)) {
            return Stream.concat(index, Stream.of(new Problem(file, 1, "there is no page for who embeds Python")));
        }
        var dead = LinkProblems.of(Page.read(file), destination -> destination.startsWith(question.id() + "/"));
        return Stream.of(index, blocks(file, "differences", "list of differences"), dead)
                .flatMap(problems -> problems);
    }

    /** Those of a page's blocks of a kind, of which it must have one. */
    private Stream<Problem> blocks(Path file, String kind, String name) {
        var page = Page.read(file);
        var markers = page.markers(kind).toList();
        if (markers.isEmpty()) {
            var missing = "there is no %s; put <!-- %s --> where it belongs".formatted(name, kind);
            return Stream.of(new Problem(file, 1, missing));
        }
        return markers.stream()
                .flatMap(marker -> new Block.Place(question, page, marker, Findings.NONE, false).problem().stream());
    }
}
