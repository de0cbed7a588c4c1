package pykata.basics.gil;

import static pykata.bench.Work.call;
import static pykata.bench.Work.code;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.graalvm.polyglot.Context;
import pykata.bench.Benchmark;
import pykata.bench.Measurement;
import pykata.bench.Work;
import pykata.measured.MeasuredRuntime;

/** What a second thread brings, on what: for work that computes, and for work that waits. */
public record GilBenchmark(int numbers, int milliseconds) implements Benchmark {

    private static final List<Integer> THREADS = List.of(1, 2);
    private static final String INTERPRETERS = "CPython: interpreters";

    public GilBenchmark() {
        this(300_000, 20);
    }

    @Override
    public Benchmark small() {
        return new GilBenchmark(300, 1);
    }

    @Override
    public String unit() {
        return "unit of work";
    }

    @Override
    public String comparison() {
        return "as many units as 1 thread";
    }

    @Override
    public String warmUpRow() {
        return "GraalPy, JIT: a context per thread";
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
        var all = new ArrayList<Measurement>();
        for (var on : List.of(MeasuredRuntime.GRAALPY_JIT, MeasuredRuntime.GRAALPY_INTERPRETER)) {
            addRow(all, on, on.title() + ": one context", (k, kind) -> code(contexts -> oneContext(contexts, k, kind)));
        }
        var many = MeasuredRuntime.GRAALPY_JIT;
        addRow(
                all,
                many,
                many.title() + ": a context per thread",
                (k, kind) -> code(contexts -> contextPerThread(contexts, k, kind)));
        for (var kind : List.of("threads", "processes", "interpreters")) {
            addRow(
                    all,
                    MeasuredRuntime.CPYTHON,
                    "CPython: " + kind,
                    (k, work) -> call("parallel.units", kind, k, work.name, work.size));
        }
        addRow(all, MeasuredRuntime.JAVA, "Java: threads", (k, kind) -> Work.java(together(k, thread -> kind.java)));
        return all;
    }

    private List<Kind> kinds() {
        return List.of(
                new Kind("compute", numbers, "checksum.checksum", () -> checksum(numbers), false),
                new Kind(
                        "wait",
                        milliseconds,
                        "parallel.wait",
                        () -> {
                            Thread.sleep(milliseconds);
                            return null;
                        },
                        true));
    }

    private record Kind(String name, int size, String function, Callable<?> java, boolean isWaiting) {

        String column(int threads) {
            return "%s, %d thread%s".formatted(name, threads, threads == 1 ? "" : "s");
        }

        Callable<?> in(Context context) {
            return Work.call(context, function, size);
        }
    }

    private interface Way {

        Work of(int threads, Kind kind);
    }

    private void addRow(List<Measurement> all, MeasuredRuntime on, String row, Way way) {
        for (var kind : kinds()) {
            for (var threads : THREADS) {
                var work = way.of(threads, kind);
                var measurement =
                        new Measurement(row, kind.column(threads), kind.column(1), on, kind.isWaiting, threads, work);
                all.add(row.equals(INTERPRETERS) ? measurement.since("3.14") : measurement);
            }
        }
    }

    private static Callable<?> oneContext(Supplier<Context> contexts, int threads, Kind kind) {
        var work = kind.in(contexts.get());
        return together(threads, thread -> work);
    }

    private static Callable<?> contextPerThread(Supplier<Context> contexts, int threads, Kind kind) {
        var works = Collections.nCopies(threads, kind).stream()
                .map(each -> each.in(contexts.get()))
                .toList();
        return together(threads, works::get);
    }

    /** The units of work of all threads, each its own, at the same time. */
    private static Callable<?> together(int threads, IntFunction<Callable<?>> work) {
        var pool = Executors.newFixedThreadPool(
                threads, Thread.ofPlatform().daemon().factory());
        var units = new ArrayList<Callable<Object>>();
        for (var thread = 0; thread < threads; thread++) {
            var unit = work.apply(thread);
            units.add(unit::call);
        }
        return () -> {
            for (var done : pool.invokeAll(units)) {
                done.get();
            }
            return threads;
        };
    }

    /** What {@code checksum.py} computes. */
    private static long checksum(int n) {
        var total = 1L;
        for (var number = 0; number < n; number++) {
            total = (total * 31 + number) % 65_521;
        }
        return total;
    }
}
