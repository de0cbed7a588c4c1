package pykata.claim;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pykata.answer.Findings;
import pykata.answer.ObservedTable;
import pykata.answer.Page;
import pykata.answer.PageCheck;
import pykata.answer.Problem;
import pykata.answer.Question;
import pykata.python.CPython;
import pykata.python.Platform;

/** The claims of one test class while they are proved. */
final class ClaimRun {

    private final Class<?> test;
    private final Question question;
    private final Page page;
    private final Prover prover;
    private final Map<String, ClaimProgress> claims = new LinkedHashMap<>();
    private final long started = System.nanoTime();

    ClaimRun(Class<?> test) {
        this.test = test;
        this.question = question(test);
        this.page = Page.read(question.readme());
        this.prover = new Prover(question, page, BuildOptions.isWholeRun() && needsProcess(test));
    }

    private static boolean needsProcess(Class<?> test) {
        return Arrays.stream(test.getDeclaredMethods())
                .map(method -> method.getAnnotation(Claim.class))
                .anyMatch(claim -> claim != null && claim.inOwnProcess());
    }

    private static Question question(Class<?> test) {
        var folder = test.getAnnotation(AnswerTest.class).folder();
        return folder.isEmpty()
                ? Question.of(test)
                : Question.in(Question.compiledTo(test).resolve("../..").resolve(folder));
    }

    /** Everything to be done for a claim. */
    List<Attempt> plan(Method method) {
        var claim = new ClaimProgress(method, ClaimRuntime.applicableTo(method));
        claims.put(claim.id(), claim);
        var attempts = prover.attempts(claim);
        claim.planned = attempts.size();
        return attempts;
    }

    /** Writes the record, prints the block, and fails if page and tests have come apart. */
    void finish() {
        var shown = new ShownPrograms(question);
        if (isOfFiles()) {
            shown.run(page, CPython.reference(), prover.graalPy());
        }
        prover.close();
        var record = record(shown);
        record.write(Question.compiledTo(test).resolveSibling("pykata").resolve(test.getName() + ".json"));
        System.out.print(new ClaimReport(record, BuildOptions.budget()).text());
        System.out.flush();
        var problems = problems(shown);
        if (!problems.isEmpty()) {
            throw new ClaimNotMet(problems.stream()
                    .collect(Collectors.joining("\n", "the answer and its tests have come apart\n", "")));
        }
    }

    private List<String> problems(ShownPrograms shown) {
        var methods = Arrays.stream(test.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Claim.class))
                .toList();
        var twinless = methods.stream()
                .filter(method -> !method.getAnnotation(Claim.class).falsifier().isEmpty())
                .map(Method::getName)
                .toList();
        var ids = methods.stream().map(Method::getName).toList();
        var findings = Platform.current().equals(ObservedTable.PLATFORM) ? Findings.of(shown.printed()) : Findings.NONE;
        var page = PageCheck.check(question, ids, twinless, findings).stream();
        var groundless = methods.stream()
                .filter(method -> !method.getAnnotation(Claim.class).falsifier().matches("(none: \\S.*)?"))
                .map(method -> "%s.%s: a falsifier reads \"none: \" and the reason"
                        .formatted(test.getSimpleName(), method.getName()));
        var alone = isOfFiles() ? new RunsAlone(question, CPython.reference()).problems() : Stream.<Problem>empty();
        var ofPages = Stream.of(page, shown.problems().stream(), alone)
                .flatMap(each -> each)
                .map(problem -> problem.in(question));
        return Stream.of(ofPages, groundless, unexecuted(ids))
                .flatMap(each -> each)
                .toList();
    }

    /** Whether the files under proof are run too: in a whole run, and on the interpreter that they are written for. */
    private static boolean isOfFiles() {
        return BuildOptions.isWholeRun() && ClaimRuntime.reference().isReference();
    }

    /** A claim that was planned, or must have been, and yet was not carried out. A filter may leave out anything. */
    private Stream<String> unexecuted(Collection<String> ids) {
        if (!BuildOptions.isWholeRun()) {
            return Stream.empty();
        }
        var halfway = claims.values().stream()
                .filter(claim -> claim.executed < claim.planned)
                .map(claim ->
                        "%s: %d attempts were planned, %d made".formatted(claim.id(), claim.planned, claim.executed));
        var never = ids.stream()
                .filter(id -> !claims.containsKey(id))
                .map(id -> "%s.%s was not run: is it private, static or disabled?".formatted(test.getSimpleName(), id));
        return Stream.concat(halfway, never);
    }

    private ClaimRecord record(ShownPrograms shown) {
        var entries = page.claims().stream()
                .filter(stated -> claims.containsKey(stated.id()))
                .map(stated -> claims.get(stated.id()).entry(stated.sentence()))
                .toList();
        var seconds = (System.nanoTime() - started) / 1e9;
        return new ClaimRecord(question.id(), test.getName(), seconds, entries, shown.printed());
    }
}
