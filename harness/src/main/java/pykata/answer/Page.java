package pykata.answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * A Markdown page of the repository, read: what its checks and its rewriting need to know of it. Lines count from 1.
 *
 * @param file where it was read from
 * @param lines its text
 * @param headings all of them, in order
 * @param claims the headings that carry an {@code <a id>}, with what belongs to each
 * @param markers HTML comments that say what the block after them must show
 * @param anchors what a link into this page may name
 * @param words outside tables and listings
 */
public record Page(
        Path file,
        List<String> lines,
        List<Heading> headings,
        List<ClaimText> claims,
        List<Marker> markers,
        List<Target> links,
        List<String> anchors,
        int words) {

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

    /** A link's destination. */
    public record Target(String destination, int line) {}

    private static final Pattern MARKER = Pattern.compile("<!--\\s*(%s)(?::\\s*(.*?))?\\s*-->"
            .formatted(Block.KINDS.stream().map(Block::word).collect(Collectors.joining("|"))));
    private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]+)\">");
    private static final Pattern NUMBERED = Pattern.compile("(?s)(?:(\\d+)\\.\\s+)?(.*)");

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    /** @throws UncheckedIOException if the file cannot be read */
    public static Page read(Path file) {
        try {
            return parse(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
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
                reader.words);
    }

    public Optional<ClaimText> claim(String id) {
        return claims.stream().filter(claim -> claim.id().equals(id)).findFirst();
    }

    /** The observed table's marker in a claim's section. */
    public Optional<Marker> observed(String claim) {
        return markers(Observations.WORD)
                .filter(marker -> marker.claim().equals(claim))
                .findFirst();
    }

    Stream<Marker> markers(String kind) {
        return markers.stream().filter(marker -> marker.kind().equals(kind));
    }

    /** The block that a marker governs, as it is on the page now. */
    public List<String> block(Marker marker) {
        return marker.firstLine() == 0 ? List.of() : lines.subList(marker.firstLine() - 1, marker.lastLine());
    }

    /** A node's text without mark-up. */
    static String plain(Node node) {
        var text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(Code part) {
                text.append(part.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak lineBreak) {
                text.append(' ');
            }
        });
        return text.toString();
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
        private int line;
        int words;

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
            if (marker.find()) {
                var argument = marker.group(2) == null ? "" : marker.group(2);
                var last = Block.of(marker.group(1)).last(html.getNext());
                var first = last == null ? 0 : firstLine(html.getNext());
                markers.add(
                        new Marker(marker.group(1), argument, claim, line, first, last == null ? 0 : lastLine(last)));
            }
        }

        @Override
        public void visit(FencedCodeBlock code) {
            line = firstLine(code); // a listing: not counted, not searched for links
        }

        @Override
        public void visit(CustomBlock block) {
            line = firstLine(block);
            if (block instanceof TableBlock) {
                var before = words;
                visitChildren(block);
                words = before;
            } else {
                visitChildren(block);
            }
        }

        @Override
        public void visit(Paragraph paragraph) {
            line = firstLine(paragraph);
            var before = words;
            visitChildren(paragraph);
            if (isGenerated(paragraph)) {
                words = before;
            }
        }

        /** What a run wrote, such as a benchmark's place and date, is looked at rather than read. */
        private static boolean isGenerated(Paragraph paragraph) {
            return paragraph.getPrevious() instanceof HtmlBlock html
                    && MARKER.matcher(html.getLiteral()).find();
        }

        @Override
        public void visit(HtmlInline html) {
            collectAnchors(html.getLiteral());
        }

        @Override
        public void visit(Link link) {
            links.add(new Target(link.getDestination(), link.getSourceSpans().isEmpty() ? line : firstLine(link)));
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
            words +=
                    (int) Pattern.compile("\\S*\\w\\S*").matcher(text).results().count();
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
