package pykata.scenarios.iot;

import static pykata.measured.MeasuredRuntime.CPYTHON;
import static pykata.measured.MeasuredRuntime.GRAALPY_INTERPRETER;
import static pykata.measured.MeasuredRuntime.GRAALPY_JIT;
import static pykata.measured.MeasuredRuntime.JAVA;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import pykata.bench.Benchmark;
import pykata.bench.Measurement;
import pykata.bench.Work;
import pykata.measured.MeasuredRuntime;
import pykata.scenarios.iot.DrivenEngine.Kept;
import pykata.scenarios.iot.processor.Rules;

/**
 * What a reading costs, by the size of its frame: in the rules alone, and in Kafka Streams around them. In a frame all
 * readings but a few are of different devices, so no state is used twice.
 *
 * @param sizes of frames: a single reading, a small frame, one as the gateway closes it
 */
public record IotBenchmark(List<Integer> sizes) implements Benchmark {

    private static final String RULES_JIT = "rules alone: GraalPy, JIT";

    public IotBenchmark() {
        this(List.of(1, 50, 500));
    }

    @Override
    public Benchmark small() {
        return new IotBenchmark(List.of(1, 50, 60));
    }

    @Override
    public String unit() {
        return "reading";
    }

    @Override
    public String comparison() {
        return "as fast as one by one";
    }

    @Override
    public String warmUpRow() {
        return RULES_JIT;
    }

    @Override
    public List<Measurement> measurements() {
        var all = new ArrayList<Measurement>();
        var one = List.of(sizes.get(0), sizes.get(2));
        var frame = List.of(sizes.get(2));
        addRow(all, "rules alone: Java", JAVA, one, n -> {
            var alone = new Frames(n).new Alone(new JavaRules());
            return Work.java(alone::next);
        });
        addRow(all, RULES_JIT, GRAALPY_JIT, sizes, IotBenchmark::inPython);
        addRow(all, "rules alone: GraalPy, interpreter", GRAALPY_INTERPRETER, frame, IotBenchmark::inPython);
        addRow(all, "rules alone: CPython", CPYTHON, one, n -> Work.call("costs.in_columns", n));
        addRow(all, "rules and JSON: GraalPy, JIT", GRAALPY_JIT, frame, n -> Work.call("costs.in_json", n));
        addRow(all, "rules and JSON: CPython", CPYTHON, frame, n -> Work.call("costs.in_json", n));
        addRow(all, "in Kafka Streams: Java", JAVA, one, n -> inEngine(n, Kept.MEMORY, JavaRules::new));
        addRow(all, "in Kafka Streams: GraalPy, JIT", GRAALPY_JIT, sizes, n -> inEngine(n, Kept.MEMORY, Pool::rules));
        addRow(
                all,
                "the same without a changelog",
                GRAALPY_JIT,
                frame,
                n -> inEngine(n, Kept.MEMORY_ALONE, Pool::rules));
        addRow(all, "the same with RocksDB", GRAALPY_JIT, one, n -> inEngine(n, Kept.ROCKSDB, Pool::rules));
        return all;
    }

    private void addRow(
            List<Measurement> all, String row, MeasuredRuntime on, List<Integer> numbers, IntFunction<Work> work) {
        for (var n : numbers) {
            all.add(new Measurement(row, column(n), column(sizes.getFirst()), on, false, n, work.apply(n)));
        }
    }

    private static String column(int n) {
        return n == 1 ? "one by one" : "frames of %d".formatted(n);
    }

    private static Work inPython(int n) {
        return Work.code(contexts -> {
            var alone = new Frames(n).new Alone(Frames.python(contexts.get()));
            return alone::next;
        });
    }

    private interface RulesNow {
        Rules get();
    }

    private static Work inEngine(int n, Kept kept, RulesNow rules) {
        return Work.code(_ -> {
            var engine = new DrivenEngine(new Frames(n)::nextRecord, rules.get(), kept);
            return engine::next;
        });
    }
}
