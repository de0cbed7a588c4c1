package pykata.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table for a terminal: columns, wrapped if need be; if they would become too narrow to read, a paragraph per row.
 *
 * @param rows each with a cell for each one of the header
 */
record TextTable(List<String> header, List<List<String>> rows) {

    private static final String GAP = "  ";

    /** A column that has more to say and gets less room than this cannot be read. */
    private static final int NARROWEST = 14;

    List<String> lines(int width) {
        var room = width - GAP.length() * (header.size() - 1);
        for (var most = room; most >= NARROWEST; most--) {
            var widths = widths(most);
            if (Arrays.stream(widths).sum() <= room) {
                return columns(widths);
            }
        }
        return paragraphs(width);
    }

    /** What the columns need, if one that is wider than so much is wrapped between its words. */
    private int[] widths(int most) {
        return IntStream.range(0, header.size())
                .map(column -> Math.max(longestWord(column), Math.min(Wrap.longest(column(column)), most)))
                .toArray();
    }

    private Stream<String> column(int index) {
        return Stream.concat(Stream.of(header), rows.stream()).map(row -> row.get(index));
    }

    private int longestWord(int index) {
        return Wrap.longest(column(index).flatMap(cell -> Arrays.stream(cell.split("[ " + Wrap.GLUE + "]"))));
    }

    private List<String> columns(int[] widths) {
        var lines = new ArrayList<>(row(header, widths));
        lines.add(String.join(GAP, Arrays.stream(widths).mapToObj("-"::repeat).toList()));
        rows.forEach(row -> lines.addAll(row(row, widths)));
        return lines;
    }

    /** As many lines as the longest cell needs; those of the first column hang, so that one sees where a row begins. */
    private static List<String> row(List<String> cells, int[] widths) {
        var wrapped = IntStream.range(0, widths.length)
                .mapToObj(column -> {
                    var hang = column == 0 ? GAP : "";
                    var text = cells.get(column);
                    return text.length() <= widths[column]
                            ? List.of(text.replace(Wrap.GLUE, ' '))
                            : new Wrap(widths[column]).lines("", hang, text);
                })
                .toList();
        var height = wrapped.stream().mapToInt(List::size).max().orElse(1);
        return IntStream.range(0, height)
                .mapToObj(line -> line(wrapped, widths, line))
                .toList();
    }

    private static String line(List<List<String>> wrapped, int[] widths, int line) {
        var text = new StringBuilder();
        for (var column = 0; column < widths.length; column++) {
            var part = line < wrapped.get(column).size() ? wrapped.get(column).get(line) : "";
            text.append(part).append(" ".repeat(widths[column] - part.length())).append(GAP);
        }
        return text.toString().stripTrailing();
    }

    private List<String> paragraphs(int width) {
        var caption = header.getFirst().isEmpty()
                ? Stream.<String>of()
                : new Wrap(width).lines(header.getFirst() + ":").stream();
        return Stream.concat(caption, rows.stream().flatMap(row -> paragraph(row, width)))
                .toList();
    }

    private Stream<String> paragraph(List<String> row, int width) {
        return IntStream.range(0, row.size())
                .filter(index -> !row.get(index).isEmpty())
                .boxed()
                .flatMap(index -> {
                    var isFirst = index == 0;
                    var label = isFirst || header.get(index).isEmpty() ? "" : header.get(index) + ": ";
                    return new Wrap(width)
                            .lines(isFirst ? "- " : GAP, isFirst ? GAP : GAP + GAP, label + row.get(index)).stream();
                });
    }
}
