package pykata.cli;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Emphasis;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import pykata.answer.Page;

/** Of an answer page, what is said aloud in an interview; as lines of plain text. */
record SpokenAnswer(List<String> inSixtySeconds, List<FollowUp> followUps) {

    /** @param answer empty if the page leaves it open */
    record FollowUp(List<String> question, List<String> answer) {}

    private static final PlainText TEXT = new PlainText(PlainText.COLUMNS);

    static SpokenAnswer of(Page page) {
        var section = Page.node(page.section("Follow-ups"));
        LinkTargets.write(page, section);
        var followUps = new ArrayList<FollowUp>();
        Page.children(section)
                .filter(ListBlock.class::isInstance)
                .limit(1) // what is known but not proved is listed after it
                .forEach(list -> collect(list, followUps));
        return new SpokenAnswer(PlainText.of(page, page.section("In 60 seconds")), List.copyOf(followUps));
    }

    /** A tree of questions, each before those that probe its answer. */
    private static void collect(Node list, List<FollowUp> followUps) {
        Page.children(list).toList().forEach(item -> {
            var probes = Page.children(item).filter(ListBlock.class::isInstance).toList();
            probes.forEach(Node::unlink);
            followUps.add(followUp(item));
            probes.forEach(probe -> collect(probe, followUps));
        });
    }

    /** The question is what an item begins with, emphasised; an item that begins otherwise is all question. */
    private static FollowUp followUp(Node item) {
        var start = item.getFirstChild() == null ? null : item.getFirstChild().getFirstChild();
        if (!(start instanceof StrongEmphasis || start instanceof Emphasis)) {
            return new FollowUp(TEXT.blocks(item), List.of());
        }
        start.unlink();
        var answer = TEXT.blocks(item);
        return new FollowUp(
                new Wrap(PlainText.COLUMNS).lines(InlineText.of(start)),
                answer.stream().allMatch(String::isEmpty) ? List.of() : answer);
    }
}
