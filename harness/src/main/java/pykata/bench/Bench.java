package pykata.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pykata.answer.Question;
import pykata.measured.Chart;
import pykata.measured.Environment;
import pykata.measured.Load;
import pykata.measured.MeasuredRuntime;
import pykata.measured.Result;
import pykata.measured.ResultFile;

/**
 * Runs a question's benchmark: all its measurements in one run, one after the other. Only a whole and patient run
 * replaces the question's results; any other leaves its own in {@code target/benchmarks}.
 */
public final class Bench {

    private final Benchmark benchmark;
    private final JvmTimer jvm;
    private final CPythonTimer cPython;
    private final LoadTimer loads;
    private final boolean quick;
    private final boolean bytes;
    private int done;
    private Pace pace = new Pace(List.of());
    private long begin;

    private Bench(Benchmark benchmark, String compiler, boolean quick, boolean bytes) {
        this.benchmark = benchmark;
        this.jvm = new JvmTimer(benchmark, compiler);
        this.cPython = new CPythonTimer(benchmark.question());
        this.loads = new LoadTimer(compiler);
        this.quick = quick;
        this.bytes = bytes || benchmark.isAllocating();
    }

    /**
     * Arguments: the question's folder, the folder of the Graal compiler's jars, and after them any of {@code quick},
     * {@code bytes}, and {@code rows=} a regular expression that is found in a measurement's name.
     */
    public static void main(String[] arguments) {
        var options = List.of(arguments).subList(2, arguments.length).stream()
                .flatMap(option -> Pattern.compile(",(?=quick|bytes|rows=)").splitAsStream(option))
                .toList();
        var rows = options.stream()
                .filter(option -> option.startsWith("rows="))
                .map(option -> option.substring("rows=".length()))
                .findFirst();
        var quick = options.contains("quick");
        try {
            var benchmark = Benchmark.of(Question.in(Path.of(arguments[0])));
            var bench = new Bench(benchmark, arguments[1], quick, options.contains("bytes"));
            bench.run(rows.map(Pattern::compile).orElse(Pattern.compile("")), quick || rows.isPresent());
        } catch (IllegalArgumentException misuse) {
            System.err.println(misuse.getMessage());
            System.exit(2); // which the build takes for an end like another
        } catch (IllegalStateException failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }

    private void run(Pattern rows, boolean partial) {
        var chosen = benchmark.measurements().stream()
                .filter(measurement -> rows.matcher(measurement.name()).find())
                .filter(Bench::isApplicable)
                .toList();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("no measurement is named like " + rows);
        }
        var question = benchmark.question();
        begin = System.nanoTime();
        pace = Pace.of(chosen, quick);
        System.out.printf(
                "%d measurements: about %s on an idle machine, longer where one call takes seconds.%n",
                chosen.size(), Pace.inWords(pace.all()));
        var environment = Environment.of(
                question.root(), question.folder(), benchmark instanceof LoadBenchmark); // before anybody edits on
        var all = chosen.size()
                + (partial || benchmark instanceof LoadBenchmark
                        ? 0
                        : benchmark.cold().size() + 1);
        var loads = chosen.stream()
                .filter(Measurement::isLoad)
                .map(each -> tell(all, each, load(each)))
                .toList();
        var results = chosen.stream()
                .filter(each -> !each.isLoad())
                .map(each -> tell(all, each, "", warm(each)))
                .toList();
        var cold = new ArrayList<Result>();
        Result warmUp = null;
        if (!partial) {
            for (var measurement : benchmark.cold()) {
                cold.add(tell(all, measurement, ", first call", cold(measurement)));
            }
            warmUp = warmUp(all);
        }
        var file = new ResultFile(
                question.id(),
                benchmark.unit(),
                benchmark.comparison(),
                benchmark.isParallel(),
                environment,
                results,
                List.copyOf(cold),
                warmUp,
                loads);
        var path = partial ? ResultFile.ofPart(question.folder()) : ResultFile.in(question.folder());
        file.write(path);
        if (!partial && !results.isEmpty()) {
            Chart.draw(question.folder());
        }
        System.out.println("written: " + question.name(path));
    }

    private static boolean isApplicable(Measurement measurement) {
        if (!measurement.isApplicable()) {
            System.out.println(measurement.notApplicable());
        }
        return measurement.isApplicable();
    }

    private Result warm(Measurement measurement) {
        var plan = Plan.of(measurement, quick);
        return measurement.runtime() == MeasuredRuntime.CPYTHON
                ? cPython.measure(measurement, plan, bytes)
                : jvm.measure(measurement, plan, bytes);
    }

    private Load load(Measurement measurement) {
        return loads.measure(measurement, LoadPlan.of(measurement, quick));
    }

    private Result cold(Measurement measurement) {
        return measurement.runtime() == MeasuredRuntime.CPYTHON ? cPython.cold(measurement) : jvm.cold(measurement);
    }

    private @Nullable Result warmUp(int all) {
        return benchmark.measurements().stream()
                .filter(measurement -> measurement.row().equals(benchmark.warmUpRow())
                        && measurement.runtime() == MeasuredRuntime.GRAALPY_JIT)
                .findFirst()
                .map(measurement -> tell(all, measurement, ", warming up", jvm.warmUp(measurement)))
                .orElse(null);
    }

    private Result tell(int all, Measurement measurement, String what, Result result) {
        done++;
        var error = result.hasError() ? String.format(Locale.ROOT, " ± %,.0f", result.error()) : "";
        System.out.printf(
                Locale.ROOT,
                "%3d of %d  %-50s %,15.0f%s ns per %s%s%n",
                done,
                all,
                measurement.name() + what,
                result.score(),
                error,
                benchmark.unit(),
                left());
        return result;
    }

    private Load tell(int all, Measurement measurement, Load load) {
        done++;
        System.out.printf(
                Locale.ROOT,
                "%3d of %d  %-50s carries %,.0f requests per second%s%n",
                done,
                all,
                measurement.row(),
                load.capacity(),
                left());
        return load;
    }

    /** How much longer it takes; nothing behind the last one, and of first calls and warming up, which come last. */
    private String left() {
        if (done >= pace.planned().size()) {
            return "";
        }
        var elapsed = Duration.ofNanos(System.nanoTime() - begin);
        return "; about %s left".formatted(Pace.inWords(pace.left(done, elapsed)));
    }
}
