package pykata.cli;

import java.util.ArrayList;
import picocli.CommandLine.Command;
import pykata.answer.Page;
import pykata.claim.ClaimRecord;

@Command(
        name = "tally",
        description = "After a whole run of the tests: was every claim of every page carried out?",
        footer = {"", "Example:", "  mvn test && ./kata tally"})
final class TallyCommand extends RepositoryCommand {

    @Override
    public Integer call() {
        var claims = 0;
        var proofs = 0;
        var twins = 0;
        var missing = new ArrayList<String>();
        for (var question : repository.answered()) {
            var entries = ClaimRecord.of(question).claims();
            for (var claim : Page.read(question.readme()).claims()) {
                claims++;
                var made = entries.stream()
                        .filter(entry -> entry.id().equals(claim.id()))
                        .toList();
                proofs += made.stream().mapToInt(entry -> entry.proofs().size()).sum();
                twins += made.stream().mapToInt(entry -> entry.twins().size()).sum();
                if (made.size() != 1 || !made.getFirst().standsUp()) {
                    missing.add("%s: not proved wherever it applies: %s".formatted(question.id(), claim.sentence()));
                }
            }
        }
        var out = out();
        missing.forEach(out::println);
        out.printf(
                "%d claims planned, %d not carried out; %d proofs, %d twins caught%n",
                claims, missing.size(), proofs, twins);
        return missing.isEmpty() && claims > 0 ? 0 : 1;
    }
}
