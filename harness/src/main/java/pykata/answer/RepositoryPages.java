package pykata.answer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the repository's own pages say of a question: its row in the index, and where its two Pythons differ. Each
 * question answers for its part only, so that work on one does not make another red.
 */
record RepositoryPages(Question question) {

    Stream<Problem> problems() {
        return Stream.concat(index().stream(), differences());
    }

    private Optional<Problem> index() {
        var page = Page.read(question.root().resolve("README.md"));
        var marker = marker(page, "index");
        if (marker.isEmpty()) {
            return problem(page.file(), 1, "there is no index of the questions; put <!-- index --> where it belongs");
        }
        return page.block(marker.get()).contains(Index.row(question))
                ? Optional.empty()
                : problem(
                        page.file(),
                        marker.get().line(),
                        "the index does not have the row of %s as it is now; run ./kata sync".formatted(question.id()));
    }

    private Stream<Problem> differences() {
        var file = question.root().resolve(Differences.PAGE);
        if (!Files.exists(file)) {
            return problem(file, 1, "there is no page for who embeds Python").stream();
        }
        var page = Page.read(file);
        var dead = DeadLinks.of(page, destination -> destination.startsWith(question.id() + "/"));
        return Stream.concat(listed(page).stream(), dead);
    }

    private Optional<Problem> listed(Page page) {
        var marker = marker(page, "differences");
        if (marker.isEmpty()) {
            return problem(
                    page.file(), 1, "there is no list of differences; put <!-- differences --> where it belongs");
        }
        var listed = Differences.rowsOf(question, page.block(marker.get()));
        return listed.equals(Differences.rows(question))
                ? Optional.empty()
                : problem(
                        page.file(),
                        marker.get().line(),
                        "the list of differences does not have those of %s as they are now; run ./kata sync"
                                .formatted(question.id()));
    }

    private static Optional<Page.Marker> marker(Page page, String kind) {
        return page.markers().stream()
                .filter(marker -> marker.kind().equals(kind))
                .findFirst();
    }

    private static Optional<Problem> problem(Path file, int line, String what) {
        return Optional.of(new Problem(file, line, what));
    }
}
