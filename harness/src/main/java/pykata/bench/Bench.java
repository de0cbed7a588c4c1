package pykata.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
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
    private Pace pace = new Pace(List.of());
    private long begin;
    private int all;
    private int done;

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
        var firstCalls = partial ? List.<Measurement>of() : benchmark.cold();
        var warmUps = partial ? List.<Measurement>of() : warmUps();
        all = chosen.size() + firstCalls.size() + warmUps.size();
        var underLoad = chosen.stream()
                .filter(Measurement::isLoad)
                .map(each -> told(each, loads.measure(each, LoadPlan.of(each, quick))))
                .toList();
        var results = chosen.stream()
                .filter(each -> !each.isLoad())
                .map(each -> told(each, "", warm(each)))
                .toList();
        var cold = firstCalls.stream()
                .map(each -> told(each, ", first call", cold(each)))
                .toList();
        var warmUp = warmUps.stream()
                .map(each -> told(each, ", warming up", jvm.warmUp(each)))
                .findFirst();
        var file = new ResultFile(
                question.id(),
                benchmark.unit(),
                benchmark.comparison(),
                benchmark.isParallel(),
                environment,
                results,
                cold,
                warmUp.orElse(null),
                underLoad);
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

    private Result cold(Measurement measurement) {
        return measurement.runtime() == MeasuredRuntime.CPYTHON ? cPython.cold(measurement) : jvm.cold(measurement);
    }

    /** The measurement whose warm-up is published, if it has one. */
    private List<Measurement> warmUps() {
        return benchmark.measurements().stream()
                .filter(measurement -> measurement.row().equals(benchmark.warmUpRow())
                        && measurement.runtime() == MeasuredRuntime.GRAALPY_JIT)
                .limit(1)
                .toList();
    }

    private Result told(Measurement measurement, String what, Result result) {
        var error = result.hasError() ? String.format(Locale.ROOT, " ± %,.0f", result.error()) : "";
        tell(measurement.name() + what, "%,15.0f%s ns per %s", result.score(), error, benchmark.unit());
        return result;
    }

    private Load told(Measurement measurement, Load load) {
        tell(measurement.row(), "carries %,.0f requests per second", load.capacity());
        return load;
    }

    private void tell(String name, String outcome, Object... parts) {
        done++;
        var told = String.format(Locale.ROOT, outcome, parts);
        System.out.printf("%3d of %d  %-50s %s%s%n", done, all, name, told, left());
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
