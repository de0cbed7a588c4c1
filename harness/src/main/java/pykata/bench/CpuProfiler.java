package pykata.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/** Effective parallelism: CPU time over wall time of each iteration, so how many processors the JVM kept busy. */
public final class CpuProfiler implements InternalProfiler {

    static final String PROCESSORS_USED = "processorsUsed";

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private long cpu;
    private long wall;

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        cpu = system.getProcessCpuTime();
        wall = System.nanoTime();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        var processorsUsed = (double) (system.getProcessCpuTime() - cpu) / (System.nanoTime() - wall);
        return List.of(new ScalarResult(PROCESSORS_USED, processorsUsed, "processors", AggregationPolicy.AVG));
    }

    @Override
    public String getDescription() {
        return "CPU time over wall time";
    }
}
