package pykata.answer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.jspecify.annotations.Nullable;
import pykata.measured.MarkdownTable;
import pykata.python.Platform;

/**
 * What a claim's test observed, as its page shows it: one row per observation; one column per interpreter where they
 * differ, a single one where they agree.
 *
 * @param columns interpreter to its rows, each a label and what was seen; an interpreter reads "GraalPy 25.0.3"
 */
public record ObservedTable(Map<String, Map<String, String>> columns) {

    /** The platform whose observations the pages show. */
    public static final Platform PLATFORM = new Platform("linux", "x86_64");

    private static final String BOTH = " and ";
    private static final String ABSENT = "—";

    /** Reads a table as {@link #markdown} writes it; anything else gives a table without columns. */
    public static ObservedTable parse(List<String> markdown) {
        var rows = cells(markdown);
        var columns = new LinkedHashMap<String, Map<String, String>>();
        if (rows.isEmpty()) {
            return new ObservedTable(columns);
        }
        var header = rows.getFirst();
        for (var column = 1; column < header.size(); column++) {
            for (var interpreter : header.get(column).split(BOTH)) {
                var seen = new LinkedHashMap<String, String>();
                for (var row : rows.subList(1, rows.size())) {
                    if (column < row.size() && !row.get(column).equals(ABSENT)) {
                        seen.put(row.getFirst(), row.get(column));
                    }
                }
                columns.put(interpreter, seen);
            }
        }
        return new ObservedTable(columns);
    }

    /** Those of a page's claims, in their order. */
    static List<ObservedTable> of(Page page) {
        return page.claims().stream().map(claim -> of(page, claim)).toList();
    }

    /** The one that a page shows for a claim; without columns, if it shows none. */
    static ObservedTable of(Page page, Page.ClaimText claim) {
        return parse(page.observed(claim.id()).map(page::block).orElse(List.of()));
    }

    /** The interpreter of an implementation that has a column, whatever its version. */
    Optional<String> interpreter(String implementation) {
        return columns.keySet().stream()
                .filter(name -> name.startsWith(implementation + " "))
                .findFirst();
    }

    /** The rows of one interpreter, if the table has a column for it. */
    public Optional<Map<String, String>> of(String interpreter) {
        return Optional.ofNullable(columns.get(interpreter));
    }

    /**
     * The table as lines of Markdown.
     *
     * @param head of the first column: where the evidence is
     */
    public List<String> markdown(String head) {
        var differing = columns.values().stream()
                .map(seen -> List.copyOf(seen.entrySet()))
                .distinct()
                .count();
        var heads = differing == 1 ? Stream.of(String.join(BOTH, columns.keySet())) : columns.keySet().stream();
        var shown = columns.values().stream()
                .limit(differing == 1 ? 1 : columns.size())
                .toList();
        return MarkdownTable.of(
                MarkdownTable.cells(head, heads),
                labels().stream()
                        .map(label ->
                                MarkdownTable.cells(text(label), shown.stream().map(seen -> code(seen.get(label))))));
    }

    /** All labels; those of one interpreter alone stand where it observed them, before the next one that all have. */
    private List<String> labels() {
        var labels = new ArrayList<String>();
        for (var seen : columns.values()) {
            var place = labels.size();
            for (var label : List.copyOf(seen.keySet()).reversed()) {
                if (labels.contains(label)) {
                    place = labels.indexOf(label);
                } else {
                    labels.add(place, label);
                }
            }
        }
        return labels;
    }

    /** A value as a cell shows it. */
    static String code(@Nullable String value) {
        if (value == null) {
            return ABSENT;
        }
        var fence = "`";
        while (value.contains(fence)) {
            fence += "`";
        }
        return fence + escape(value) + fence;
    }

    /** A label reads as it was given: what Markdown would take for mark-up, as in {@code __init__}, is escaped. */
    static String text(String label) {
        var plain = escape(label);
        var read = cells(List.of("| " + plain + " |", "|---|"));
        return read.equals(List.of(List.of(label))) ? plain : label.replaceAll("[\\\\`*_<\\[&|]", "\\\\$0");
    }

    /** Text as a cell may hold it. */
    static String escape(String text) {
        return text.replace("|", "\\|");
    }

    /** A label keeps the quotation marks of its code. */
    private static List<List<String>> cells(List<String> markdown) {
        return Page.children(Page.node(markdown))
                .filter(TableBlock.class::isInstance)
                .flatMap(Page::children)
                .flatMap(Page::children)
                .map(row -> Page.children(row)
                        .map(cell -> Page.plain(cell, cell.getPrevious() == null ? "`" : ""))
                        .toList())
                .toList();
    }
}
