package pykata.answer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.function.Uncheck;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
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
     * @param folded whether it is inside {@code <details>}: for when somebody asks
     */
    public record ClaimText(String id, int number, String sentence, int line, boolean folded) {}

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
    private static final Pattern NUMBERED = Pattern.compile("(?s)(?:(\\d+)\\.\\s+)?(.*)");

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
        PARSER.parse(text).accept(reader);
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
        return (int) text.lines()
                .filter(line -> line.startsWith("### ") && ANCHOR.matcher(line).find())
                .count();
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

    private static final class Reader extends AbstractVisitor {

        final List<String> lines;
        final List<Heading> headings = new ArrayList<>();
        final List<ClaimText> claims = new ArrayList<>();
        final List<Marker> markers = new ArrayList<>();
        final List<Target> links = new ArrayList<>();
        final List<String> anchors = new ArrayList<>();
        private final IdGenerator slugs = IdGenerator.builder().build();
        private boolean folded;
        private String claim = "";
        private final Set<Node> generated = Collections.newSetFromMap(new IdentityHashMap<>());
        private int line;
        private boolean isTable;
        int visible;
        int inFolds;
        int inTables;

        Reader(List<String> lines) {
            this.lines = lines;
        }

        @Override
        public void visit(org.commonmark.node.Heading heading) {
            line = firstLine(heading);
            var text = plain(heading);
            headings.add(new Heading(heading.getLevel(), text, line));
            anchors.add(slugs.generateId(text));
            if (heading.getLevel() <= 3) {
                claim = "";
            }
            var source = lines.get(line - 1).replaceFirst("^#+\\s*", "");
            var anchor = ANCHOR.matcher(source);
            if (heading.getLevel() == 3 && anchor.lookingAt()) {
                claim = anchor.group(1);
                var sentence = source.substring(anchor.end()).replaceFirst("^</a>\\s*", "");
                var numbered = NUMBERED.matcher(sentence);
                numbered.matches();
                var number = numbered.group(1) == null ? 0 : Integer.parseInt(numbered.group(1));
                claims.add(new ClaimText(claim, number, numbered.group(2).strip(), line, folded));
            }
            visitChildren(heading);
        }

        @Override
        public void visit(HtmlBlock html) {
            line = firstLine(html);
            var text = html.getLiteral();
            collectAnchors(text);
            if (text.contains("<details") || text.contains("</details>")) {
                folded = text.lastIndexOf("<details") > text.lastIndexOf("</details>");
            }
            var marker = MARKER.matcher(text);
            while (marker.find()) {
                line = firstLine(html) + text.substring(0, marker.start()).split("\n", -1).length - 1;
                markers.add(marker(marker, text.substring(marker.end()).isBlank() ? html.getNext() : null));
            }
        }

        private Marker marker(MatchResult comment, @Nullable Node next) {
            var kind = comment.group(1);
            var argument = comment.group(2) == null ? "" : comment.group(2);
            var last = Block.KINDS.get(kind).last(next);
            if (next == null || last == null) {
                return new Marker(kind, argument, claim, line, 0, 0);
            }
            for (var node = next; node != last; node = node.getNext()) {
                generated.add(node);
            }
            generated.add(last);
            return new Marker(kind, argument, claim, line, firstLine(next), lastLine(last));
        }

        @Override
        public void visit(CustomBlock block) {
            line = firstLine(block);
            isTable = block instanceof TableBlock;
            visitChildren(block);
            isTable = false;
        }

        @Override
        public void visit(Paragraph paragraph) {
            line = firstLine(paragraph);
            var before = visible;
            var beforeInFolds = inFolds;
            visitChildren(paragraph);
            if (generated.contains(paragraph)) {
                visible = before;
                inFolds = beforeInFolds;
            }
        }

        @Override
        public void visit(HtmlInline html) {
            collectAnchors(html.getLiteral());
        }

        @Override
        public void visit(Link link) {
            var at = link.getSourceSpans().isEmpty() ? line : firstLine(link);
            links.add(new Target(plain(link), link.getDestination(), at));
            visitChildren(link);
        }

        @Override
        public void visit(Text text) {
            count(text.getLiteral());
        }

        @Override
        public void visit(Code code) {
            count(code.getLiteral());
        }

        private void count(String text) {
            var words = (int) WORD.matcher(text).results().count();
            if (isTable) {
                inTables += folded ? 0 : words;
            } else if (folded) {
                inFolds += words;
            } else {
                visible += words;
            }
        }

        private void collectAnchors(String html) {
            ANCHOR.matcher(html).results().forEach(match -> anchors.add(match.group(1)));
        }

        private static int firstLine(Node node) {
            return node.getSourceSpans().getFirst().getLineIndex() + 1;
        }

        private static int lastLine(Node node) {
            return node.getSourceSpans().getLast().getLineIndex() + 1;
        }
    }
}
