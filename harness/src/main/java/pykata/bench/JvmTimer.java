package pykata.bench;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import pykata.measured.Result;

/**
 * Measures in JVMs, by JMH.
 *
 * @param benchmark whose measurements they are
 * @param compiler the folder of the Graal compiler's jars
 */
record JvmTimer(Benchmark benchmark, String compiler) {

    /** The heap is there from the start: where it grows during an iteration, new pages take as long as the work. */
    private static final List<String> BASE = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dpolyglot.engine.WarnInterpreterOnly=false",
            "-Xms2g",
            "-Xmx2g",
            "-XX:+AlwaysPreTouch");

    private static final int COLD_STARTS = 5;
    private static final int CURVE = 20;

    Result measure(Measurement measurement, Plan plan, boolean bytes) {
        var options = options(measurement)
                .forks(plan.forks())
                .warmupIterations(plan.warmUps())
                .warmupTime(TimeValue.milliseconds(plan.warmUp().toMillis()))
                .measurementIterations(plan.iterations())
                .measurementTime(TimeValue.milliseconds(plan.iteration().toMillis()))
                .addProfiler(CpuProfiler.class);
        if (bytes) {
            options.addProfiler(GCProfiler.class);
        }
        var run = run(options);
        return result(measurement, run, bytes);
    }

    /** The first calls of a fresh JVM, one by one. */
    Result cold(Measurement measurement) {
        var options = options(measurement)
                .mode(Mode.SingleShotTime)
                .forks(COLD_STARTS)
                .warmupIterations(0)
                .measurementIterations(1);
        return result(measurement, run(options), false);
    }

    /** A JVM from its first call on, in iterations of a second. */
    Result warmUp(Measurement measurement) {
        var options = options(measurement)
                .forks(1)
                .warmupIterations(0)
                .measurementIterations(CURVE)
                .measurementTime(TimeValue.seconds(1));
        return result(measurement, run(options), false);
    }

    private ChainedOptionsBuilder options(Measurement measurement) {
        return new OptionsBuilder()
                .include(JmhBenchmark.class.getName() + ".run")
                .param("benchmark", benchmark.getClass().getName())
                .param("measurement", measurement.name())
                .jvmArgs(arguments(measurement).toArray(String[]::new))
                .shouldFailOnError(true);
    }

    private List<String> arguments(Measurement measurement) {
        var all = new ArrayList<>(BASE);
        all.addAll(measurement.runtime().jvmArguments(compiler));
        return all;
    }

    private RunResult run(ChainedOptionsBuilder options) {
        var log = benchmark.question().folder().resolve("target/benchmarks/jmh.log");
        try {
            Files.createDirectories(log.getParent());
            try (var out = new PrintStream(Files.newOutputStream(log, CREATE, APPEND))) {
                var format = OutputFormatFactory.createFormatInstance(out, VerboseMode.NORMAL);
                return new Runner(options.build(), format).runSingle();
            }
        } catch (RunnerException e) {
            throw new IllegalStateException(
                    "a measurement failed; %s says why"
                            .formatted(benchmark.question().name(log)),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + log, e);
        }
    }

    private Result result(Measurement measurement, RunResult run, boolean bytes) {
        var samples = StreamSupport.stream(run.getBenchmarkResults().spliterator(), false)
                .map(BenchmarkResult::getIterationResults)
                .flatMap(Collection::stream)
                .map(iteration -> iteration.getPrimaryResult().getScore() / measurement.units())
                .toList();
        var processorsUsed = run.getSecondaryResults().get(CpuProfiler.PROCESSORS_USED);
        return measurement.result(
                samples,
                processorsUsed == null ? 0 : processorsUsed.getScore(),
                bytes ? allocated(run, measurement) : null,
                arguments(measurement).stream()
                        .map(argument -> argument.replace(compiler, "target/graal-compiler"))
                        .toList());
    }

    private static @Nullable Double allocated(RunResult run, Measurement measurement) {
        for (var name : run.getSecondaryResults().keySet()) {
            if (name.endsWith("gc.alloc.rate.norm")) {
                return run.getSecondaryResults().get(name).getScore() / measurement.units();
            }
        }
        return null;
    }
}
