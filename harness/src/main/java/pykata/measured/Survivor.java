package pykata.measured;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mutant that nothing notices, as a row of {@code mutants.md}.
 *
 * @param file relative to the question's folder
 * @param function that it is in; empty if in none
 * @param before the line as it is
 * @param after the line as the mutant has it
 * @param number counts the mutants of a function in which the same becomes of the same
 * @param reason why it may live; empty if nobody has said
 */
public record Survivor(String file, int line, String function, String before, String after, int number, String reason) {

    static final String HEAD = """
            | alive | as it is | as it might be | why that may live |
            |---|---|---|---|
            """;

    private static final String NO_REASON = "**NO REASON YET**";
    private static final String NO_TEXT = "nothing";

    private static final Pattern WHERE = Pattern.compile(
            "\\[.*?:(?<line>\\d+)]\\((?<file>.*?)#L\\d+\\)(?: `(?<function>.*?)`)?(?: \\((?<number>\\d+)\\))?");

    /** The survivor of a row; empty if the line is no such row. */
    static Optional<Survivor> parse(String row) {
        var cells = List.of(row.split("(?<!\\\\)\\|", -1)).stream()
                .map(String::strip)
                .toList();
        if (cells.size() < 6) {
            return Optional.empty();
        }
        var where = WHERE.matcher(cells.get(1));
        if (!where.matches()) {
            return Optional.empty();
        }
        var reason = String.join(" | ", cells.subList(4, cells.size() - 1));
        return Optional.of(new Survivor(
                where.group("file"),
                Integer.parseInt(where.group("line")),
                Optional.ofNullable(where.group("function")).orElse(""),
                text(cells.get(2)),
                text(cells.get(3)),
                Optional.ofNullable(where.group("number"))
                        .map(Integer::parseInt)
                        .orElse(1),
                reason.equals(NO_REASON) ? "" : reason));
    }

    String row() {
        return "| [%s:%d](%s#L%d)%s%s | %s | %s | %s |"
                .formatted(
                        file.substring(file.lastIndexOf('/') + 1),
                        line,
                        file,
                        line,
                        function.isEmpty() ? "" : " `" + function + "`",
                        number == 1 ? "" : " (" + number + ")",
                        cell(before),
                        cell(after),
                        reason.isEmpty() ? NO_REASON : reason);
    }

    /** With the reason that one of these has, if it is the same mutant, wherever it stood. */
    Survivor explained(List<Survivor> earlier) {
        return earlier.stream()
                .filter(other -> with(other.line, other.reason).equals(other))
                .findFirst()
                .map(known -> with(line, known.reason))
                .orElse(this);
    }

    private Survivor with(int otherLine, String otherReason) {
        return new Survivor(file, otherLine, function, before, after, number, otherReason);
    }

    boolean isOfKata() {
        return file.startsWith("kata/");
    }

    /** A line of code in a cell: its own bars and backquotes do not end it. */
    private static String cell(String code) {
        var text = code.replace("|", "\\|");
        return text.isEmpty() ? NO_TEXT : text.contains("`") ? "`` " + text + " ``" : "`" + text + "`";
    }

    private static String text(String cell) {
        return cell.equals(NO_TEXT)
                ? ""
                : cell.replace("\\|", "|").replaceFirst("^(`` |`)", "").replaceFirst("( ``|`)$", "");
    }
}
