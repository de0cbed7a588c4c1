package pykata.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pykata.answer.Findings;
import pykata.answer.ObservedTable;
import pykata.answer.PageCheck;
import pykata.answer.PageWriter;
import pykata.answer.Question;
import pykata.claim.ClaimRecord;
import pykata.measured.MutationScore;
import pykata.python.Platform;

@Command(
        name = "sync",
        description = "Proves questions and rewrites what is generated on their pages: numbers, listings, observed"
                + " tables, the index of the questions, and the list of differences.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:the pages are what they should be",
            "1:a claim is not proved, something is wrong with a page, or the mutants' score is too low or not of now",
            "2:wrong usage",
            "3:it could not be tried"
        },
        footer = {"", "Examples:", "  ./kata sync gil", "  ./kata sync --static"})
final class SyncCommand extends QuestionsCommand {

    @Option(names = "--static", description = "Only what needs no run.")
    private boolean isStatic;

    @Override
    public Integer call() {
        var out = out();
        var chosen = questions();
        var all = isStatic ? List.<ClaimRecord>of() : new Maven(repository).prove(chosen, out);
        var unproved = 0;
        for (var question : chosen) {
            var records = all.stream()
                    .filter(record -> record.question().equals(question.id()))
                    .toList();
            unproved += unproved(question.id(), records);
            tell(PageWriter.rewrite(question, findings(records)));
        }
        tell(PageWriter.rewriteRepository(repository.root(), findings(all)));
        var faults = chosen.stream().flatMap(SyncCommand::faults).toList();
        faults.forEach(out::println);
        return unproved == 0 && faults.isEmpty() ? 0 : 1;
    }

    /**
     * What is wrong with a question's pages, and with its mutants, of which no run of its tests tells, so that one may
     * work on them meanwhile.
     */
    private static Stream<String> faults(Question question) {
        var pages = PageCheck.check(question).stream().map(problem -> problem.in(question));
        var mutants = MutationScore.faults(question.root(), question.folder()).stream()
                .map(fault -> "%s: %s; ./kata mutants %s"
                        .formatted(question.name(MutationScore.in(question.folder())), fault, question.id()));
        return Stream.concat(pages, mutants);
    }

    private void tell(List<Path> rewritten) {
        rewritten.forEach(file -> out().println("rewrote " + repository.root().relativize(file)));
    }

    private int unproved(String id, List<ClaimRecord> records) {
        var unproved = records.stream()
                .flatMap(record -> record.claims().stream())
                .filter(claim -> !claim.provedEverywhere())
                .toList();
        unproved.forEach(claim -> out().printf("%s: not proved, its table stays as it is: %s%n", id, claim.sentence()));
        return unproved.size();
    }

    /** What the pages show of a run; nothing, on a platform that they are not of. */
    private static Findings findings(List<ClaimRecord> records) {
        var platform = Platform.current();
        if (records.isEmpty() || !platform.equals(ObservedTable.PLATFORM)) {
            return Findings.NONE;
        }
        var proved = new LinkedHashMap<String, Findings.Proved>();
        var printed = new LinkedHashMap<String, Map<String, String>>();
        var outputs = new LinkedHashMap<String, List<String>>();
        for (var record : records) {
            record.claims().stream()
                    .filter(ClaimRecord.Entry::provedEverywhere)
                    .forEach(claim ->
                            proved.put(claim.id(), new Findings.Proved(table(claim), claim.test(), claim.modules())));
            printed.putAll(record.printed());
            if (record.claims().stream().allMatch(ClaimRecord.Entry::standsUp)) {
                outputs.put(
                        "./kata prove " + record.question(),
                        ProveCommand.told(record).lines().toList());
            }
        }
        return new Findings(platform + ", JDK " + Runtime.version().feature(), proved, printed, outputs);
    }

    private static ObservedTable table(ClaimRecord.Entry claim) {
        var columns = new LinkedHashMap<String, Map<String, String>>();
        claim.proofs().stream()
                .filter(ClaimRecord.Proof::reference)
                .forEach(proof -> columns.put(proof.interpreter(), proof.rows()));
        return new ObservedTable(columns);
    }
}
