package pykata.answer;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.Code;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import pykata.measured.ResultFile;

/** The form of an answer page, in three depths: its sections in their order, and how much there may be to read. */
record AnswerForm(Question question, Page page) {

    private static final String ONE_MINUTE = "In 60 seconds";
    private static final String PROGRAM = "See it";
    private static final String PICTURE = "The picture";
    private static final String POINTS = "A complete answer has";
    private static final String BENCHMARK = "Benchmark";
    private static final List<String> SECTIONS = List.of(
            ONE_MINUTE,
            PROGRAM,
            PICTURE,
            POINTS,
            "Claims",
            "Common wrong answers",
            "When to choose what",
            "Follow-ups",
            BENCHMARK,
            "Practice",
            "Read next");

    private static final int MOST_WORDS_ALOUD = 150;
    private static final int FEWEST_POINTS = 5;
    private static final int MOST_POINTS = 9;

    private static final Pattern SOURCE = Pattern.compile("\\([^()]*[A-Za-z][^()]*\\)");

    static boolean isExpectedOf(Question question, Page page) {
        return page.sections().anyMatch(section -> section.text().equals(PROGRAM))
                || Catalogue.questions().containsKey(question.id());
    }

    Stream<Problem> problems() {
        var ofAll =
                Stream.of(sections(), words()).flatMap(Optional::stream).map(what -> new Problem(page.file(), 1, what));
        var inSections = page.sections()
                .flatMap(section -> inside(section.text()).map(what -> new Problem(page.file(), section.line(), what)));
        return Stream.concat(ofAll, inSections);
    }

    private Optional<String> sections() {
        var found = page.sections()
                .map(Page.Heading::text)
                .filter(SECTIONS::contains)
                .toList();
        var expected = new ArrayList<>(SECTIONS);
        if (!found.contains(BENCHMARK) && !Files.exists(ResultFile.in(question.folder()))) {
            expected.remove(BENCHMARK);
        }
        return Problem.unless(found.equals(expected), "the sections are %s; they must be %s", found, expected);
    }

    private Optional<String> words() {
        var words = page.words();
        var most = PageLimits.of(question);
        var mostInTables = words.visible() / 3;
        return Problem.unless(
                words.visible() <= most.visible() && words.folded() <= most.folded() && words.tables() <= mostInTables,
                "%d visible words, at most %d; %d more in folds, at most %d; %d in tables, at most %d",
                words.visible(),
                most.visible(),
                words.folded(),
                most.folded(),
                words.tables(),
                mostInTables);
    }

    private Stream<String> inside(String section) {
        var lines = page.section(section);
        return switch (section) {
            case ONE_MINUTE -> aloud(part(lines).words()).stream();
            case PROGRAM -> seen(part(lines)).stream();
            case PICTURE -> Picture.problems(lines);
            case POINTS -> points(Page.node(lines));
            default -> Stream.empty();
        };
    }

    private Page part(List<String> lines) {
        return Page.parse(page.file(), String.join("\n", lines));
    }

    private static Optional<String> aloud(Page.Words words) {
        return Problem.unless(
                words.visible() <= MOST_WORDS_ALOUD,
                "%d words; at most %d are said in 60 seconds",
                words.visible(),
                MOST_WORDS_ALOUD);
    }

    private static Optional<String> seen(Page section) {
        return Problem.unless(
                section.markers().stream().anyMatch(marker -> marker.firstLine() > 0),
                "nothing to see that a run made; put <!-- see: src/main/python/FILE --> there");
    }

    private Stream<String> points(Node section) {
        var points = Page.children(section)
                .filter(ListBlock.class::isInstance)
                .flatMap(Page::children)
                .toList();
        var number = points.size() < FEWEST_POINTS || points.size() > MOST_POINTS
                ? Stream.of("%d points; a complete answer has %d to %d"
                        .formatted(points.size(), FEWEST_POINTS, MOST_POINTS))
                : Stream.<String>of();
        var groundless = points.stream()
                .filter(point -> !isGrounded(point))
                .map(point -> "neither a claim of this page nor a source in brackets: " + Page.plain(point));
        return Stream.concat(number, groundless);
    }

    private boolean isGrounded(Node point) {
        return SOURCE.matcher(named(point)).find()
                || Page.links(point)
                        .anyMatch(link -> page.claims().stream()
                                .anyMatch(claim -> link.getDestination().equals("#" + claim.id())));
    }

    /** What names a source, if in brackets: neither links into the page nor a call in code. */
    private static String named(Node parent) {
        return Page.children(parent)
                .map(node -> switch (node) {
                    case Text text -> text.getLiteral();
                    case Code code -> code.getLiteral().replaceAll("[()]", "");
                    case Link link when link.getDestination().startsWith("#") -> "";
                    default -> named(node);
                })
                .collect(Collectors.joining());
    }
}
