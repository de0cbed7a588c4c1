package pykata.practice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;
import pykata.python.CPython;

/** What must be true of a kata before a learner may rely on it. */
public final class KataContract {

    private static final String HEADER = "# caught by: ";
    private static final List<String> ALWAYS = List.of("empty.py", "constant.py", "hard_coded.py");
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
                new Step("the solution passes on CPython", this::theSolutionPassesOnCPython),
                new Step("the solution passes on GraalPy", this::theSolutionPassesOnGraalPy),
                new Step("the usual mistakes are there", this::theUsualMistakesAreThere),
                new Step("every check catches a mistake", this::everyCheckCatchesAMistake),
                new Step("there are three hints", this::thereAreThreeHints),
                new Step("a learner needs no JDK", this::aLearnerNeedsNoJdk));
        var wrong = kata.wrong().stream()
                .map(file -> new Step("wrong/" + file.getFileName(), () -> isCaughtByTheCheckItNames(file)));
        return Stream.concat(fixed, wrong);
    }

    /** The stub loads, and a check says what is missing. */
    void theStubIsRejected() {
        var verdict = practice.onCPython(kata.exercise());
        if (verdict.outcome() != Outcome.WRONG_ANSWER) {
            throw failed(kata.exercise(), "the stub must be rejected by a check, but it is: " + verdict);
        }
    }

    void theSolutionPassesOnCPython() {
        mustBeSolved("CPython", practice.onCPython(kata.solution()));
    }

    void theSolutionPassesOnGraalPy() {
        mustBeSolved("GraalPy", practice.onGraalPy(kata.solution()));
    }

    private void mustBeSolved(String interpreter, Verdict verdict) {
        if (verdict.outcome() != Outcome.SOLVED) {
            throw failed(
                    kata.solution(), "the solution must pass on %s, but it is: %s".formatted(interpreter, verdict));
        }
    }

    /** The first check that fails is the one that the mistake's own first line names. */
    void isCaughtByTheCheckItNames(Path wrong) {
        var named = named(wrong);
        var verdict = practice.onCPython(wrong);
        if (verdict.outcome() == Outcome.SOLVED) {
            throw failed(wrong, "no check catches this mistake; its first line names \"%s\"".formatted(named));
        }
        if (verdict.outcome() != Outcome.WRONG_ANSWER) {
            throw failed(wrong, "this mistake must be rejected by a check, but it is: " + verdict);
        }
        var names = verdict.checks().stream().map(Verdict.Checked::name).toList();
        if (!names.contains(named)) {
            throw failed(
                    wrong, "its first line names no check of this kata: \"%s\"\nthere are: %s".formatted(named, names));
        }
        var first = verdict.firstFailure().orElseThrow().name();
        if (!first.equals(named)) {
            throw failed(
                    wrong,
                    "the first check that fails is not \"%s\", as its first line says, but \"%s\"\n%s"
                            .formatted(named, first, verdict.message()));
        }
    }

    /** The mistakes that every kata must reject are there. */
    void theUsualMistakesAreThere() {
        var names =
                kata.wrong().stream().map(file -> file.getFileName().toString()).toList();
        for (var name : ALWAYS) {
            if (!names.contains(name)) {
                var file = kata.folder().resolve("wrong").resolve(name);
                throw failed(file, "every kata must reject this mistake, and it is missing");
            }
        }
    }

    /** Each check is the first to catch some mistake: one that catches none is not known to be able to fail. */
    void everyCheckCatchesAMistake() {
        var unproved = new TreeSet<String>();
        practice.onCPython(kata.solution()).checks().forEach(check -> unproved.add(check.name()));
        kata.wrong().forEach(wrong -> unproved.remove(named(wrong)));
        if (!unproved.isEmpty()) {
            throw failed(kata.checks(), "no file in wrong/ is caught by: " + unproved);
        }
    }

    void thereAreThreeHints() {
        if (!Files.isRegularFile(kata.hints())) {
            throw failed(kata.hints(), "it is missing");
        }
        var lines = lines(kata.hints());
        var missing = IntStream.rangeClosed(1, HINTS)
                .mapToObj(level -> "## " + level)
                .filter(heading -> lines.stream().noneMatch(line -> line.matches(heading + "\\b.*")))
                .toList();
        if (!missing.isEmpty()) {
            throw failed(kata.hints(), "it has no heading " + missing);
        }
    }

    /** {@code python3 checks.py solution.py} in the kata's folder is all that a learner without a JDK needs. */
    void aLearnerNeedsNoJdk() {
        var python = CPython.reference().executable().toString();
        var builder = new ProcessBuilder(
                python, kata.checks().toString(), kata.solution().toString());
        builder.directory(kata.folder().toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PYTHON"));
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        try {
            var process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw failed(kata.checks(), "python3 checks.py solution.py does not end within 30 s");
            }
            if (process.exitValue() != 0) {
                var said = new String(process.getInputStream().readAllBytes());
                throw failed(
                        kata.checks(),
                        "python3 checks.py solution.py ends with status %d:\n%s".formatted(process.exitValue(), said));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String named(Path wrong) {
        var lines = lines(wrong);
        if (lines.isEmpty() || !lines.getFirst().startsWith(HEADER)) {
            throw failed(wrong, "its first line must be \"%s<name of a check>\"".formatted(HEADER));
        }
        return lines.getFirst().substring(HEADER.length()).strip();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AssertionFailedError failed(Path file, String why) {
        return new AssertionFailedError(kata.name(file) + ": " + why);
    }
}
