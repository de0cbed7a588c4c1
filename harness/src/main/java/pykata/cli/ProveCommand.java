package pykata.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintWriter;
import java.util.Formatter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pykata.answer.Question;
import pykata.claim.ClaimRecord;

@Command(
        name = "prove",
        description = "Proves the claims of questions, and says what was observed.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:every claim is proved", "1:one is not", "2:wrong usage", "3:it could not be tried"},
        footer = {"", "Examples:", "  ./kata prove gil", "  ./kata prove gil --json > gil.json"})
final class ProveCommand extends QuestionsCommand {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Option(names = "--json", description = "The outcome as JSON.")
    private boolean json;

    @Override
    public Integer call() throws JsonProcessingException {
        var out = out();
        var chosen = questions();
        if (!json) {
            return prove(repository, chosen, out);
        }
        var records = new Maven(repository).prove(chosen, err());
        out.println(JSON.writeValueAsString(records));
        return status(records);
    }

    static int prove(Repository repository, List<Question> chosen, PrintWriter out) {
        var records = new Maven(repository).prove(chosen, out);
        records.forEach(record -> out.printf("%s", told(record)));
        var status = status(records);
        if (status != 0) {
            out.printf("Not all is proved; %s says why.%n", Maven.LOG);
        }
        return status;
    }

    private static int status(List<ClaimRecord> records) {
        return records.stream().flatMap(record -> record.claims().stream()).allMatch(ClaimRecord.Entry::standsUp)
                ? 0
                : 1;
    }

    /** What is told of a question: a paragraph per claim. */
    static String told(ClaimRecord record) {
        var told = new Formatter();
        told.format("%n%s%n", record.question());
        var number = 0;
        for (var claim : record.claims()) {
            number++;
            told.format("%n%d. %s%n", number, claim.sentence());
            for (var proof : claim.proofs()) {
                told.format(
                        "   %-15s %s%n",
                        proof.interpreter(), proof.outcome().name().toLowerCase(java.util.Locale.ROOT));
                proof.rows().forEach((label, seen) -> told.format("      %s: %s%n", label, seen));
            }
            claim.notApplicable().forEach(reason -> told.format("   not on %s%n", reason));
            if (!claim.twins().isEmpty()) {
                told.format("   its broken twin fails on %s%n", String.join(" and ", claim.twins()));
            }
            if (claim.provedEverywhere() && !claim.standsUp()) {
                told.format("   BUT its broken twin does not make it fail everywhere: the proof proves nothing%n");
            }
        }
        return told.toString();
    }
}
