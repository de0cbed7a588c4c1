package pykata.measured;

import java.util.List;
import java.util.stream.Stream;

/** Tables in Markdown, as lines. */
public final class MarkdownTable {

    private MarkdownTable() {}

    public static List<String> of(List<String> header, Stream<List<String>> rows) {
        var head = Stream.of(row(header), "|" + "---|".repeat(header.size()));
        return Stream.concat(head, rows.map(MarkdownTable::row)).toList();
    }

    /** One row, its first cell given apart. */
    public static List<String> cells(String first, Stream<String> others) {
        return Stream.concat(Stream.of(first), others).toList();
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
