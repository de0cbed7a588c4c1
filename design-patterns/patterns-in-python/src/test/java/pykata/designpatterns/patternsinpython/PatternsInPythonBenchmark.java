package pykata.designpatterns.patternsinpython;

import static pykata.bench.Work.call;

import java.util.ArrayList;
import java.util.List;
import pykata.bench.Benchmark;
import pykata.bench.Measurement;
import pykata.measured.MeasuredRuntime;

/** What it costs to choose by the type of an argument. */
public record PatternsInPythonBenchmark(int events) implements Benchmark {

    public PatternsInPythonBenchmark() {
        this(30_000);
    }

    @Override
    public Benchmark small() {
        return new PatternsInPythonBenchmark(30);
    }

    @Override
    public String unit() {
        return "event";
    }

    @Override
    public String comparison() {
        return "as fast as CPython";
    }

    @Override
    public String warmUpRow() {
        return "`singledispatch`, 30 types";
    }

    /** None: how a first call does, says another question's benchmark. */
    @Override
    public List<Measurement> cold() {
        return List.of();
    }

    @Override
    public List<Measurement> measurements() {
        var all = new ArrayList<Measurement>();
        add(all, "`if` chain, 3 types", "if", 3);
        add(all, "`if` chain, 30 types", "if", 30);
        add(all, "`match`, 30 types", "match", 30);
        add(all, "dict of functions, 30 types", "dict", 30);
        add(all, "`singledispatch`, 3 types", "singledispatch", 3);
        add(all, "`singledispatch`, 30 types", "singledispatch", 30);
        add(all, "Visitor, 30 types", "visitor", 30);
        return all;
    }

    private void add(List<Measurement> all, String row, String way, int types) {
        for (var on : List.of(MeasuredRuntime.GRAALPY_JIT, MeasuredRuntime.CPYTHON)) {
            var work = call("choosing.chosen", way, types, events);
            all.add(new Measurement(row, on.title(), MeasuredRuntime.CPYTHON.title(), on, false, events, work));
        }
    }
}
