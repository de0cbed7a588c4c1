package pykata.answer;

import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Links of a page that lead to nothing in this repository. Links into the web are not followed. */
final class DeadLinks {

    private DeadLinks() {}

    /** @param which those to try, by their destinations */
    static Stream<Problem> of(Page page, Predicate<String> which) {
        return page.links().stream()
                .filter(link -> which.test(link.destination()))
                .flatMap(link -> why(page, link.destination())
                        .map(why -> new Problem(page.file(), link.line(), "a dead link: " + why))
                        .stream());
    }

    private static Optional<String> why(Page page, String destination) {
        if (destination.matches("(?i)[a-z][a-z0-9+.-]*:.*")) {
            return Optional.empty();
        }
        var parts = destination.split("#", 2);
        var own = parts[0].isEmpty();
        var target = own ? page.file() : page.file().resolveSibling(parts[0]);
        if (!Files.exists(target)) {
            return Optional.of("there is no " + destination);
        }
        var isLost = parts.length == 2
                && target.toString().endsWith(".md")
                && !(own ? page : Page.read(target)).anchors().contains(parts[1]);
        return Problem.unless(
                !isLost, "nothing is called #%s in %s", parts[parts.length - 1], own ? "this page" : parts[0]);
    }
}
