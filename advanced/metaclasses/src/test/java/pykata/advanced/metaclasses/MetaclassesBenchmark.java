package pykata.advanced.metaclasses;

import static pykata.bench.Work.call;

import java.util.ArrayList;
import java.util.List;
import pykata.bench.Benchmark;
import pykata.bench.Measurement;
import pykata.bench.Work;
import pykata.measured.MeasuredRuntime;

/** What a class costs by the way it is made, and an object by what the metaclass of its class does. */
public record MetaclassesBenchmark(int classes, int objects) implements Benchmark {

    public MetaclassesBenchmark() {
        this(100, 100_000);
    }

    @Override
    public Benchmark small() {
        return new MetaclassesBenchmark(3, 100);
    }

    @Override
    public String unit() {
        return "class or object";
    }

    @Override
    public String comparison() {
        return "as fast as CPython";
    }

    @Override
    public String warmUpRow() {
        return "class, registered by a metaclass";
    }

    /** None: how a first call does, says another question's benchmark. */
    @Override
    public List<Measurement> cold() {
        return List.of();
    }

    @Override
    public List<Measurement> measurements() {
        var all = new ArrayList<Measurement>();
        addClasses(all, "class, plain", "plain");
        addClasses(all, "class, registered by a metaclass", "by_metaclass");
        addClasses(all, "class, by `__init_subclass__`", "by_init_subclass");
        addClass(all, "class, by `__set_name__`", "by_set_name", MeasuredRuntime.CPYTHON);
        addClass(all, "class, by a decorator", "by_decorator", MeasuredRuntime.CPYTHON);
        addClasses(all, "class, `@dataclass`", "by_dataclass");
        addObjects(all, "object of a plain class", "plain");
        addObjects(all, "object, metaclass without `__call__`", "metaclass");
        addObjects(all, "object, metaclass with `__call__`", "__call__");
        return all;
    }

    private void addClasses(List<Measurement> all, String row, String way) {
        addClass(all, row, way, MeasuredRuntime.GRAALPY_JIT);
        addClass(all, row, way, MeasuredRuntime.CPYTHON);
    }

    /** On one Python only, where the other says nothing more, and a run has ten minutes. */
    private void addClass(List<Measurement> all, String row, String way, MeasuredRuntime on) {
        add(all, row, on, classes, call("class_making.classes", way, classes));
    }

    private void addObjects(List<Measurement> all, String row, String kind) {
        for (var on : List.of(MeasuredRuntime.GRAALPY_JIT, MeasuredRuntime.CPYTHON)) {
            add(all, row, on, objects, call("class_making.objects", kind, objects));
        }
    }

    private static void add(List<Measurement> all, String row, MeasuredRuntime on, int units, Work work) {
        all.add(new Measurement(row, on.title(), MeasuredRuntime.CPYTHON.title(), on, false, units, work));
    }
}
