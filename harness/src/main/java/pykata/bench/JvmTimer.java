package pykata.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.FileUtils;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
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

    /** It is there from the start: where it grows during an iteration, new pages take as long as the work. */
    private static final List<String> HEAP = List.of("-Xms2g", "-Xmx2g", "-XX:+AlwaysPreTouch");

    /** Bytes per call, as {@link GCProfiler} names them. */
    private static final String ALLOCATED = "gc.alloc.rate.norm";

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
        return result(measurement, run(options));
    }

    /** The first calls of a fresh JVM, one by one. */
    Result cold(Measurement measurement) {
        var options = options(measurement)
                .mode(Mode.SingleShotTime)
                .forks(COLD_STARTS)
                .warmupIterations(0)
                .measurementIterations(1);
        return result(measurement, run(options));
    }

    /** A JVM from its first call on, in iterations of a second. */
    Result warmUp(Measurement measurement) {
        var options = options(measurement)
                .forks(1)
                .warmupIterations(0)
                .measurementIterations(CURVE)
                .measurementTime(TimeValue.seconds(1));
        return result(measurement, run(options));
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
        var all = new ArrayList<>(OwnJvm.of(measurement, compiler).arguments());
        all.addAll(HEAP);
        return all;
    }

    private RunResult run(ChainedOptionsBuilder options) {
        var log = benchmark.question().folder().resolve("target/benchmarks/jmh.log");
        try (var out = new PrintStream(FileUtils.openOutputStream(log.toFile(), true))) {
            var format = OutputFormatFactory.createFormatInstance(out, VerboseMode.NORMAL);
            return new Runner(options.build(), format).runSingle();
        } catch (RunnerException e) {
            throw new IllegalStateException(
                    "a measurement failed; %s says why"
                            .formatted(benchmark.question().name(log)),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + log, e);
        }
    }

    /** What no profiler was asked for is not in it. */
    private Result result(Measurement measurement, RunResult run) {
        var samples = run.getAggregatedResult().getIterationResults().stream()
                .map(iteration -> iteration.getPrimaryResult().getScore() / measurement.units())
                .toList();
        var processorsUsed = run.getSecondaryResults().get(CpuProfiler.PROCESSORS_USED);
        var allocated = run.getSecondaryResults().get(ALLOCATED);
        return measurement.result(
                samples,
                processorsUsed == null ? 0 : processorsUsed.getScore(),
                allocated == null ? null : allocated.getScore() / measurement.units(),
                arguments(measurement).stream()
                        .map(argument -> argument.replace(compiler, "target/graal-compiler"))
                        .toList());
    }
}
