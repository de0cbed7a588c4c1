package pykata.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pykata.answer.Catalogue;
import pykata.answer.Page;
import pykata.answer.Question;
import pykata.claim.ClaimRecord;

/** Counts, after a whole run of the tests, whether every claim on every page was carried out. */
public final class Tally {

    private Tally() {}

    /** Ends with status 1, and says which, if a claim was not proved wherever it applies or its twin was not caught. */
    public static void main(String[] arguments) {
        var root = Question.in(Path.of("")).root();
        var claims = 0;
        var proofs = 0;
        var twins = 0;
        var missing = new ArrayList<String>();
        for (var id : Catalogue.questions().keySet()) {
            var readme = root.resolve(id).resolve("README.md");
            if (!Files.exists(readme)) {
                continue;
            }
            var records = ClaimRecord.of(root.resolve(id));
            for (var claim : Page.read(readme).claims()) {
                claims++;
                var entry = entry(records, claim.id());
                if (entry.isEmpty()) {
                    missing.add("%s: not carried out: %s".formatted(id, claim.sentence()));
                    continue;
                }
                proofs += entry.getFirst().proofs().size();
                twins += entry.getFirst().twins().size();
                if (!isComplete(entry.getFirst())) {
                    missing.add("%s: not proved everywhere: %s".formatted(id, claim.sentence()));
                }
            }
        }
        missing.forEach(System.out::println);
        System.out.printf(
                "%d claims planned, %d not carried out; %d proofs, %d twins caught%n",
                claims, missing.size(), proofs, twins);
        System.exit(missing.isEmpty() && claims > 0 ? 0 : 1);
    }

    private static List<ClaimRecord.Entry> entry(List<ClaimRecord> records, String claim) {
        return records.stream()
                .flatMap(record -> record.claims().stream())
                .filter(entry -> entry.id().equals(claim))
                .toList();
    }

    private static boolean isComplete(ClaimRecord.Entry entry) {
        return entry.provedEverywhere()
                && (!entry.twinless().isEmpty()
                        || entry.twins().size() == entry.planned().size());
    }
}
