package pykata.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.jspecify.annotations.Nullable;

/**
 * A program that a reader can paste into any Python, and what it prints: {@code <!-- see: src/main/python/see_it.py -->}.
 * All interpreters print the same, unless {@code differs} follows the file's name: then each one's output has a label.
 */
public final class See implements Block {

    private static final int MOST_LINES = 20;
    private static final String DIFFERS = " differs";
    private static final Pattern DOCSTRING = Pattern.compile("\\A\"\"\".*?\"\"\"\\s*", Pattern.DOTALL);

    See() {}

    /** The file that a comment names. */
    public static String file(Page.Marker marker) {
        return marker.argument().replace(DIFFERS, "");
    }

    /**
     * The program as the page shows it: without the text that says what the file is for.
     *
     * @throws IllegalArgumentException if there is no such file
     */
    public static List<String> program(Question question, String file) {
        var source = String.join("\n", Listing.source(question.folder(), file));
        return DOCSTRING.matcher(source).replaceFirst("").lines().toList();
    }

    @Override
    public boolean isBegunBy(Node next) {
        return isFenced(next, "python");
    }

    @Override
    public Node last(Node program) {
        var last = program;
        var after = program.getNext();
        if (isFenced(after, "text")) {
            return after;
        }
        while (isLabel(after) && isFenced(after.getNext(), "text")) {
            last = after.getNext();
            after = last.getNext();
        }
        return last;
    }

    private static boolean isFenced(@Nullable Node node, String language) {
        return node instanceof FencedCodeBlock code && code.getInfo().equals(language);
    }

    private static boolean isLabel(@Nullable Node node) {
        return node instanceof Paragraph && Page.plain(node).endsWith(" prints:");
    }

    @Override
    public Optional<List<String>> content(Place place) {
        var file = file(place.marker());
        var block = new ArrayList<>(Listing.fenced("python", program(place.question(), file)));
        var printed = place.findings().printed().get(file);
        if (printed != null) {
            block.addAll(outputs(printed, isAboutDifference(place)));
        } else if (!place.shown().isEmpty()) {
            block.addAll(place.shown()
                    .subList(place.shown().indexOf("```") + 1, place.shown().size()));
        }
        return Optional.of(block);
    }

    private static List<String> outputs(Map<String, String> printed, boolean isDifference) {
        var lines = new ArrayList<String>();
        printed.forEach((interpreter, output) -> {
            if (isDifference) {
                lines.addAll(List.of("", interpreter + " prints:"));
            }
            if (isDifference || lines.isEmpty()) {
                lines.add("");
                lines.addAll(
                        Listing.fenced("text", output.stripTrailing().lines().toList()));
            }
        });
        return lines;
    }

    private static boolean isAboutDifference(Place place) {
        return place.argument().endsWith(DIFFERS);
    }

    @Override
    public Optional<String> problem(Place place) {
        return Block.super.problem(place).or(() -> {
            var file = file(place.marker());
            var lines = program(place.question(), file).stream()
                    .filter(line -> !line.isBlank())
                    .count();
            return Problem.unless(
                            lines <= MOST_LINES,
                            "%s has %d lines; at most %d are pasted and read",
                            file,
                            lines,
                            MOST_LINES)
                    .or(() -> Problem.unless(
                            place.shown().contains("```text"), "nothing shows what %s prints; run ./kata sync", file))
                    .or(() -> difference(file, place));
        });
    }

    private static Optional<String> difference(String file, Place place) {
        var printed = place.findings().printed().getOrDefault(file, Map.of());
        var isDifferent = printed.values().stream().distinct().count() > 1;
        if (isDifferent == isAboutDifference(place) || printed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                isDifferent
                        ? "%s does not print the same on %s; if that is the point, write \"see: %s%s\""
                                .formatted(file, String.join(" and ", printed.keySet()), file, DIFFERS)
                        : "%s prints the same on each Python, and the comment says that it differs".formatted(file));
    }

    @Override
    public String stale(Place place) {
        return "the page does not show %s, or not what it prints; run ./kata sync".formatted(file(place.marker()));
    }
}
