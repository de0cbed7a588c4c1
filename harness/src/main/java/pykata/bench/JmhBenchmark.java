package pykata.bench;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import pykata.python.GraalPy;
import pykata.python.Limits;

/** Any measurement of any question, as JMH runs it in a JVM of its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JmhBenchmark {

    /** The benchmark's class. */
    @Param("")
    public String benchmark;

    /** The name of one of its measurements. */
    @Param("")
    public String measurement;

    private GraalPy python;
    private Callable<?> work;

    /** @throws IllegalStateException if this JVM is not what the measurement runs on */
    @Setup
    public void prepare() {
        var chosen = Benchmark.named(benchmark);
        var one = chosen.measurement(measurement);
        one.runtime().check();
        python = new GraalPy(InProcessWork.sources(chosen.question()), Limits.DEFAULT);
        work = InProcessWork.prepare(one.work(), python::newContext);
    }

    @org.openjdk.jmh.annotations.Benchmark
    public Object run() throws Exception {
        return work.call();
    }

    @TearDown
    public void close() {
        python.close();
    }
}
