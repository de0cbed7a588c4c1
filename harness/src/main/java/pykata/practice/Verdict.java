package pykata.practice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * What a kata's checks say of a file, in the words of {@code verdict.py}.
 *
 * @param message why it is not solved: what was called, expected, and came of it; empty if it is
 * @param checks the names of all checks in their order, in the learner's words; none if the file could not be used
 * @param passed how many of them pass: the next decides, and those after it were not reached
 * @param lines for a reader: the checks that pass, and the one that does not with the message
 * @param summary how many pass, in one line
 * @param printed what the file printed in the check that decides, or in the last one
 */
public record Verdict(
        Outcome outcome,
        String message,
        List<String> checks,
        int passed,
        List<String> lines,
        String summary,
        String printed) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the checks print before each of them: ASCII's record separator. */
    private static final char CHECK_BEGINS = '\u001e';

    /** From the report of the checks. */
    static Verdict of(JsonNode report, String printed) {
        return JSON.convertValue(((ObjectNode) report).put("printed", inLastCheck(printed)), Verdict.class);
    }

    /** Instead of a report that the checks did not write. */
    static Verdict none(Outcome outcome, String why, String printed) {
        var lines = ("FAIL  " + outcome + "\n" + why.indent(6)).lines().toList();
        return new Verdict(outcome, why, List.of(), 0, lines, "There is no verdict.", inLastCheck(printed));
    }

    private static String inLastCheck(String printed) {
        return printed.substring(printed.lastIndexOf(CHECK_BEGINS) + 1);
    }

    /** The name of the check that decides, if it is not solved. */
    public Optional<String> firstFailure() {
        return checks.stream().skip(passed).findFirst();
    }

    /** For a reader. */
    @Override
    public String toString() {
        return String.join("\n", lines) + "\n" + summary;
    }
}
