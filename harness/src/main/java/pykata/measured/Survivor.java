package pykata.measured;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    /** Between two cells, and around all; a bar of the code has a backslash before it. */
    private static final String BAR = " *(?<!\\\\)\\| *";

    private static final Pattern ROW = Pattern.compile(String.join(
            BAR,
            "(?m)^",
            "\\[.*?:(?<line>\\d+)]\\((?<file>.*?)#L\\d+\\)(?: `(?<function>.*?)`)?(?: \\((?<number>\\d+)\\))?",
            "(?<before>.*?)",
            "(?<after>.*?)",
            "(?<reason>.*?)",
            "$"));

    /** Those that are rows of a page. */
    static Stream<Survivor> in(String page) {
        return ROW.matcher(page)
                .results()
                .map(row -> new Survivor(
                        row.group("file"),
                        Integer.parseInt(row.group("line")),
                        Objects.requireNonNullElse(row.group("function"), ""),
                        text(row.group("before")),
                        text(row.group("after")),
                        Integer.parseInt(Objects.requireNonNullElse(row.group("number"), "1")),
                        row.group("reason").equals(NO_REASON) ? "" : row.group("reason")));
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
