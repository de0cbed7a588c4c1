package pykata.advanced.pluginsystem;

import static pykata.bench.Work.call;
import static pykata.bench.Work.code;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.apache.commons.io.function.Uncheck;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import pykata.bench.Benchmark;
import pykata.bench.Measurement;
import pykata.bench.Work;
import pykata.measured.MeasuredRuntime;

/** What it costs to ask a plug-in: in the same interpreter, in another context or interpreter, in another process. */
public record PluginCallBenchmark(int calls) implements Benchmark {

    private static final List<Integer> SIZES = List.of(100, 100_000);
    private static final List<String> COLUMNS = List.of("100 bytes", "100 kB");
    private static final String INTERPRETER = "CPython: in another interpreter";
    private static final String WATCHED = "GraalPy, JIT: asked by Java, watched";

    public PluginCallBenchmark() {
        this(100);
    }

    @Override
    public Benchmark small() {
        return new PluginCallBenchmark(2);
    }

    @Override
    public String unit() {
        return "call";
    }

    @Override
    public String comparison() {
        return "as fast as with 100 bytes";
    }

    @Override
    public String warmUpRow() {
        return WATCHED;
    }

    /** None: the first call is the start of a process or context, which is another matter. */
    @Override
    public List<Measurement> cold() {
        return List.of();
    }

    @Override
    public List<Measurement> measurements() {
        var all = new ArrayList<Measurement>();
        var cpython = MeasuredRuntime.CPYTHON;
        row(all, cpython, "CPython: in the same process", size -> call("calls.in_process", calls, size));
        row(all, cpython, "CPython: the same, by pluggy", size -> call("calls.by_pluggy", calls, size));
        row(all, cpython, INTERPRETER, size -> call("calls.in_another_interpreter", calls, size));
        row(all, cpython, "CPython: in another process", size -> call("calls.in_another_process", calls, size));
        var jit = MeasuredRuntime.GRAALPY_JIT;
        row(all, jit, "GraalPy, JIT: in the same context", size -> call("calls.in_process", calls, size));
        row(all, jit, "GraalPy, JIT: in another context", size -> code(contexts -> across(contexts, size)));
        row(all, jit, "GraalPy, JIT: asked by Java", size -> code(contexts -> byJava(contexts.get(), size)));
        add(all, jit, WATCHED, SIZES.getFirst(), code(contexts -> Uncheck.get(this::watched)));
        add(all, MeasuredRuntime.JAVA, "Java: an interface", SIZES.getFirst(), Work.java(this::anInterface));
        return all;
    }

    private void row(List<Measurement> all, MeasuredRuntime on, String row, IntFunction<Work> work) {
        SIZES.forEach(size -> add(all, on, row, size, work.apply(size)));
    }

    private void add(List<Measurement> all, MeasuredRuntime on, String row, int size, Work work) {
        var column = COLUMNS.get(SIZES.indexOf(size));
        var measurement = new Measurement(row, column, COLUMNS.getFirst(), on, false, calls, work);
        all.add(row.equals(INTERPRETER) ? measurement.since("3.14") : measurement);
    }

    /** Host and plug-in are Python, a context each; JSON text goes across. */
    private Callable<?> across(Supplier<Context> contexts, int size) {
        var carrier = module(contexts.get()).getMember("quote_json");
        return Work.call(contexts.get(), "calls.in_another_context", carrier, calls, size);
    }

    private Callable<?> byJava(Context context, int size) {
        var text = module(context).invokeMember("text_of", size).asString();
        var carrier = module(context).getMember("quote_json");
        return () -> sum(() -> carrier.execute(text).asInt());
    }

    /** As the host in Java asks: another thread, a restricted context, and somebody who watches. */
    private Callable<?> watched() throws IOException {
        var folder = question().folder();
        var sandbox = Sandbox.of(folder.resolve("src/main/plugins/swift-post"), OutputStream.nullOutputStream());
        var adapter = Files.readString(folder.resolve("src/main/python/adapter.py"));
        var offer = new Offer("swift_post", "swift", "swift_post", "quote", 2);
        var allowance = new Allowance(Duration.ofMinutes(1).toNanos(), 1L << 40, 1);
        var host = new PluginHost(List.of(offer), sandbox, adapter, allowance, System::nanoTime);
        return () -> sum(() -> host.quote("swift", 250, "US") instanceof Outcome.Answered(int cents) ? cents : 0);
    }

    private interface Carrier {
        int quote(int grams, String country);
    }

    private long anInterface() throws Exception {
        Carrier carrier = (grams, country) -> country.equals("DE") ? 492 : 1490;
        return sum(() -> carrier.quote(250, "US"));
    }

    private long sum(Callable<Integer> carrier) throws Exception {
        var total = 0L;
        for (var number = 0; number < calls; number++) {
            total += carrier.call();
        }
        return total;
    }

    private static Value module(Context context) {
        return context.eval("python", "__import__('calls')");
    }
}
