package pykata.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

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

    private InProcessWork work;

    /** @throws IllegalStateException if this JVM is not what the measurement runs on */
    @Setup
    public void prepare() {
        var chosen = Benchmark.named(benchmark);
        var one = chosen.measurement(measurement);
        one.runtime().check();
        work = new InProcessWork(chosen.question(), one);
    }

    @org.openjdk.jmh.annotations.Benchmark
    public Object run() throws Exception {
        return work.run();
    }

    @TearDown
    public void close() {
        work.close();
    }
}
