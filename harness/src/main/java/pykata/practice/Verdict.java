package pykata.practice;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a kata's checks say of a file.
 *
 * @param message why it is not solved: what was called, expected, and came of it; empty if it is
 * @param checks all checks in their order; none if the file could not be used
 */
public record Verdict(Outcome outcome, String message, List<Checked> checks) {

    /**
     * One check's part of a verdict.
     *
     * @param name the check in the learner's words
     * @param message empty if it passed
     */
    public record Checked(String name, boolean passed, String message) {}

    static Verdict of(JsonNode json) {
        var checks = new ArrayList<Checked>();
        for (var check : json.get("checks")) {
            checks.add(new Checked(
                    check.get("name").asText(),
                    check.get("passed").asBoolean(),
                    check.get("message").asText()));
        }
        var outcome = Outcome.of(json.get("outcome").asText());
        return new Verdict(outcome, json.get("message").asText(), List.copyOf(checks));
    }

    static Verdict without(Outcome outcome, String message) {
        return new Verdict(outcome, message, List.of());
    }

    /** The check that a learner is shown. */
    public Optional<Checked> firstFailure() {
        return checks.stream().filter(check -> !check.passed()).findFirst();
    }

    /** The outcome and its reason, for a reader. */
    @Override
    public String toString() {
        var check = firstFailure().map(failed -> ": " + failed.name()).orElse("");
        return outcome
                + check
                + (message.isEmpty() ? "" : "\n" + message.indent(2).stripTrailing());
    }
}
