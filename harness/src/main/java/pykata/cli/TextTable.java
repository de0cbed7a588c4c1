package pykata.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A table for a terminal: columns if they fit, its last one wrapped if that is enough, else a paragraph per row. */
record TextTable(List<String> header, List<List<String>> rows) {

    private static final String GAP = "  ";

    List<String> lines(int width) {
        var widths = IntStream.range(0, header.size()).map(this::width).toArray();
        var lead = Arrays.stream(widths).limit(widths.length - 1L).sum() + GAP.length() * (widths.length - 1);
        var room = width - lead;
        if (widths[widths.length - 1] <= room) {
            return columns(widths);
        }
        if (lead <= width / 2 && longestWord(header.size() - 1) <= room) {
            widths[widths.length - 1] = room;
            return columns(widths);
        }
        return rows.stream().flatMap(row -> paragraph(row, width)).toList();
    }

    private Stream<String> column(int index) {
        return Stream.concat(Stream.of(header), rows.stream()).map(row -> index < row.size() ? row.get(index) : "");
    }

    private int width(int index) {
        return column(index).mapToInt(String::length).max().orElse(0);
    }

    private int longestWord(int index) {
        return column(index)
                .flatMap(cell -> Arrays.stream(cell.split("[ " + Wrap.GLUE + "]")))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private List<String> columns(int[] widths) {
        var lines = new ArrayList<>(line(header, widths));
        lines.add(String.join(GAP, Arrays.stream(widths).mapToObj("-"::repeat).toList()));
        rows.forEach(row -> lines.addAll(line(row, widths)));
        return lines;
    }

    private static List<String> line(List<String> cells, int[] widths) {
        var lead = new StringBuilder();
        for (var index = 0; index < cells.size() - 1; index++) {
            var cell = cells.get(index).replace(Wrap.GLUE, ' ');
            lead.append(cell).append(" ".repeat(widths[index] - cell.length())).append(GAP);
        }
        return new Wrap(lead.length() + widths[cells.size() - 1])
                .lines(lead.toString(), " ".repeat(lead.length()), cells.getLast());
    }

    private Stream<String> paragraph(List<String> row, int width) {
        return IntStream.range(0, row.size())
                .filter(index -> !row.get(index).isEmpty())
                .boxed()
                .flatMap(index -> {
                    var label = header.get(index).isEmpty() ? "" : header.get(index) + ": ";
                    var start = index == 0 ? "- " : GAP;
                    return new Wrap(width).lines(start, index == 0 ? GAP : GAP + GAP, label + row.get(index)).stream();
                });
    }
}
