package pykata.practice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.function.Uncheck;
import org.opentest4j.AssertionFailedError;
import pykata.python.CPython;
import pykata.python.CompletedProcess;

/** What must be true of a kata before a learner may rely on it. */
public final class KataContract {

    private static final String HEADER = "# caught by: ";

    /** A sentence about the kata, and what throws an error that says why it is not true. */
    public record Step(String name, Runnable proof) {}

    private final Kata kata;
    private final Practice practice;

    public KataContract(Kata kata) {
        this.kata = kata;
        this.practice = new Practice(kata);
    }

    public Stream<Step> steps() {
        var fixed = Stream.of(
                new Step("the stub is rejected by a check", this::theStubIsRejected),
                new Step("the solution passes on CPython", () -> passesOnCPython(kata.solution())),
                new Step("the solution and the right ones pass on GraalPy", this::allPassOnGraalPy),
                new Step("a learner needs no JDK", this::aLearnerNeedsNoJdk),
                new Step("there are three hints", this::thereAreThreeHints),
                new Step("there are wrong and right ones", this::thereAreWrongAndRightOnes));
        var impostors = Arrays.stream(Impostor.values())
                .map(each -> new Step("the generated one is rejected: " + each, () -> isRejected(each)));
        var wrong = kata.wrong().stream()
                .map(file -> new Step(
                        "the check that it names catches wrong/" + file.getFileName(),
                        () -> isCaughtByTheCheckItNames(file)));
        var right = kata.right().stream()
                .map(file -> new Step(
                        "right/%s passes on CPython".formatted(file.getFileName()), () -> passesOnCPython(file)));
        return Stream.of(fixed, impostors, wrong, right).flatMap(steps -> steps);
    }

    /** The stub loads, and a check says what is missing. */
    private void theStubIsRejected() {
        mustBeRejected(kata.exercise(), "the stub", practice.onCPython(kata.exercise()));
    }

    private void mustBeRejected(Path file, String what, Verdict verdict) {
        var why = "%s must be rejected by a check, but:\n%s";
        must(verdict.outcome() == Outcome.WRONG_ANSWER, file, why, what, verdict);
    }

    private void passesOnCPython(Path right) {
        mustBeSolved(right, "CPython", practice.onCPython(right));
    }

    private void allPassOnGraalPy() {
        var files =
                Stream.concat(Stream.of(kata.solution()), kata.right().stream()).toList();
        var verdicts = practice.onGraalPyHere(files);
        for (var i = 0; i < files.size(); i++) {
            mustBeSolved(files.get(i), "GraalPy", verdicts.get(i));
        }
    }

    private void mustBeSolved(Path right, String interpreter, Verdict verdict) {
        must(verdict.outcome() == Outcome.SOLVED, right, "it must pass on %s, but:\n%s", interpreter, verdict);
    }

    private void isRejected(Impostor impostor) {
        var verdict = practice.onCPython(impostor);
        var why = "no check rejects a solution that knows only the answers of the first check (%s)";
        must(verdict.outcome() != Outcome.SOLVED, kata.checks(), why, impostor);
        mustBeRejected(kata.checks(), "\"" + impostor + "\"", verdict);
    }

    /** The first check that fails is the one that the mistake's own first line names. */
    private void isCaughtByTheCheckItNames(Path wrong) {
        var named = named(wrong);
        var verdict = practice.onCPython(wrong);
        var uncaught = "no check catches this mistake; its first line names \"%s\"";
        must(verdict.outcome() != Outcome.SOLVED, wrong, uncaught, named);
        mustBeRejected(wrong, "this mistake", verdict);
        var unknown = "its first line names no check of this kata: \"%s\"\nthere are: %s";
        must(verdict.checks().contains(named), wrong, unknown, named, verdict.checks());
        var first = verdict.firstFailure().orElseThrow();
        var another = "the first check that fails is not \"%s\", as its first line says, but \"%s\"\n%s";
        must(first.equals(named), wrong, another, named, first, verdict);
    }

    private void thereAreWrongAndRightOnes() {
        var wrong = kata.wrong().size();
        var mistakes = "3 to 6 mistakes that a person would make belong here, each worth reading; there are %d";
        must(3 <= wrong && wrong <= 6, kata.folder().resolve("wrong"), mistakes, wrong);
        var right = kata.right().size();
        var styles = "2 right solutions in other styles belong here; there are %d";
        must(right == 2, kata.folder().resolve("right"), styles, right);
    }

    private void thereAreThreeHints() {
        must(Files.isRegularFile(kata.hints()), kata.hints(), "it is missing");
        var lines = lines(kata.hints());
        var missing = Stream.of("## 1", "## 2", "## 3")
                .filter(heading -> lines.stream().noneMatch(line -> line.matches(heading + "\\b.*")))
                .toList();
        must(missing.isEmpty(), kata.hints(), "it has no heading %s", missing);
    }

    /** {@code python3 checks.py solution.py} in the kata's folder is all that a learner without a JDK needs. */
    private void aLearnerNeedsNoJdk() {
        var why = "begin with sys.path[0] = ... where the harness is, before all imports but os and sys:"
                + " a file of the learner's in this folder may have the name of a module";
        must(lines(kata.checks()).stream().anyMatch(line -> line.startsWith("sys.path[0] = ")), kata.checks(), why);
        var python = CPython.reference().executable().toString();
        var builder = new ProcessBuilder(
                python, kata.checks().toString(), kata.solution().toString());
        builder.directory(kata.folder().toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PYTHON"));
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        try {
            var checked = CompletedProcess.of(builder, Duration.ofSeconds(30));
            var ending = "python3 checks.py solution.py ends with status %d:\n%s";
            must(checked.status() == 0, kata.checks(), ending, checked.status(), checked.said());
        } catch (IOException e) {
            throw failed(kata.checks(), "python3 checks.py solution.py: %s", e.getMessage());
        }
    }

    private String named(Path wrong) {
        var first = lines(wrong).stream().findFirst().orElse("");
        must(first.startsWith(HEADER), wrong, "its first line must be \"%s<name of a check>\"", HEADER);
        return first.substring(HEADER.length()).strip();
    }

    private static List<String> lines(Path file) {
        return Uncheck.apply(Files::readAllLines, file);
    }

    private void must(boolean isSo, Path file, String why, Object... parts) {
        if (!isSo) {
            throw failed(file, why, parts);
        }
    }

    private AssertionFailedError failed(Path file, String why, Object... parts) {
        return new AssertionFailedError(kata.question().name(file) + ": " + why.formatted(parts));
    }
}
