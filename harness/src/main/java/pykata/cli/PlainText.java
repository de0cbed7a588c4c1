package pykata.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import pykata.answer.Page;

/** Markdown as somebody reads it in a terminal: wrapped, without mark-up, its listings as they are. */
record PlainText(int width) {

    /** What fits into a terminal that nobody has resized. */
    static final int COLUMNS = 80;

    private static final Pattern SUMMARY = Pattern.compile("<summary>(.*?)</summary>", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("\\d+\\. ");

    static List<String> of(List<String> markdown) {
        return new PlainText(COLUMNS).blocks(Page.node(markdown));
    }

    /** Some lines of a page, with what its links lead to. */
    static List<String> of(Page page, List<String> lines) {
        var document = Page.node(lines);
        LinkTargets.write(page, document);
        return new PlainText(COLUMNS).blocks(document);
    }

    /** What is in a node, a blank line between its blocks. */
    List<String> blocks(Node parent) {
        return joined(Page.children(parent).map(this::block), true);
    }

    private static List<String> joined(Stream<List<String>> blocks, boolean loosely) {
        var lines = new ArrayList<String>();
        blocks.filter(block -> !block.isEmpty()).forEach(block -> {
            if (loosely && !lines.isEmpty()) {
                lines.add("");
            }
            lines.addAll(block);
        });
        return lines;
    }

    List<String> block(Node node) {
        return switch (node) {
            case Heading heading -> heading(heading);
            case Paragraph paragraph
            when paragraph.getFirstChild() instanceof Image image ->
                new Wrap(width).lines("Chart: " + image.getDestination());
            case Paragraph paragraph -> new Wrap(width).lines(InlineText.of(paragraph));
            case ListBlock list -> list(list);
            case FencedCodeBlock code
            when code.getInfo().equals("mermaid") -> List.of(); // what it says is said below it
            case FencedCodeBlock code when isOutput(code) -> labelled("prints:", listing(code.getLiteral()));
            case FencedCodeBlock code -> listing(code.getLiteral());
            case IndentedCodeBlock code -> listing(code.getLiteral());
            case BlockQuote quote -> Wrap.prefixed("> ", "> ", narrower(2).blocks(quote));
            case TableBlock table -> table(table);
            case HtmlBlock html -> folded(html.getLiteral());
            case ThematicBreak _ -> List.of("-".repeat(width));
            default -> blocks(node);
        };
    }

    private PlainText narrower(int columns) {
        return new PlainText(width - columns);
    }

    private List<String> heading(Heading heading) {
        var text = InlineText.of(heading);
        if (heading.getLevel() > 2) {
            var number = NUMBER.matcher(text);
            var end = number.lookingAt() ? number.end() : 0;
            return new Wrap(width).lines(text.substring(0, end), " ".repeat(end), text.substring(end));
        }
        var lines = new ArrayList<>(new Wrap(width).lines(text));
        lines.add((heading.getLevel() == 1 ? "=" : "-").repeat(Wrap.longest(lines.stream())));
        return lines;
    }

    private List<String> list(ListBlock list) {
        var numbers = Stream.iterate(
                        list instanceof OrderedList ordered ? ordered.getMarkerStartNumber() : 1, n -> n + 1)
                .iterator();
        return joined(
                Page.children(list).map(item -> {
                    var marker = list instanceof BulletList ? "- " : numbers.next() + ". ";
                    var content = joined(Page.children(item).map(narrower(marker.length())::block), !list.isTight());
                    return Wrap.prefixed(marker, " ".repeat(marker.length()), content);
                }),
                !list.isTight());
    }

    /** Of the program right before it. */
    private static boolean isOutput(FencedCodeBlock code) {
        return code.getInfo().equals("text")
                && code.getPrevious() instanceof FencedCodeBlock program
                && program.getInfo().equals("python");
    }

    private static List<String> labelled(String label, List<String> lines) {
        return Stream.concat(Stream.of(label, ""), lines.stream()).toList();
    }

    private static List<String> listing(String code) {
        return Wrap.prefixed("    ", "    ", code.stripTrailing().lines().toList());
    }

    private List<String> table(TableBlock table) {
        var rows = Page.children(table)
                .flatMap(Page::children)
                .map(row -> cells((TableRow) row))
                .toList();
        var header = new ArrayList<>(rows.getFirst());
        if (table.getPrevious() instanceof HtmlBlock html && html.getLiteral().startsWith("<!-- observed")) {
            header.set(0, "observed"); // the page has links there
        }
        return new TextTable(header, rows.subList(1, rows.size())).lines(width);
    }

    private static List<String> cells(TableRow row) {
        return Page.children(row)
                .map(cell -> InlineText.ofCell((TableCell) cell))
                .toList();
    }

    /** Of what is there for the web and for the tests, only what says that something follows. */
    private static List<String> folded(String html) {
        return SUMMARY.matcher(html)
                .results()
                .map(summary -> "[" + InlineText.plain(summary.group(1).strip()) + "]")
                .toList();
    }
}
