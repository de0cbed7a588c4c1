package pykata.answer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Links of a page that lead to nothing in this repository, or to another claim than they say. Links into the web are not
 * followed.
 */
final class LinkProblems {

    private static final Pattern WEB = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*");
    private static final Pattern NUMBERED = Pattern.compile("\\bclaim (\\d+)\\b");

    private LinkProblems() {}

    /** @param which links to try, by their destinations */
    static Stream<Problem> of(Page page, Predicate<String> which) {
        return page.links().stream()
                .filter(link -> which.test(link.destination()))
                .filter(link -> !WEB.matcher(link.destination()).matches())
                .flatMap(link -> what(page, link).map(what -> new Problem(page.file(), link.line(), what)).stream());
    }

    private static Optional<String> what(Page page, Page.Target link) {
        var parts = link.destination().split("#", 2);
        var own = parts[0].isEmpty();
        var file = own ? page.file() : page.file().resolveSibling(parts[0]);
        if (!Files.exists(file)) {
            return Optional.of("a dead link: there is no " + link.destination());
        }
        if (parts.length == 1 || !isMarkdown(file)) {
            return Optional.empty();
        }
        var target = own ? page : Page.read(file);
        if (!target.anchors().contains(parts[1])) {
            return Optional.of(
                    "a dead link: nothing is called #%s in %s".formatted(parts[1], own ? "this page" : parts[0]));
        }
        return target.claim(parts[1]).flatMap(claim -> misnumbered(link, claim));
    }

    private static boolean isMarkdown(Path file) {
        return file.toString().endsWith(".md");
    }

    private static Optional<String> misnumbered(Page.Target link, Page.ClaimText claim) {
        var said = NUMBERED.matcher(link.text());
        return Problem.unless(
                !said.find() || Integer.parseInt(said.group(1)) == claim.number(),
                "a link says \"%s\" and leads to claim %d",
                link.text(),
                claim.number());
    }
}
