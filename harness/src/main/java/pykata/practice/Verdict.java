package pykata.practice;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a kata's checks say of a file.
 *
 * @param message why it is not solved: what was called, expected, and came of it; empty if it is
 * @param checks all checks in their order: the first that does not pass decides, those after it were not reached; none
 *     if the file could not be used
 * @param printed what the file printed
 */
public record Verdict(Outcome outcome, String message, List<Checked> checks, String printed) {

    /** One check's part of a verdict, by the check's name in the learner's words. */
    public record Checked(String name, boolean passed) {}

    /** From the JSON of {@code judging.judge}. */
    static Verdict of(JsonNode json) {
        var outcome = Outcome.of(json.get("outcome").asText());
        return new Verdict(outcome, json.get("message").asText(), checks(json), "");
    }

    /** From how far the checks had come when something ended them. */
    static Verdict unfinished(JsonNode progress, Outcome outcome, String message) {
        return new Verdict(outcome, message, checks(progress), "");
    }

    private static List<Checked> checks(JsonNode json) {
        var checks = new ArrayList<Checked>();
        for (var name : json.path("checks")) {
            checks.add(new Checked(
                    name.asText(), checks.size() < json.get("passed").asInt()));
        }
        return List.copyOf(checks);
    }

    Verdict printing(String output) {
        return new Verdict(outcome, message, checks, output);
    }

    /** The check that decides, if it is not solved. */
    public Optional<Checked> firstFailure() {
        return checks.stream().filter(check -> !check.passed()).findFirst();
    }

    /** How many checks pass. */
    public int passed() {
        return (int) checks.stream().filter(Checked::passed).count();
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
