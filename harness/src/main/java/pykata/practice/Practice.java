package pykata.practice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import pykata.python.CPython;
import pykata.python.GraalPy;
import pykata.python.Limits;
import pykata.python.Python;
import pykata.python.PythonFailure;

/** Holds files against a kata's checks, within limits. Protects against accidents, not against attackers. */
public final class Practice {

    private static final Limits LIMITS = new Limits(Duration.ofSeconds(30), 1L << 30, 16L << 20);

    /** A cold GraalPy imports slowly. */
    private static final Duration WITH_WARM_UP = Duration.ofSeconds(60);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Kata kata;
    private final Limits limits;

    public Practice(Kata kata) {
        this(kata, LIMITS);
    }

    Practice(Kata kata, Limits limits) {
        this.kata = kata;
        this.limits = limits;
    }

    /**
     * The verdict of the reference CPython, in a process of its own.
     *
     * @throws pykata.python.PythonUnavailable if there is no CPython
     */
    public Verdict onCPython(Path file) {
        try (var python = CPython.reference().start(kata.sources(), limits)) {
            return verdict(python.run("checks", file.toString(), "--json"));
        } catch (PythonFailure.TimedOut stopped) {
            return Verdict.without(Outcome.LIMIT_HIT, stopped.getMessage());
        }
    }

    /** The verdict of GraalPy, inside this JVM: the second one, for a file that CPython finds right. */
    public Verdict onGraalPy(Path file) {
        try (var python = new GraalPy(kata.sources(), limits.within(WITH_WARM_UP))) {
            return Verdict.of(python.call("checking.verdict", "checks", file.toString()));
        } catch (PythonFailure.TimedOut stopped) {
            return Verdict.without(Outcome.LIMIT_HIT, stopped.getMessage());
        } catch (PythonFailure.Raised | PythonFailure.Ended failure) {
            return Verdict.without(Outcome.OUR_FAULT, failure.getMessage());
        }
    }

    private static Verdict verdict(Python.Run run) {
        try {
            var json = JSON.readTree(run.out());
            if (json.has("outcome")) {
                return Verdict.of(json);
            }
        } catch (JsonProcessingException e) {
            // said below
        }
        return Verdict.without(
                Outcome.OUR_FAULT,
                "checks.py ended with status %d and no verdict; does the file under check end the interpreter?\n%s"
                        .formatted(run.exitCode(), run.err()));
    }
}
