package pykata.tooling.webframeworks;

import static pykata.bench.Work.call;
import static pykata.bench.Work.code;
import static pykata.bench.Work.java;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import pykata.bench.Benchmark;
import pykata.bench.Measurement;
import pykata.bench.Work;
import pykata.measured.MeasuredRuntime;

/**
 * What a framework adds to a request: orders placed without a socket, and the same after one query of a database. The
 * database's driver blocks, so there FastAPI has the handler that is right for it, a plain {@code def}.
 */
public record WebRequestsBenchmark(int requests) implements Benchmark {

    private static final String FLOOR = "bare";
    private static final String WITH_A_QUERY = ", one query";
    private static final long STACK_SIZE = 16L << 20;
    private static final List<String> IN_THE_JVM = List.of(FLOOR, "Flask", "Django");
    private static final String IN_A_THREAD = "FastAPI, def";
    private static final String ON_THE_LOOP = "FastAPI, async def";
    private static final List<String> ALL = List.of(FLOOR, "Flask", "Django", IN_A_THREAD, ON_THE_LOOP);
    private static final List<String> WITH_A_DRIVER_THAT_BLOCKS = List.of(FLOOR, "Flask", "Django", IN_A_THREAD);
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();
    private static final String ORDER = "{\"sku\": \"LAMP\", \"qty\": 2}";

    private record NewOrder(String sku, int qty) {}

    private record Order(int number, String sku, int qty) {}

    public WebRequestsBenchmark() {
        this(200);
    }

    @Override
    public Benchmark small() {
        return new WebRequestsBenchmark(2);
    }

    @Override
    public String unit() {
        return "request";
    }

    @Override
    public String comparison() {
        return "as fast as bare WSGI";
    }

    @Override
    public String warmUpRow() {
        return MeasuredRuntime.GRAALPY_JIT.title();
    }

    /** The import and the first request of each, where a fresh process asks for one alone. */
    @Override
    public List<Measurement> cold() {
        return Stream.concat(
                        WITH_A_DRIVER_THAT_BLOCKS.stream().map(each -> one(MeasuredRuntime.CPYTHON, each)),
                        IN_THE_JVM.stream().map(each -> one(MeasuredRuntime.GRAALPY_JIT, each)))
                .toList();
    }

    private static Measurement one(MeasuredRuntime on, String framework) {
        return new Measurement(on.title(), framework, FLOOR, on, false, 1, served(on, framework, 1, false));
    }

    @Override
    public List<Measurement> measurements() {
        var all = new ArrayList<Measurement>();
        IN_THE_JVM.forEach(each -> add(all, MeasuredRuntime.GRAALPY_JIT, each, false));
        ALL.forEach(each -> add(all, MeasuredRuntime.CPYTHON, each, false));
        WITH_A_DRIVER_THAT_BLOCKS.forEach(each -> add(all, MeasuredRuntime.CPYTHON, each, true));
        var java = MeasuredRuntime.JAVA;
        all.add(new Measurement(java.title(), FLOOR, FLOOR, java, false, requests, java(this::placed)));
        return all;
    }

    private void add(List<Measurement> all, MeasuredRuntime on, String framework, boolean isQuerying) {
        var row = on.title() + (isQuerying ? WITH_A_QUERY : "");
        var work = served(on, framework, requests, isQuerying);
        all.add(new Measurement(row, framework, FLOOR, on, false, requests, work));
    }

    /** On GraalPy in a thread with a large stack: Django's imports go deep. */
    private static Work served(MeasuredRuntime on, Object... arguments) {
        return on == MeasuredRuntime.CPYTHON
                ? call("web_requests.served", arguments)
                : code(contexts -> {
                    var served = call(contexts.get(), "web_requests.served", arguments);
                    var thread = Executors.newSingleThreadExecutor(
                            Thread.ofPlatform().daemon().stackSize(STACK_SIZE).factory());
                    return () -> thread.submit(served).get();
                });
    }

    /** The floor: Jackson reads a record, refuses a text for the number, and writes the order. */
    private long placed() throws JsonProcessingException {
        Map<Integer, Order> orders = new HashMap<>();
        var statuses = 0L;
        for (var number = 1; number <= requests; number++) {
            var sent = JSON.readValue(ORDER, NewOrder.class);
            var order = new Order(number, sent.sku(), sent.qty());
            orders.put(number, order);
            statuses += JSON.writeValueAsBytes(order).length > 0 && sent.qty() > 0 ? 201 : 422;
        }
        return statuses;
    }
}
