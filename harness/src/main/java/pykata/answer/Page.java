package pykata.answer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.function.Uncheck;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.Code;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A Markdown page of the repository, read: what its checks and its rewriting need to know of it. Lines count from 1.
 *
 * @param file where it was read from
 * @param lines its text
 * @param headings all of them, in order
 * @param claims the headings that carry an {@code <a id>}, with what belongs to each
 * @param markers HTML comments that say what the block after them must show
 * @param anchors what a link into this page may name
 * @param words those that are read
 */
public record Page(
        Path file,
        List<String> lines,
        List<Heading> headings,
        List<ClaimText> claims,
        List<Marker> markers,
        List<Target> links,
        List<String> anchors,
        Words words) {

    /** A heading's level, text without mark-up, and line. */
    public record Heading(int level, String text, int line) {}

    /**
     * A claim as the page states it.
     *
     * @param id the name of the test method that proves it
     * @param number its place, as written before the sentence; 0 if it has none
     * @param sentence without the number, as Markdown
     */
    public record ClaimText(String id, int number, String sentence, int line) {}

    /**
     * A comment such as {@code <!-- listing: src/main/python/bank.py#deposit -->} and the block it governs.
     *
     * @param kind the word of a kind of block
     * @param argument what follows the colon, or the empty text
     * @param claim id of the claim whose section it is in, or the empty text
     * @param firstLine of the block after it; 0 if the block is missing
     * @param lastLine of that block
     */
    public record Marker(String kind, String argument, String claim, int line, int firstLine, int lastLine) {}

    /** A link: what is read, and where it leads. */
    public record Target(String text, String destination, int line) {}

    /**
     * How much there is to read. Listings, and sentences that a run wrote, are looked at rather than read.
     *
     * @param visible outside tables and folds
     * @param folded inside {@code <details>}, outside tables
     * @param tables in tables outside folds
     */
    public record Words(int visible, int folded, int tables) {}

    private static final Pattern MARKER =
            Pattern.compile("<!--\\s*(%s)(?::\\s*(.*?))?\\s*-->".formatted(String.join("|", Block.KINDS.keySet())));
    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]+)\">");
    private static final Pattern WORD = Pattern.compile("\\S*\\w\\S*");
    private static final Pattern CLAIM =
            Pattern.compile("###\\s+<a id=\"(?<id>[^\"]+)\"></a>\\s*(?:(?<number>\\d+)\\.\\s+)?(?<sentence>.*?)\\s*");

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    /** @throws java.io.UncheckedIOException if the file cannot be read */
    public static Page read(Path file) {
        return parse(file, Uncheck.get(() -> Files.readString(file), () -> "cannot read " + file));
    }

    static Page parse(Path file, String text) {
        var reader = new Reader(text.lines().toList());
        reader.read(PARSER.parse(text));
        return new Page(
                file,
                reader.lines,
                List.copyOf(reader.headings),
                List.copyOf(reader.claims),
                List.copyOf(reader.markers),
                List.copyOf(reader.links),
                List.copyOf(reader.anchors),
                new Words(reader.visible, reader.inFolds, reader.inTables));
    }

    /**
     * How many claims a page states, by their headings alone: to parse a page takes a hundred times as long.
     *
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static int countClaims(Path file) {
        var text = Uncheck.get(() -> Files.readString(file), () -> "cannot read " + file);
        return (int) text.lines().filter(line -> CLAIM.matcher(line).matches()).count();
    }

    public Optional<ClaimText> claim(String id) {
        return claims.stream().filter(claim -> claim.id().equals(id)).findFirst();
    }

    /** The lines of a section, below its heading of the second level; empty if there is none. */
    public List<String> section(String title) {
        var starts = sections().filter(section -> section.text().equals(title)).findFirst();
        return starts.map(start -> lines.subList(
                        start.line(),
                        headings.stream()
                                .filter(heading -> heading.level() <= 2 && heading.line() > start.line())
                                .findFirst()
                                .map(next -> next.line() - 1)
                                .orElse(lines.size())))
                .orElse(List.of());
    }

    /** The headings of the second level. */
    public Stream<Heading> sections() {
        return headings.stream().filter(heading -> heading.level() == 2);
    }

    /** The observed table's marker in a claim's section. */
    public Optional<Marker> observed(String claim) {
        return markers("observed")
                .filter(marker -> marker.claim().equals(claim))
                .findFirst();
    }

    /** Those of a kind of block. */
    public Stream<Marker> markers(String kind) {
        return markers.stream().filter(marker -> marker.kind().equals(kind));
    }

    /** The block that a marker governs, as it is on the page now. */
    public List<String> block(Marker marker) {
        return marker.firstLine() == 0 ? List.of() : lines.subList(marker.firstLine() - 1, marker.lastLine());
    }

    /** Lines of Markdown as a tree. */
    public static Node node(List<String> lines) {
        return PARSER.parse(String.join("\n", lines));
    }

    public static Stream<Node> children(Node parent) {
        return Stream.iterate(parent.getFirstChild(), Objects::nonNull, Node::getNext);
    }

    /** Those in a node, at any depth. */
    static Stream<Link> links(Node node) {
        return children(node).flatMap(child -> child instanceof Link link ? Stream.of(link) : links(child));
    }

    /** A node's text without mark-up. */
    static String plain(Node node) {
        return plain(node, "");
    }

    /** The same, with something before and after each piece of code. */
    static String plain(Node node, String quote) {
        return switch (node) {
            case Text text -> text.getLiteral();
            case Code code -> quote + code.getLiteral() + quote;
            case SoftLineBreak _ -> " ";
            default -> children(node).map(child -> plain(child, quote)).collect(Collectors.joining());
        };
    }

    private static final class Reader {

        final List<String> lines;
        final List<Heading> headings = new ArrayList<>();
        final List<ClaimText> claims = new ArrayList<>();
        final List<Marker> markers = new ArrayList<>();
        final List<Target> links = new ArrayList<>();
        final List<String> anchors = new ArrayList<>();
        int visible;
        int inFolds;
        int inTables;
        private final IdGenerator slugs = IdGenerator.builder().build();
        private String claim = "";
        private boolean folded;
        private boolean isTable;
        private int line;
        private int lastGeneratedLine;

        Reader(List<String> lines) {
            this.lines = lines;
        }

        void read(Node parent) {
            children(parent).forEach(node -> {
                if (node instanceof org.commonmark.node.Block) {
                    line = firstLine(node);
                    isTable = node instanceof TableBlock;
                }
                switch (node) {
                    case org.commonmark.node.Heading heading -> heading(heading);
                    case HtmlBlock html -> html(html);
                    case HtmlInline html -> anchors(html.getLiteral());
                    case Link link -> links.add(new Target(plain(link), link.getDestination(), firstLine(link)));
                    case Text text -> count(text.getLiteral());
                    case Code code -> count(code.getLiteral());
                    default -> {}
                }
                read(node);
            });
        }

        private void heading(org.commonmark.node.Heading heading) {
            var text = plain(heading);
            headings.add(new Heading(heading.getLevel(), text, line));
            anchors.add(slugs.generateId(text));
            if (heading.getLevel() > 3) {
                return;
            }
            claim = "";
            var stated = CLAIM.matcher(lines.get(line - 1));
            if (stated.matches()) {
                claim = stated.group("id");
                var number = Integer.parseInt(Objects.requireNonNullElse(stated.group("number"), "0"));
                claims.add(new ClaimText(claim, number, stated.group("sentence"), line));
            }
        }

        private void html(HtmlBlock html) {
            var text = html.getLiteral();
            anchors(text);
            if (text.contains("<details") || text.contains("</details>")) {
                folded = text.lastIndexOf("<details") > text.lastIndexOf("</details>");
            }
            var marker = MARKER.matcher(text);
            while (marker.find()) {
                var at = line + text.substring(0, marker.start()).split("\n", -1).length - 1;
                var next = text.substring(marker.end()).isBlank() ? html.getNext() : null;
                markers.add(marker(marker, at, next));
            }
        }

        private Marker marker(MatchResult comment, int at, @Nullable Node next) {
            var kind = comment.group(1);
            var argument = Objects.requireNonNullElse(comment.group(2), "");
            var block = Block.KINDS.get(kind);
            if (next == null || !block.isBegunBy(next)) {
                return new Marker(kind, argument, claim, at, 0, 0);
            }
            lastGeneratedLine = block.last(next).getSourceSpans().getLast().getLineIndex() + 1;
            return new Marker(kind, argument, claim, at, firstLine(next), lastGeneratedLine);
        }

        private void count(String text) {
            var words = (int) WORD.matcher(text).results().count();
            if (isTable) {
                inTables += folded ? 0 : words;
            } else if (line > lastGeneratedLine) {
                if (folded) {
                    inFolds += words;
                } else {
                    visible += words;
                }
            }
        }

        private void anchors(String html) {
            ANCHOR.matcher(html).results().forEach(match -> anchors.add(match.group(1)));
        }

        private int firstLine(Node node) {
            var spans = node.getSourceSpans();
            return spans.isEmpty() ? line : spans.getFirst().getLineIndex() + 1;
        }
    }
}
