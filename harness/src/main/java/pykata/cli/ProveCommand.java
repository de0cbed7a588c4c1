package pykata.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pykata.answer.Question;
import pykata.claim.ClaimRecord;

@Command(
        name = "prove",
        mixinStandardHelpOptions = true,
        description = "Proves the claims of questions, and says what was observed.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:every claim is proved", "1:one is not", "2:wrong usage", "3:it could not be tried"},
        footer = {"", "Examples:", "  ./kata prove gil", "  ./kata prove gil --json > gil.json"})
final class ProveCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Repository repository;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "QUESTION",
            description = "Such as basics/gil, or gil; all, if none is named.")
    private List<String> questions = List.of();

    @Option(names = "--json", description = "The outcome as JSON.")
    private boolean json;

    ProveCommand(Repository repository) {
        this.repository = repository;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        var out = spec.commandLine().getOut();
        var chosen = repository.questions(questions, spec);
        if (!json) {
            return prove(chosen, out);
        }
        var records = new ClaimRunner(repository).run(chosen, spec.commandLine().getErr());
        out.println(JSON.writeValueAsString(records));
        out.flush();
        return status(records);
    }

    int prove(List<Question> chosen, PrintWriter out) {
        var records = new ClaimRunner(repository).run(chosen, out);
        records.forEach(record -> tell(record, out));
        var status = status(records);
        if (status != 0) {
            out.println("Not all is proved; target/kata/maven.log says why.");
        }
        out.flush();
        return status;
    }

    private static int status(List<ClaimRecord> records) {
        return records.stream().flatMap(record -> record.claims().stream()).allMatch(ClaimRecord.Entry::standsUp)
                ? 0
                : 1;
    }

    /** What is told of a question: a paragraph per claim. */
    static void tell(ClaimRecord record, PrintWriter out) {
        out.printf("%n%s%n", record.question());
        var number = 0;
        for (var claim : record.claims()) {
            number++;
            out.printf("%n%d. %s%n", number, claim.sentence());
            for (var proof : claim.proofs()) {
                out.printf(
                        "   %-15s %s%n",
                        proof.interpreter(), proof.outcome().name().toLowerCase(java.util.Locale.ROOT));
                proof.rows().forEach((label, seen) -> out.printf("      %s: %s%n", label, seen));
            }
            claim.notApplicable().forEach(reason -> out.printf("   not on %s%n", reason));
            if (!claim.twins().isEmpty()) {
                out.printf("   its broken twin fails on %s%n", String.join(" and ", claim.twins()));
            }
            if (claim.provedEverywhere() && !claim.standsUp()) {
                out.println("   BUT its broken twin does not make it fail everywhere: the proof proves nothing");
            }
        }
    }
}
