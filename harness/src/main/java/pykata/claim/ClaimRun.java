package pykata.claim;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import pykata.answer.Findings;
import pykata.answer.ObservedTable;
import pykata.answer.Page;
import pykata.answer.PageCheck;
import pykata.answer.Question;
import pykata.bench.Measurement;
import pykata.python.CPython;
import pykata.python.Platform;

/** The claims of one test class while they are proved. */
final class ClaimRun {

    private final Class<?> test;
    private final Question question;
    private final Page page;
    private final Prover prover;
    private final Map<String, ClaimProgress> claims = new LinkedHashMap<>();
    private final List<String> notApplicable = new ArrayList<>();

    ClaimRun(Class<?> test) {
        this.test = test;
        this.question = TestedQuestion.of(test);
        this.page = Page.read(question.readme());
        var isProcessNeeded = ClaimTrial.of(test).stream().anyMatch(ClaimTrial::isInOwnProcess);
        this.prover = new Prover(question, page, BuildOptions.isWholeRun() && isProcessNeeded);
    }

    Question question() {
        return question;
    }

    /** Everything to be done for a claim. */
    Stream<Attempt> attempts(Method method) {
        var claim = new ClaimProgress(method);
        claims.put(claim.id(), claim);
        return prover.attempts(claim);
    }

    /** Whether a measurement can be tried here; if not, the report says so. */
    boolean isApplicable(Measurement measurement) {
        if (!measurement.isApplicable()) {
            notApplicable.add(measurement.notApplicable());
        }
        return measurement.isApplicable();
    }

    /** Writes the record, prints the block, and fails if page and tests have come apart. */
    void finish() {
        var programs = new Programs(question);
        if (isOfFiles()) {
            programs.runShown(page, CPython.reference(), prover.graalPy());
        }
        prover.close();
        var record = record(programs);
        record.write(Question.compiledTo(test).resolveSibling("pykata").resolve(test.getName() + ".json"));
        System.out.print(new ClaimReport(record, notApplicable).text());
        System.out.flush();
        if (isOfFiles()) {
            programs.runAlone(CPython.reference());
        }
        var problems = Stream.concat(apart(programs), unexecuted()).toList();
        if (!problems.isEmpty()) {
            throw new ClaimNotMet("the answer and its tests have come apart\n" + String.join("\n", problems));
        }
    }

    /** Of all tests of the question; for one that is not its answer's test, of its own: others may not be compiled yet. */
    private Stream<String> apart(Programs programs) {
        if (!isOfTheAnswer()) {
            return own().filter(claim -> page.claim(claim.id()).isEmpty())
                    .map(claim -> "%s proves no claim of %s".formatted(claim, question.name(question.readme())));
        }
        var declared = DeclaredClaim.of(question, test);
        var ids = declared.stream().map(DeclaredClaim::id).toList();
        var twinless = declared.stream()
                .filter(claim -> !claim.falsifier().isEmpty())
                .map(DeclaredClaim::id)
                .toList();
        var seen = new HashSet<String>();
        var findings =
                Platform.current().equals(ObservedTable.PLATFORM) ? Findings.of(programs.printed()) : Findings.NONE;
        var check = PageCheck.check(question, ids, twinless, findings);
        var ofPages =
                Stream.concat(check.stream(), programs.problems().stream()).map(problem -> problem.in(question));
        return Stream.of(
                        ofPages,
                        declared.stream()
                                .filter(claim -> !seen.add(claim.id()))
                                .map(claim -> claim + " proves what another test proves too"),
                        declared.stream()
                                .filter(claim -> !claim.falsifier().matches("(none: \\S.*)?"))
                                .map(claim -> claim + ": a falsifier reads \"none: \" and the reason"))
                .flatMap(problems -> problems);
    }

    private Stream<DeclaredClaim> own() {
        return DeclaredClaim.of(question, test).stream()
                .filter(claim -> claim.test().equals(test.getName()));
    }

    /** A claim that had to be carried out and was not. A filter may leave out anything. */
    private Stream<String> unexecuted() {
        if (!BuildOptions.isWholeRun()) {
            return Stream.empty();
        }
        return own().flatMap(declared -> {
            var claim = claims.get(declared.id());
            if (claim == null) {
                return Stream.of(declared + " was not run: is it private, static or disabled?");
            }
            return claim.isTriedEverywhere()
                    ? Stream.empty()
                    : Stream.of(declared + " was not tried on every interpreter that it applies to");
        });
    }

    private boolean isOfTheAnswer() {
        return AnswerTest.class.isAssignableFrom(test);
    }

    /** Whether the files under proof are run too: in a whole run, and on the interpreter that they are written for. */
    private boolean isOfFiles() {
        return isOfTheAnswer()
                && BuildOptions.isWholeRun()
                && ClaimRuntime.reference().isReference();
    }

    private ClaimRecord record(Programs programs) {
        var module = Question.compiledTo(test).resolve("../..");
        var source =
                question.link(module.resolve("src/test/java/" + test.getName().replace('.', '/') + ".java"));
        var entries = page.claims().stream()
                .filter(stated -> claims.containsKey(stated.id()))
                .map(stated -> claims.get(stated.id()).entry(stated.sentence(), source))
                .toList();
        var nanoseconds =
                claims.values().stream().mapToLong(claim -> claim.nanoseconds).sum();
        return new ClaimRecord(question.id(), nanoseconds / 1e9, entries, programs.printed());
    }
}
