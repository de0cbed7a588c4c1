package pykata.basics.memorymodel;

import static pykata.bench.Work.call;
import static pykata.bench.Work.java;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import pykata.bench.Benchmark;
import pykata.bench.Measurement;
import pykata.bench.Work;
import pykata.measured.MeasuredRuntime;

/** What a small object costs, by its shape: memory above all. */
public record MemoryBenchmark(int objects) implements Benchmark {

    public MemoryBenchmark() {
        this(100_000);
    }

    @Override
    public Benchmark small() {
        return new MemoryBenchmark(100);
    }

    private record Reading(Integer sensor, Integer hour, Integer value) {}

    @Override
    public String unit() {
        return "object";
    }

    @Override
    public String comparison() {
        return "as fast as CPython";
    }

    @Override
    public String warmUpRow() {
        return "class with a dict";
    }

    @Override
    public boolean isAllocating() {
        return true;
    }

    @Override
    public List<Measurement> measurements() {
        var all = new ArrayList<Measurement>();
        addRow(all, "dict", call("footprint.objects", "dict", objects));
        addRow(all, "class with a dict", call("footprint.objects", "plain", objects));
        add(all, "class with a dict", MeasuredRuntime.JAVA, java(this::records));
        addRow(all, "class with slots", call("footprint.objects", "slotted", objects));
        addRow(all, "dataclass with slots", call("footprint.objects", "data", objects));
        addRow(all, "named tuple", call("footprint.objects", "named", objects));
        addRow(all, "three arrays", call("footprint.columns", objects));
        return all;
    }

    private void addRow(List<Measurement> all, String row, Work work) {
        add(all, row, MeasuredRuntime.GRAALPY_JIT, work);
        add(all, row, MeasuredRuntime.CPYTHON, work);
    }

    private void add(List<Measurement> all, String row, MeasuredRuntime on, Work work) {
        all.add(new Measurement(row, on.title(), MeasuredRuntime.CPYTHON.title(), on, false, objects, work));
    }

    /** The floor: a Java record of three references. */
    private List<Reading> records() {
        return IntStream.range(0, objects)
                .mapToObj(index -> new Reading(1, 2, 3))
                .toList();
    }
}
