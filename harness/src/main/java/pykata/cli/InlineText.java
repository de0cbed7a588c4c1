package pykata.cli;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The text of a paragraph, a heading or a cell: code keeps its backticks, a link shows only a web address. */
final class InlineText extends AbstractVisitor {

    /** Code up to this long stays in one piece when lines are broken. */
    private static final int LONGEST_IN_ONE_PIECE = 40;

    /** What a terminal without UTF-8 would show as question marks. */
    private static final String SPECIAL = "·–—…≤≥≠×→µ‘’“”";

    private static final String[] PLAIN = "- - -- ... <= >= != x -> u ' ' \" \"".split(" ");

    private final StringBuilder text = new StringBuilder();

    private InlineText() {}

    static String of(Node parent) {
        var inline = new InlineText();
        inline.visitChildren(parent);
        return inline.text.toString().strip();
    }

    /** A cell's text; a cell that is all code needs no backticks to tell it from prose. */
    static String ofCell(Node cell) {
        return cell.getFirstChild() instanceof Code code && code.getNext() == null
                ? plain(code.getLiteral()).replace(' ', Wrap.GLUE)
                : of(cell);
    }

    static String plain(String text) {
        var plain = text;
        for (var index = 0; index < PLAIN.length; index++) {
            plain = plain.replace(SPECIAL.substring(index, index + 1), PLAIN[index]);
        }
        return plain;
    }

    @Override
    public void visit(Text part) {
        text.append(plain(part.getLiteral()));
    }

    @Override
    public void visit(Code code) {
        var literal = plain(code.getLiteral());
        text.append('`')
                .append(literal.length() <= LONGEST_IN_ONE_PIECE ? literal.replace(' ', Wrap.GLUE) : literal)
                .append('`');
    }

    @Override
    public void visit(Link link) {
        var start = text.length();
        visitChildren(link);
        var destination = link.getDestination();
        if (destination.matches("https?://.*") && !text.substring(start).equals(destination)) {
            text.append(" (").append(destination).append(')');
        }
    }

    @Override
    public void visit(HtmlInline html) {
        if (html.getLiteral().startsWith("<br")) {
            text.append('\n');
        }
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
        text.append(' ');
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
        text.append('\n');
    }
}
