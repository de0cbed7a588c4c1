package pykata.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pykata.measured.MeasuredRuntime;
import pykata.measured.Result;
import pykata.python.CPython;
import pykata.python.Version;

/**
 * One cell of a benchmark's table.
 *
 * @param row its row's name
 * @param column its column's name
 * @param runtime what it runs on
 * @param comparedWith the column in whose terms this cell's speed is told; this one's own if it is told in none
 * @param isWaiting whether the work mostly waits, so that there is little to warm up
 * @param units how many units one run of the work does: times are given per unit
 * @param since the oldest CPython that can do the work; null if any can
 */
public record Measurement(
        String row,
        String column,
        String comparedWith,
        MeasuredRuntime runtime,
        boolean isWaiting,
        long units,
        Work work,
        @Nullable Version since) {

    public Measurement(
            String row,
            String column,
            String comparedWith,
            MeasuredRuntime runtime,
            boolean isWaiting,
            long units,
            Work work) {
        this(row, column, comparedWith, runtime, isWaiting, units, work, null);
    }

    /** A system under load: it fills a row of its own. */
    public static Measurement load(String row, MeasuredRuntime runtime, Work.Start start) {
        return new Measurement(row, "load", "load", runtime, true, 1, new Work.Load(start));
    }

    /** The same where there is no compiler. */
    Measurement interpreted() {
        return runtime == MeasuredRuntime.GRAALPY_JIT
                ? new Measurement(
                        row, column, comparedWith, MeasuredRuntime.GRAALPY_INTERPRETER, isWaiting, units, work, since)
                : this;
    }

    boolean isLoad() {
        return work instanceof Work.Load;
    }

    /** The same for this CPython, {@code "3.14"}, and newer ones. */
    public Measurement since(String version) {
        return new Measurement(row, column, comparedWith, runtime, isWaiting, units, work, Version.parse(version));
    }

    /** What came of it; see {@link Result}. */
    Result result(List<Double> samples, double processorsUsed, @Nullable Double bytes, List<String> jvmArguments) {
        return Result.of(row, column, comparedWith, runtime, samples, processorsUsed, bytes, jvmArguments);
    }

    /** Whether the CPython at hand is new enough. */
    public boolean isApplicable() {
        return since == null || CPython.reference().interpreter().version().compareTo(since) >= 0;
    }

    /** Says so, where it is not. */
    public String notApplicable() {
        return "not applicable on %s, needs %d.%d: %s"
                .formatted(CPython.reference().interpreter(), since.major(), since.minor(), name());
    }

    /** What it is called in a list of all. */
    public String name() {
        return row + " | " + column;
    }
}
