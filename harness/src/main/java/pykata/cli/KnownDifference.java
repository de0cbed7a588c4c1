package pykata.cli;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import pykata.cli.Probe.Answer;
import pykata.cli.Probe.Outcome;
import pykata.python.GraalPy;

/** Why the two Pythons differ, where that is known; GRAALPY.md shows each, as it was observed. */
enum KnownDifference {
    RECURSION(
            (cPython, graalPy) ->
                    isOnly(cPython, graalPy, "RecursionError") || isOnly(graalPy, cPython, "RecursionError"),
            "CPython counts frames, up to sys.getrecursionlimit(). GraalPy counts none: it raises RecursionError"
                    + " when the thread's stack is full, here of 16 MB (java -Xss16m)."),
    SYNTAX(
            (cPython, graalPy) -> isOnly(graalPy, cPython, "SyntaxError", "IndentationError"),
            "GraalPy speaks Python %s: newer syntax is a syntax error there."),
    PROCESSES(
            (cPython, graalPy) -> isOnly(graalPy, cPython, "NotImplementedError")
                    && says(graalPy, "concurrent/futures/process.py", "ProcessPoolExecutor"),
            "GraalPy has no ProcessPoolExecutor: it finds too few semaphores, and its multiprocessing starts contexts of"
                    + " the same process."),
    TIME_ZONES(
            (cPython, graalPy) -> isOnly(graalPy, cPython, "ZoneInfoNotFoundError"),
            "GraalPy looks for time zones in no folder of the system: zoneinfo.TZPATH is empty there."),
    LIBRARY(
            (cPython, graalPy) -> isOnly(graalPy, cPython, "ModuleNotFoundError", "ImportError"),
            "GraalPy speaks Python %s: what the library has had for less long is missing there.");

    private final BiPredicate<Answer, Answer> test;
    private final String sentence;

    KnownDifference(BiPredicate<Answer, Answer> test, String sentence) {
        this.test = test;
        this.sentence = sentence;
    }

    /** The sentence that says why two answers differ, if it is known. */
    static Optional<String> between(Answer cPython, Answer graalPy) {
        return Arrays.stream(values())
                .filter(each -> each.test.test(cPython, graalPy))
                .findFirst()
                .map(known -> known.sentence.formatted(GraalPy.language()) + " See GRAALPY.md.");
    }

    /** Whether the first one fails so, and the other one otherwise or not at all. */
    private static boolean isOnly(Answer one, Answer other, String... types) {
        return one.outcome() != Outcome.RETURNED
                && Arrays.asList(types).contains(one.type())
                && !Objects.equals(one.type(), other.type());
    }

    private static boolean says(Answer answer, String... words) {
        return Arrays.stream(words).anyMatch(answer.detail()::contains);
    }
}
