package pykata.basics.generatorsvsiterators;

import static pykata.bench.Work.call;
import static pykata.bench.Work.java;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import pykata.bench.Benchmark;
import pykata.bench.Measurement;
import pykata.bench.Work;
import pykata.measured.MeasuredRuntime;

/** One sum in four forms: what an item costs by list, by generator, by iterator class and by itertools. */
public record GeneratorsBenchmark(int items) implements Benchmark {

    public GeneratorsBenchmark() {
        this(100_000);
    }

    @Override
    public Benchmark small() {
        return new GeneratorsBenchmark(100);
    }

    @Override
    public String unit() {
        return "item";
    }

    @Override
    public List<Measurement> measurements() {
        var all = new ArrayList<Measurement>();
        addRow(all, "generator", "totals.by_generator");
        addRow(all, "list", "totals.by_list");
        addRow(all, "iterator class", "totals.by_iterator_class");
        addRow(all, "`itertools` pipeline", "totals.by_itertools");
        add(all, "generator", MeasuredRuntime.JAVA, java(this::stream));
        return all;
    }

    private void addRow(List<Measurement> all, String row, String function) {
        for (var on :
                List.of(MeasuredRuntime.GRAALPY_JIT, MeasuredRuntime.GRAALPY_INTERPRETER, MeasuredRuntime.CPYTHON)) {
            add(all, row, on, call(function, items));
        }
    }

    private void add(List<Measurement> all, String row, MeasuredRuntime on, Work work) {
        all.add(new Measurement(row, on.title(), MeasuredRuntime.CPYTHON.title(), on, false, items, work));
    }

    /** The floor: a Java stream does the same. */
    private long stream() {
        return LongStream.range(0, items)
                .filter(number -> number % 2 == 0)
                .map(number -> number * number)
                .sum();
    }

    @Override
    public String comparison() {
        return "as fast as CPython";
    }

    @Override
    public String warmUpRow() {
        return "generator";
    }

    @Override
    public boolean isAllocating() {
        return true;
    }
}
