package pykata.advanced.concurrencymodels;

import static pykata.bench.Work.call;
import static pykata.bench.Work.code;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.graalvm.polyglot.Context;
import pykata.bench.Benchmark;
import pykata.bench.Measurement;
import pykata.bench.Work;
import pykata.measured.MeasuredRuntime;
import pykata.python.ContextPool;

/** The same requests in each model: they wait, bring much back, compute, or wait and compute. */
public record ConcurrencyModelsBenchmark(int requests, int milliseconds, int numbers, int large) implements Benchmark {

    private static final int SMALL = 1_000;
    private static final int WORKERS = 8;
    private static final int CONTEXTS = 2;

    public ConcurrencyModelsBenchmark() {
        this(32, 20, 30_000, 1_000_000);
    }

    @Override
    public Benchmark small() {
        return new ConcurrencyModelsBenchmark(4, 1, 300, 2_000);
    }

    @Override
    public String unit() {
        return "request";
    }

    @Override
    public String comparison() {
        return "as many requests as threads";
    }

    @Override
    public String warmUpRow() {
        return "compute";
    }

    /** None: how a first call does, says another question's benchmark. */
    @Override
    public List<Measurement> cold() {
        return List.of();
    }

    @Override
    public boolean isParallel() {
        return true;
    }

    @Override
    public List<Measurement> measurements() {
        return List.of(
                        new Kind("wait, 1 KB back", milliseconds, SMALL, 0),
                        new Kind("wait, 1 MB back", milliseconds, large, 0),
                        new Kind("compute", 0, SMALL, numbers),
                        new Kind("wait and compute", milliseconds, SMALL, numbers))
                .stream()
                .flatMap(kind -> row(kind).stream())
                .toList();
    }

    /** A kind of request: how long the server waits, how many bytes it sends, how much is computed from them. */
    private record Kind(String name, int milliseconds, int size, int numbers) {

        String path() {
            return SlowShop.path(milliseconds, size);
        }

        boolean isWaiting() {
            return numbers == 0;
        }
    }

    private List<Measurement> row(Kind kind) {
        var arguments = new Object[] {SlowShop.port(), kind.path(), kind.numbers(), requests, kind.size()};
        var all = new ArrayList<Measurement>();
        all.add(cell(kind, threads(), MeasuredRuntime.CPYTHON, executor("threads", requests, arguments)));
        all.add(cell(kind, "tasks", MeasuredRuntime.CPYTHON, call("fan_outs.tasks", arguments)));
        all.add(cell(kind, WORKERS + " processes", MeasuredRuntime.CPYTHON, executor("processes", WORKERS, arguments)));
        all.add(cell(
                        kind,
                        WORKERS + " interpreters",
                        MeasuredRuntime.CPYTHON,
                        executor("interpreters", WORKERS, arguments))
                .since("3.14"));
        all.add(cell(
                kind,
                "GraalPy, JIT: virtual threads, %d contexts".formatted(CONTEXTS),
                MeasuredRuntime.GRAALPY_JIT,
                code(contexts -> virtualThreads(kind, computing(contexts, kind)))));
        all.add(cell(
                kind,
                "Java: virtual threads",
                MeasuredRuntime.JAVA,
                Work.java(virtualThreads(kind, () -> checksum(kind.numbers())))));
        return all;
    }

    private String threads() {
        return requests + " threads";
    }

    private Measurement cell(Kind kind, String column, MeasuredRuntime on, Work work) {
        return new Measurement(kind.name(), column, threads(), on, kind.isWaiting(), requests, work);
    }

    private static Work executor(String kind, int workers, Object... arguments) {
        var all = new ArrayList<Object>(List.of(kind, workers));
        Collections.addAll(all, arguments);
        return call("fan_outs.executor", all.toArray());
    }

    /** Computes in a context that is lent only for that: nobody waits for the network with one in hand. */
    private static Callable<?> computing(Supplier<Context> contexts, Kind kind) {
        if (kind.numbers() == 0) {
            return () -> 0;
        }
        var pool = new ContextPool(CONTEXTS, contexts);
        return () -> pool.use(context -> context.eval("python", "__import__('work').checksum")
                .execute(kind.numbers())
                .asInt());
    }

    /** A virtual thread for each request; how many answers are complete. */
    private Callable<?> virtualThreads(Kind kind, Callable<?> computing) {
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        Callable<Integer> request = () -> {
            var body = SlowShop.get(kind.path());
            computing.call();
            return body.length == kind.size() ? 1 : 0;
        };
        var all = Collections.nCopies(requests, request);
        return () -> {
            var whole = 0;
            for (Future<Integer> one : threads.invokeAll(all)) {
                whole += one.get();
            }
            return whole;
        };
    }

    /** What {@code work.py} computes. */
    private static long checksum(int n) {
        var total = 1L;
        for (var number = 0; number < n; number++) {
            total = (total * 31 + number) % 65_521;
        }
        return total;
    }
}
