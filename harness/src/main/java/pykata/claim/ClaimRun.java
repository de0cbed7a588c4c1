package pykata.claim;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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
        this.question = ClaimsTest.question(test);
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
            programs.runShown(page, CPython.reference(), prover.graalPy);
        }
        prover.close();
        var record = record(programs);
        record.write(Question.compiledTo(test).resolveSibling("pykata").resolve(test.getName() + ".json"));
        System.out.print(new ClaimReport(record, notApplicable).text());
        System.out.flush();
        if (isOfFiles()) {
            programs.runAlone(CPython.reference());
        }
        var problems = problems(programs).toList();
        if (!problems.isEmpty()) {
            throw new ClaimNotMet("the answer and its tests have come apart\n" + String.join("\n", problems));
        }
    }

    /** Of all tests of the question; for one that is not its answer's test, of its own: others may not be compiled yet. */
    private Stream<String> problems(Programs programs) {
        var declared = DeclaredClaim.of(question, test);
        var own = declared.stream()
                .filter(claim -> claim.test().equals(test.getName()))
                .toList();
        var apart = isOfTheAnswer()
                ? apart(declared, programs)
                : told(
                        own,
                        claim -> page.claim(claim.id()).isEmpty(),
                        " proves no claim of " + question.name(question.readme()));
        return BuildOptions.isWholeRun() ? Stream.concat(apart, untried(own)) : apart;
    }

    private Stream<String> apart(List<DeclaredClaim> declared, Programs programs) {
        var ids = declared.stream().map(DeclaredClaim::id).toList();
        var twinless = declared.stream()
                .filter(claim -> !claim.falsifier().isEmpty())
                .map(DeclaredClaim::id)
                .toList();
        var findings =
                Platform.current().equals(ObservedTable.PLATFORM) ? Findings.of(programs.printed) : Findings.NONE;
        var seen = new HashSet<String>();
        return Stream.of(
                        Stream.of(PageCheck.check(question, ids, twinless, findings), programs.problems)
                                .flatMap(List::stream)
                                .map(problem -> problem.in(question)),
                        told(declared, claim -> !seen.add(claim.id()), " proves what another test proves too"),
                        told(
                                declared,
                                claim -> !claim.falsifier().matches("(none: \\S.*)?"),
                                ": a falsifier reads \"none: \" and the reason"))
                .flatMap(problems -> problems);
    }

    /** What had to be carried out and was not. A filter may leave out anything: only of a whole run. */
    private Stream<String> untried(List<DeclaredClaim> own) {
        Predicate<DeclaredClaim> isRun = claim -> claims.containsKey(claim.id());
        Predicate<DeclaredClaim> isTried = claim -> claims.get(claim.id()).isTriedEverywhere();
        return Stream.concat(
                told(own, isRun.negate(), " was not run: is it private, static or disabled?"),
                told(own, isRun.and(isTried.negate()), " was not tried on every interpreter that it applies to"));
    }

    private static Stream<String> told(List<DeclaredClaim> claims, Predicate<DeclaredClaim> which, String what) {
        return claims.stream().filter(which).map(claim -> claim + what);
    }

    private boolean isOfTheAnswer() {
        return AnswerTest.class.isAssignableFrom(test);
    }

    /** Whether the files under proof are run too: in a whole run, and on the interpreter that they are written for. */
    private boolean isOfFiles() {
        return isOfTheAnswer() && BuildOptions.isWholeRun() && ClaimRuntime.CPYTHON.isReference();
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
        return new ClaimRecord(question.id(), nanoseconds / 1e9, entries, programs.printed);
    }
}
