package pykata.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import pykata.answer.ObservedTable;
import pykata.answer.PageWriter;
import pykata.answer.Question;
import pykata.claim.ClaimRecord;
import pykata.measured.Chart;
import pykata.measured.ResultFile;
import pykata.python.Platform;

@Command(
        name = "sync",
        mixinStandardHelpOptions = true,
        description = "Proves questions and rewrites what is generated on their pages: numbers, listings, observed"
                + " tables, the index of the questions, and the list of differences.",
        footer = {"", "Examples:", "  ./kata sync gil", "  ./kata sync --static"})
final class SyncCommand implements Callable<Integer> {

    private static final Platform REFERENCE = new Platform("linux", "x86_64");

    private static final String SHOWN = "basics/gil";
    private static final int SCREENFUL = 34;

    private final Repository repository;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "QUESTION",
            description = "Such as basics/gil, or gil; all, if none is named.")
    private List<String> questions = List.of();

    @Option(names = "--static", description = "Only what needs no run.")
    private boolean isStatic;

    SyncCommand(Repository repository) {
        this.repository = repository;
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var chosen = repository.questions(questions, spec);
        var all = isStatic ? List.<ClaimRecord>of() : new ClaimRunner(repository).run(chosen, out);
        var unproved = 0;
        for (var question : chosen) {
            var records = all.stream()
                    .filter(record -> record.question().equals(question.id()))
                    .toList();
            unproved += tell(question.id(), records, out);
            rewrite(question, records, out);
            draw(question, out);
        }
        if (rewriteTranscript(all)) {
            out.println("rewrote README.md");
        }
        if (PageWriter.rewriteIndex(repository.root())) {
            out.println("rewrote README.md");
        }
        if (PageWriter.rewriteDifferences(repository.root())) {
            out.println("rewrote GRAALPY.md");
        }
        out.flush();
        return unproved == 0 ? 0 : 1;
    }

    private static int tell(String id, List<ClaimRecord> records, PrintWriter out) {
        var unproved = 0;
        for (var record : records) {
            for (var claim : record.claims()) {
                if (!claim.provedEverywhere()) {
                    out.printf("%s: not proved, its table stays as it is: %s%n", id, claim.sentence());
                    unproved++;
                }
            }
        }
        return unproved;
    }

    /** A screenful of what the first page's command says, from the run just made. */
    private boolean rewriteTranscript(List<ClaimRecord> records) {
        var command = "./kata prove " + SHOWN;
        if (!Platform.current().equals(REFERENCE)) {
            return false;
        }
        var said = new StringWriter();
        records.stream()
                .filter(record -> record.question().equals(SHOWN)
                        && record.claims().stream().allMatch(ClaimRecord.Entry::standsUp))
                .forEach(record -> ProveCommand.tell(record, new PrintWriter(said, true)));
        if (said.toString().isEmpty()) {
            return false;
        }
        var lines = new ArrayList<>(said.toString().lines().limit(SCREENFUL).toList());
        lines.add("...");
        return PageWriter.rewriteTranscript(repository.root(), command, lines);
    }

    private static void draw(Question question, PrintWriter out) {
        if (Files.exists(ResultFile.in(question.folder())) && !Chart.isCurrent(question.folder())) {
            Chart.draw(question.folder());
            out.println("rewrote " + question.name(Chart.in(question.folder())));
        }
    }

    private static void rewrite(Question question, List<ClaimRecord> records, PrintWriter out) {
        var platform = Platform.current();
        var tables = platform.equals(REFERENCE) ? tables(records) : Map.<String, ObservedTable>of();
        var on = platform + ", JDK " + Runtime.version().feature();
        for (var page : List.of(question.readme(), question.interviewer())) {
            if (Files.exists(page) && PageWriter.rewrite(page, tables, evidence(question, records), on)) {
                out.println("rewrote " + question.name(page));
            }
        }
    }

    private static Map<String, ObservedTable> tables(List<ClaimRecord> records) {
        var tables = new LinkedHashMap<String, ObservedTable>();
        for (var record : records) {
            for (var claim : record.claims()) {
                if (claim.provedEverywhere()) {
                    var columns = new LinkedHashMap<String, Map<String, String>>();
                    claim.proofs().stream()
                            .filter(ClaimRecord.Proof::reference)
                            .forEach(proof -> columns.put(proof.interpreter(), proof.rows()));
                    tables.put(claim.id(), new ObservedTable(columns));
                }
            }
        }
        return tables;
    }

    /** By claim, links to what a reader may want to see: its Python, its test, its broken twin. */
    private static Map<String, String> evidence(Question question, List<ClaimRecord> records) {
        var links = new LinkedHashMap<String, String>();
        for (var record : records) {
            var test = "src/test/java/" + record.test().replace('.', '/') + ".java";
            for (var claim : record.claims()) {
                var parts = new ArrayList<String>();
                for (var source : sources(question, claim.modules())) {
                    parts.add("[%s](src/main/python/%s)".formatted(source, source));
                }
                parts.add("[test](%s)".formatted(test));
                var twin = question.twins().resolve(claim.id());
                if (Files.isDirectory(twin)) {
                    parts.add("[broken twin](%s)"
                            .formatted(question.folder()
                                    .relativize(twin)
                                    .toString()
                                    .replace('\\', '/')));
                }
                links.put(claim.id(), String.join(" · ", parts));
            }
        }
        return links;
    }

    /** The file of each module; for all modules of a package its folder, once: a reader wants one way in. */
    static List<String> sources(Question question, List<String> modules) {
        return modules.stream()
                .map(module -> module.replaceFirst("\\..*", ""))
                .distinct()
                .map(name -> Files.isDirectory(question.python().resolve(name)) ? name + "/" : name + ".py")
                .toList();
    }
}
