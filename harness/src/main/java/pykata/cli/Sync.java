package pykata.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pykata.answer.Catalogue;
import pykata.answer.ObservedTable;
import pykata.answer.PageWriter;
import pykata.answer.Question;
import pykata.claim.ClaimRecord;
import pykata.python.Platform;

/**
 * Brings answer pages up to date with their sources and with what a run observes: {@code Sync [--static] [question…]}.
 * With {@code --static}, only what needs no run.
 */
public final class Sync {

    private static final Platform REFERENCE = new Platform("linux", "x86_64");

    private final Path root;

    private Sync(Path root) {
        this.root = root;
    }

    /** Ends with status 0 if all pages are up to date now, 1 if a claim is not proved, 2 if a question is unknown. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var words = new ArrayList<>(Arrays.asList(arguments));
        words.removeIf(String::isBlank);
        var isStatic = words.remove("--static");
        var sync = new Sync(Question.in(Path.of("")).root());
        for (var id : words) {
            if (!sync.isAnswered(id)) {
                System.err.printf("no question is called %s; there are %s%n", id, String.join(", ", sync.answered()));
                System.exit(2);
            }
        }
        System.exit(sync.run(words.isEmpty() ? sync.answered() : words, isStatic));
    }

    private int run(List<String> questions, boolean isStatic) throws IOException, InterruptedException {
        if (!isStatic) {
            prove(questions);
        }
        var unproved = 0;
        for (var id : questions) {
            var question = Question.in(root.resolve(id));
            var records = isStatic ? List.<ClaimRecord>of() : ClaimRecord.of(question.folder());
            if (!isStatic && records.isEmpty()) {
                System.out.printf("%s: no claim was run; target/sync.log says why%n", id);
                unproved++;
            }
            unproved += tell(id, records);
            rewrite(question, records);
        }
        if (PageWriter.rewriteIndex(root)) {
            System.out.println("rewrote README.md");
        }
        return unproved == 0 ? 0 : 1;
    }

    private void prove(List<String> questions) throws IOException, InterruptedException {
        for (var id : questions) {
            ClaimRecord.forget(root.resolve(id));
        }
        System.out.println("proving " + String.join(", ", questions) + " ...");
        var log = Files.createDirectories(root.resolve("target")).resolve("sync.log");
        var mvn = Platform.current().os().equals("windows") ? "mvn.cmd" : "mvn";
        new ProcessBuilder(
                        mvn,
                        "-q",
                        "-pl",
                        String.join(",", questions),
                        "-am",
                        "test",
                        "-Dharness.skipTests=true",
                        "-Dmaven.test.failure.ignore=true")
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
    }

    private static int tell(String id, List<ClaimRecord> records) {
        var unproved = 0;
        for (var record : records) {
            for (var claim : record.claims()) {
                if (!claim.provedEverywhere()) {
                    System.out.printf("%s: not proved, its table stays as it is: %s%n", id, claim.sentence());
                    unproved++;
                }
            }
        }
        return unproved;
    }

    private void rewrite(Question question, List<ClaimRecord> records) {
        var platform = Platform.current();
        var tables = platform.equals(REFERENCE) ? tables(records) : Map.<String, ObservedTable>of();
        var on = platform + ", JDK " + Runtime.version().feature();
        for (var page : List.of(question.readme(), question.interviewer())) {
            if (Files.exists(page) && PageWriter.rewrite(page, tables, evidence(question, records), on)) {
                System.out.println("rewrote " + question.name(page));
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
                for (var module : claim.modules()) {
                    var file = module.replace('.', '/') + ".py";
                    parts.add("[%s](src/main/python/%s)".formatted(file, file));
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

    private List<String> answered() {
        return Catalogue.questions().keySet().stream().filter(this::isAnswered).toList();
    }

    private boolean isAnswered(String id) {
        return Catalogue.questions().containsKey(id)
                && Files.exists(root.resolve(id).resolve("README.md"));
    }
}
