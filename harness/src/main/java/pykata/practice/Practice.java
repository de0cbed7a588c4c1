package pykata.practice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import pykata.python.CPython;
import pykata.python.GraalPy;
import pykata.python.Limits;
import pykata.python.Python;
import pykata.python.PythonFailure;
import pykata.python.Sources;

/** Holds files against a kata's checks, within limits. Protects against accidents, not against attackers. */
public final class Practice {

    private static final Limits LIMITS = new Limits(Duration.ofSeconds(30), 1L << 30, 4L << 20);

    /** A cold GraalPy imports slowly. */
    private static final Duration WITH_WARM_UP = Duration.ofSeconds(60);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Kata kata;
    private final Limits limits;

    public Practice(Kata kata) {
        this(kata, LIMITS);
    }

    private Practice(Kata kata, Limits limits) {
        this.kata = kata;
        this.limits = limits;
    }

    /** The same, with another limit to the time that all checks together may take. */
    public Practice within(Duration time) {
        return new Practice(kata, limits.within(time));
    }

    /**
     * The verdict of the reference CPython, in a process of its own.
     *
     * @throws pykata.python.PythonUnavailable if there is no CPython
     */
    public Verdict onCPython(Path file) {
        return onCPython(file, List.of());
    }

    /**
     * The verdict on one that knows only the answers of the first check, which the solution gives there.
     *
     * @throws pykata.python.PythonUnavailable if there is no CPython
     */
    public Verdict onCPython(Impostor impostor) {
        return onCPython(kata.solution(), List.of("--impostor", impostor.toString()));
    }

    private Verdict onCPython(Path file, List<String> options) {
        var learners = file.toAbsolutePath().normalize();
        var report = emptyReport();
        var arguments = new ArrayList<>(List.of(learners.toString(), "--report", report.toString()));
        arguments.addAll(options);
        try (var python = CPython.reference().start(sources(learners), limits)) {
            var run = python.run("checks", arguments.toArray(String[]::new));
            return verdict(report, run).printing(run.out() + run.err());
        } catch (PythonFailure.TimedOut stopped) {
            var message = "stopped after %s s%s".formatted(limits.seconds(), stopped.where());
            return Verdict.unfinished(last(report), Outcome.LIMIT_HIT, message).printing(stopped.printed());
        } finally {
            report.toFile().delete();
        }
    }

    /** The verdict of GraalPy, inside this JVM: the second one, for a file that CPython finds right. */
    public Verdict onGraalPy(Path file) {
        var learners = file.toAbsolutePath().normalize();
        try (var python = new GraalPy(sources(learners), limits.within(WITH_WARM_UP))) {
            return Verdict.of(python.call("judging.verdict", "checks", learners.toString()));
        } catch (PythonFailure.TimedOut stopped) {
            return Verdict.unfinished(MissingNode.getInstance(), Outcome.LIMIT_HIT, stopped.getMessage());
        } catch (PythonFailure.Raised | PythonFailure.Ended failure) {
            return Verdict.unfinished(MissingNode.getInstance(), Outcome.OUR_FAULT, failure.getMessage());
        }
    }

    /** With the learner's own folder, so that a line of it is recognized as one. */
    private Sources sources(Path file) {
        return kata.sources().and(file.getParent());
    }

    /** What the report says last; if that is no verdict, how the run ended makes one. */
    private static Verdict verdict(Path report, Python.Run run) {
        var last = last(report);
        if (last.has("outcome")) {
            return Verdict.of(last);
        }
        if (last.isMissingNode()) {
            return Verdict.unfinished(
                    last,
                    Outcome.OUR_FAULT,
                    "checks.py ended with status %d and no verdict\n%s".formatted(run.exitCode(), run.err()));
        }
        var how = run.exitCode() > 128
                ? "the interpreter crashed (signal %d)".formatted(run.exitCode() - 128)
                : "the interpreter ended with status %d: does your file call os._exit?".formatted(run.exitCode());
        return Verdict.unfinished(last, last.has("checks") ? Outcome.WRONG_ANSWER : Outcome.IMPORT_ERROR, how);
    }

    /** The last whole line of a report; missing if there is none. */
    private static JsonNode last(Path report) {
        try {
            var text = Files.readString(report);
            var end = text.lastIndexOf('\n');
            var start = text.lastIndexOf('\n', end - 1) + 1;
            return end < 0 ? MissingNode.getInstance() : JSON.readTree(text.substring(start, end));
        } catch (IOException e) {
            throw new UncheckedIOException("the report of the checks cannot be read", e);
        }
    }

    private static Path emptyReport() {
        try {
            return Files.createTempFile("pykata", ".report");
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary file for the report of the checks", e);
        }
    }
}
