package pykata.claim;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pykata.claim.ClaimRecord.Outcome;

/**
 * A record as a block of plain text: what somebody sees who runs the tests.
 *
 * @param notApplicable what else was not tried, and why it need not be
 */
record ClaimReport(ClaimRecord record, List<String> notApplicable) {

    /** Nothing, of a test class that leaves all claims to others. */
    String text() {
        var reasons = notApplicable.stream().map("  %s\n"::formatted);
        var lines = record.claims().isEmpty()
                ? reasons
                : Stream.of(table(), skipped(), reasons, Stream.of(summary())).flatMap(each -> each);
        return lines.collect(Collectors.joining());
    }

    private Stream<String> table() {
        var interpreters = record.claims().stream()
                .flatMap(claim -> claim.planned().stream())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
        var head = "\n%s on %s\n".formatted(record.question(), String.join(" and ", interpreters));
        var rows = record.claims().stream().map(claim -> {
            var outcomes = interpreters.stream()
                    .map(interpreter -> "%-7s".formatted(outcome(claim, interpreter)))
                    .collect(Collectors.joining(" "));
            return "  %s  %-9s  %s\n".formatted(outcomes, twin(claim), claim.sentence());
        });
        return Stream.concat(Stream.of(head), rows);
    }

    private Stream<String> skipped() {
        return record.claims().stream()
                .flatMap(claim -> claim.proofs().stream())
                .filter(proof -> proof.outcome() == Outcome.SKIPPED)
                .map(proof -> "  skipped on %s: %s\n".formatted(proof.interpreter(), proof.why()))
                .distinct();
    }

    private static String outcome(ClaimRecord.Entry claim, String interpreter) {
        if (!claim.planned().contains(interpreter)) {
            return "-";
        }
        return claim.proofs().stream()
                .filter(proof -> proof.interpreter().equals(interpreter))
                .findFirst()
                .map(proof -> proof.outcome() == Outcome.PROVED
                        ? "proved"
                        : proof.outcome().name())
                .orElse("NOT RUN");
    }

    private static String twin(ClaimRecord.Entry claim) {
        if (!claim.planned().isEmpty()
                && claim.twins().size() == claim.planned().size()) {
            return "twin dies";
        }
        return claim.twinless().isEmpty() && claim.provedEverywhere() ? "TWIN LIVES" : "-";
    }

    private String summary() {
        var proved = record.claims().stream()
                .filter(ClaimRecord.Entry::provedEverywhere)
                .count();
        var applicable = record.claims().stream()
                .filter(claim -> !claim.planned().isEmpty())
                .count();
        return "  %d of %d claims proved in %s s; -Dpykata.seed=%d repeats this order\n"
                .formatted(proved, applicable, record.secondsRounded(), SeededOrder.SEED);
    }
}
