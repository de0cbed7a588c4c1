package pykata.practice;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a kata's checks say of a file, in the words of {@code verdict.py}.
 *
 * @param message why it is not solved: what was called, expected, and came of it; empty if it is
 * @param checks all checks in their order: the first that does not pass decides, those after it were not reached; none
 *     if the file could not be used
 * @param lines for a reader: the checks that pass, and the one that does not with the message
 * @param summary how many pass, in one line
 * @param printed what the file printed
 */
public record Verdict(
        Outcome outcome, String message, List<Checked> checks, List<String> lines, String summary, String printed) {

    /** One check's part of a verdict, by the check's name in the learner's words. */
    public record Checked(String name, boolean passed) {}

    /** From the report of the checks. */
    static Verdict of(JsonNode report, String printed) {
        var checks = new ArrayList<Checked>();
        for (var name : report.get("checks")) {
            checks.add(new Checked(
                    name.asText(), checks.size() < report.get("passed").asInt()));
        }
        var lines = new ArrayList<String>();
        report.get("lines").forEach(line -> lines.add(line.asText()));
        return new Verdict(
                Outcome.of(report.get("outcome").asText()),
                report.get("message").asText(),
                List.copyOf(checks),
                List.copyOf(lines),
                report.get("summary").asText(),
                printed);
    }

    /** Instead of a report that the checks did not write. */
    static Verdict none(Outcome outcome, String why) {
        var lines = ("FAIL  " + outcome + "\n" + why.indent(6)).lines().toList();
        return new Verdict(outcome, why, List.of(), lines, "There is no verdict.", "");
    }

    /** The check that decides, if it is not solved. */
    public Optional<Checked> firstFailure() {
        return checks.stream().filter(check -> !check.passed()).findFirst();
    }

    /** How many checks pass. */
    public int passed() {
        return (int) checks.stream().filter(Checked::passed).count();
    }

    /** For a reader. */
    @Override
    public String toString() {
        return String.join("\n", lines) + "\n" + summary;
    }
}
