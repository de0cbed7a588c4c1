package pykata.answer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/**
 * A kind of block that is generated: which part of a page it is, what it should hold, and what is wrong if it holds
 * something else. A comment before the block names its kind: {@code <!-- listing: src/main/python/bank.py#deposit -->}.
 */
interface Block {

    /** All kinds by their comment's word, in the order in which they are written: a date after all it is the date of. */
    Map<String, Block> KINDS = kinds();

    private static Map<String, Block> kinds() {
        var kinds = new LinkedHashMap<String, Block>();
        kinds.put("listing", new Listing());
        kinds.put("benchmark", new Benchmarks());
        kinds.put("mutants", new Mutants());
        kinds.put("observed", new Observations());
        kinds.put("see", new See());
        kinds.put("index", new Index());
        kinds.put("answered", new Answered());
        kinds.put("differences", new Differences());
        kinds.put("transcript", new Transcript());
        kinds.put("write", new ToWrite());
        kinds.put("proved", new ProvedOn());
        return kinds;
    }

    /** Whether what follows the comment is such a block. */
    default boolean isBegunBy(Node next) {
        return next instanceof TableBlock;
    }

    /** A block's last node. */
    default Node last(Node first) {
        return first;
    }

    /** Whether a node is a paragraph that begins so. */
    static boolean isSentence(Node node, String beginning) {
        return node instanceof Paragraph && Page.plain(node).startsWith(beginning);
    }

    /**
     * What the block should hold; empty if that cannot be said now, for want of a run.
     *
     * @throws IllegalArgumentException if the comment names something that is not there
     */
    Optional<List<String>> content(Place place);

    /** What is wrong with the block, as far as that can be said without a run. */
    default Optional<String> problem(Place place) {
        try {
            return content(place)
                    .filter(content -> !content.equals(place.shown()))
                    .map(content -> stale(place));
        } catch (IllegalArgumentException e) {
            return Optional.of("a %s of nothing: %s".formatted(place.marker().kind(), e.getMessage()));
        }
    }

    /** What to say of a block that does not hold what it should. */
    default String stale(Place place) {
        return "the %s is not what it should be; run ./kata sync"
                .formatted(place.marker().kind());
    }

    /**
     * Where a block is.
     *
     * @param question that it tells of; on a page of the whole repository, the one on whose behalf it is looked at
     * @param findings of the run whose results are to be shown
     * @param isPageChanged whether another block of the page has got something new
     */
    record Place(Question question, Page page, Page.Marker marker, Findings findings, boolean isPageChanged) {

        Optional<Problem> problem() {
            return KINDS.get(marker.kind()).problem(this).map(what -> new Problem(page.file(), marker.line(), what));
        }

        String argument() {
            return marker.argument();
        }

        /** What the page holds there now. */
        List<String> shown() {
            return page.block(marker);
        }
    }
}
