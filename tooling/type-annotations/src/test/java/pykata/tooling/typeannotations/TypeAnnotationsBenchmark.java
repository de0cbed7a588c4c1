package pykata.tooling.typeannotations;

import static pykata.bench.Work.call;

import java.util.ArrayList;
import java.util.List;
import pykata.bench.Benchmark;
import pykata.bench.Measurement;
import pykata.bench.Work;
import pykata.measured.MeasuredRuntime;

/** How long checkers take for a package: from nothing, with a cache, and with a server that remembers. */
public record TypeAnnotationsBenchmark(int modules) implements Benchmark {

    private static final String MYPY = "mypy";

    public TypeAnnotationsBenchmark() {
        this(200);
    }

    @Override
    public Benchmark small() {
        return new TypeAnnotationsBenchmark(4);
    }

    @Override
    public String unit() {
        return "module";
    }

    @Override
    public String comparison() {
        return "as fast as mypy";
    }

    /** None: each run is a process of its own. */
    @Override
    public String warmUpRow() {
        return "";
    }

    @Override
    public List<Measurement> measurements() {
        var all = new ArrayList<Measurement>();
        for (var tool : List.of(MYPY, "pyright", "ty", "pyrefly")) {
            all.add(measurement("from nothing", tool, call("checking_time.cold", tool, modules)));
        }
        all.add(measurement("one module changed, cache", MYPY, call("checking_time.warm", modules)));
        all.add(measurement("one module changed, daemon", MYPY, call("checking_time.asked", modules)));
        return all;
    }

    private Measurement measurement(String row, String tool, Work work) {
        return new Measurement(row, tool, MYPY, MeasuredRuntime.CPYTHON, true, modules, work);
    }
}
