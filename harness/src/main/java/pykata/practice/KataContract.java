package pykata.practice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.io.function.Uncheck;
import org.opentest4j.AssertionFailedError;
import pykata.python.CPython;
import pykata.python.CompletedProcess;

/** What must be true of a kata before a learner may rely on it. */
public final class KataContract {

    private static final String HEADER = "# caught by: ";
    private static final int FEWEST_WRONG = 3;
    private static final int MOST_WRONG = 6;
    private static final int RIGHT = 2;
    private static final int HINTS = 3;

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
        must(
                verdict.outcome() == Outcome.WRONG_ANSWER,
                file,
                "%s must be rejected by a check, but:\n%s",
                what,
                verdict);
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
        must(
                verdict.outcome() != Outcome.SOLVED,
                kata.checks(),
                "no check rejects a solution that knows only the answers of the first check (%s)",
                impostor);
        mustBeRejected(kata.checks(), "\"" + impostor + "\"", verdict);
    }

    /** The first check that fails is the one that the mistake's own first line names. */
    private void isCaughtByTheCheckItNames(Path wrong) {
        var named = named(wrong);
        var verdict = practice.onCPython(wrong);
        must(
                verdict.outcome() != Outcome.SOLVED,
                wrong,
                "no check catches this mistake; its first line names \"%s\"",
                named);
        mustBeRejected(wrong, "this mistake", verdict);
        must(
                verdict.checks().contains(named),
                wrong,
                "its first line names no check of this kata: \"%s\"\nthere are: %s",
                named,
                verdict.checks());
        var first = verdict.firstFailure().orElseThrow();
        must(
                first.equals(named),
                wrong,
                "the first check that fails is not \"%s\", as its first line says, but \"%s\"\n%s",
                named,
                first,
                verdict);
    }

    private void thereAreWrongAndRightOnes() {
        var wrong = kata.wrong().size();
        must(
                FEWEST_WRONG <= wrong && wrong <= MOST_WRONG,
                kata.folder().resolve("wrong"),
                "%d to %d mistakes that a person would make belong here, each worth reading; there are %d",
                FEWEST_WRONG,
                MOST_WRONG,
                wrong);
        var right = kata.right().size();
        must(
                right == RIGHT,
                kata.folder().resolve("right"),
                "%d right solutions in other styles belong here; there are %d",
                RIGHT,
                right);
    }

    private void thereAreThreeHints() {
        must(Files.isRegularFile(kata.hints()), kata.hints(), "it is missing");
        var lines = lines(kata.hints());
        var missing = IntStream.rangeClosed(1, HINTS)
                .mapToObj(level -> "## " + level)
                .filter(heading -> lines.stream().noneMatch(line -> line.matches(heading + "\\b.*")))
                .toList();
        must(missing.isEmpty(), kata.hints(), "it has no heading %s", missing);
    }

    /** {@code python3 checks.py solution.py} in the kata's folder is all that a learner without a JDK needs. */
    private void aLearnerNeedsNoJdk() {
        must(
                lines(kata.checks()).stream().anyMatch(line -> line.startsWith("sys.path[0] = ")),
                kata.checks(),
                "begin with sys.path[0] = ... where the harness is, before all imports but os and sys:"
                        + " a file of the learner's in this folder may have the name of a module");
        var python = CPython.reference().executable().toString();
        var builder = new ProcessBuilder(
                python, kata.checks().toString(), kata.solution().toString());
        builder.directory(kata.folder().toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PYTHON"));
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        try {
            var checked = CompletedProcess.of(builder, Duration.ofSeconds(30));
            must(
                    checked.status() == 0,
                    kata.checks(),
                    "python3 checks.py solution.py ends with status %d:\n%s",
                    checked.status(),
                    checked.said());
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
        return new AssertionFailedError(kata.name(file) + ": " + why.formatted(parts));
    }
}
