package pykata.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import pykata.answer.Page;
import pykata.answer.Question;

/** Writes behind a page's links where they lead: to a claim by its number, to a file by its path in the repository. */
record LinkTargets(Page page, Question question) {

    /** @param document the page's, or a part of it */
    static void write(Page page, Node document) {
        new LinkTargets(page, Question.in(page.file().toAbsolutePath().getParent())).write(document);
    }

    private void write(Node node) {
        switch (node) {
            case Link link -> {
                var target = target(link.getDestination());
                if (!target.isEmpty() && !InlineText.of(link).contains(target)) {
                    link.appendChild(new Text(" (" + target + ")"));
                }
            }
            case Image image -> image.setDestination(target(image.getDestination()));
            default -> Page.children(node).forEach(this::write);
        }
    }

    /** In words; empty for what is elsewhere on the page, and for an address in the web, which is shown as it is. */
    private String target(String destination) {
        if (destination.matches("(?i)[a-z][a-z0-9+.-]*:.*")) {
            return "";
        }
        var parts = destination.split("#", 2);
        var file = parts[0].isEmpty() ? page.file() : page.file().resolveSibling(parts[0]);
        var claim = parts.length == 2 ? claim(file, parts[1]) : "";
        var isHere = file.toAbsolutePath().normalize().startsWith(question.folder());
        if (parts[0].isEmpty() || isHere && !claim.isEmpty()) {
            return claim;
        }
        return claim.isEmpty() ? question.name(file) : question.name(file) + ", " + claim;
    }

    private String claim(Path file, String anchor) {
        if (!file.toString().endsWith(".md") || !Files.exists(file)) {
            return "";
        }
        var target = file.equals(page.file()) ? page : Page.read(file);
        return target.claim(anchor).map(claim -> "claim " + claim.number()).orElse("");
    }
}
