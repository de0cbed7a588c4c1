package pykata.cli;

import java.util.stream.Collectors;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import pykata.answer.Page;

/** The text of a paragraph, a heading or a cell: code keeps its backticks, a link shows only a web address. */
final class InlineText {

    /** Code up to this long stays in one piece when lines are broken. */
    private static final int LONGEST_IN_ONE_PIECE = 40;

    /** What a terminal without UTF-8 would show as question marks. */
    private static final String SPECIAL = "·–—…≤≥≠×→µ‘’“”";

    private static final String[] PLAIN = "- - -- ... <= >= != x -> u ' ' \" \"".split(" ");

    private InlineText() {}

    static String of(Node parent) {
        return inside(parent).strip();
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

    private static String inside(Node parent) {
        return Page.children(parent).map(InlineText::text).collect(Collectors.joining());
    }

    private static String text(Node node) {
        return switch (node) {
            case Text text -> plain(text.getLiteral());
            case Code code -> "`" + inOnePiece(plain(code.getLiteral())) + "`";
            case Link link -> inside(link) + address(link, inside(link));
            case HtmlInline html -> html.getLiteral().startsWith("<br") ? "\n" : "";
            case SoftLineBreak _ -> " ";
            case HardLineBreak _ -> "\n";
            default -> inside(node);
        };
    }

    private static String inOnePiece(String code) {
        return code.length() <= LONGEST_IN_ONE_PIECE ? code.replace(' ', Wrap.GLUE) : code;
    }

    private static String address(Link link, String shown) {
        var destination = link.getDestination();
        return destination.matches("https?://.*") && !shown.equals(destination) ? " (" + destination + ")" : "";
    }
}
