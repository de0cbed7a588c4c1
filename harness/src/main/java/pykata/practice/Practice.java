package pykata.practice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import pykata.python.CPython;
import pykata.python.GraalPy;
import pykata.python.Limits;
import pykata.python.Python;
import pykata.python.PythonFailure;

/**
 * Holds files against a kata's checks, within limits. Protects against accidents, not against attackers.
 *
 * @param time that all checks together may take
 */
public record Practice(Kata kata, Duration time) {

    private static final Duration TIME = Duration.ofSeconds(30);

    /** The checks keep their time themselves; this much more is for a Python that does not come so far. */
    private static final Duration START = Duration.ofSeconds(30);

    /** A cold GraalPy imports slowly. */
    private static final Duration TIME_ON_GRAALPY = Duration.ofSeconds(60);

    private static final ObjectMapper JSON = new ObjectMapper();

    public Practice(Kata kata) {
        this(kata, TIME);
    }

    /**
     * The verdict of the reference CPython, in a process of its own.
     *
     * @throws pykata.python.PythonUnavailable if there is no CPython
     */
    public Verdict onCPython(Path file) {
        return verdict(cPython(), file);
    }

    /**
     * The verdict on one that knows only the answers of the first check, which the solution gives there.
     *
     * @throws pykata.python.PythonUnavailable if there is no CPython
     */
    public Verdict onCPython(Impostor impostor) {
        return verdict(cPython(), kata.solution(), "--impostor", impostor.toString());
    }

    /**
     * The verdict of GraalPy, in a process of its own: the second one, for a file that CPython finds right. It is confined,
     * and its caller may be interrupted while waiting, which ends it.
     */
    public Verdict onGraalPy(Path file) {
        var readable = List.of(file.toAbsolutePath().getParent(), file.toAbsolutePath());
        return verdict(GraalPy.confined(kata.sources(), limits(TIME_ON_GRAALPY), readable), file);
    }

    /** How a learner's file differs from the solution, as the lines of a unified diff; none if it does not. */
    public List<String> difference(Path file) {
        try (var python = cPython()) {
            var lines = python.call(
                    "comparing.difference", file.toString(), kata.solution().toString());
            return lines.valueStream().map(JsonNode::asText).toList();
        }
    }

    private Python cPython() {
        return CPython.reference().start(kata.sources(), limits(time.plus(START)));
    }

    /** The verdicts of GraalPy in this JVM, which costs a tenth: for files that are trusted, in their order. */
    List<Verdict> onGraalPyHere(List<Path> files) {
        try (var python = new GraalPy(kata.sources(), limits(TIME_ON_GRAALPY))) {
            var paths = files.stream().map(Path::toString).toList();
            var reports = python.call("command.reports", "checks", paths);
            return reports.valueStream().map(report -> Verdict.of(report, "")).toList();
        }
    }

    private static Limits limits(Duration time) {
        return new Limits(time, 1L << 30, 4L << 20);
    }

    private Verdict verdict(Python python, Path file, String... options) {
        var path = file.toAbsolutePath().normalize().toString();
        var arguments = Stream.of(path, "--report", "--seconds", Double.toString(time.toMillis() / 1000.0));
        try (python) {
            return verdict(python.run(
                    "checks", Stream.concat(arguments, Stream.of(options)).toArray(String[]::new)));
        } catch (PythonFailure.TimedOut stopped) {
            return Verdict.none(
                    Outcome.LIMIT_HIT, "on %s the time is up".formatted(python.interpreter()), stopped.printed());
        }
    }

    /** The last line that the checks wrote. */
    private static Verdict verdict(Python.Run run) {
        var lines = run.out().lines().toList();
        try {
            return Verdict.of(JSON.readTree(lines.getLast()), run.err());
        } catch (JsonProcessingException | RuntimeException e) {
            return Verdict.none(
                    Outcome.OUR_FAULT,
                    "checks.py ended with status %d and no verdict\n%s".formatted(run.exitCode(), run.err()),
                    "");
        }
    }
}
