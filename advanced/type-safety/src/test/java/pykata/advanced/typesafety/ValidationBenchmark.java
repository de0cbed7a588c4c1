package pykata.advanced.typesafety;

import static pykata.bench.Work.call;
import static pykata.bench.Work.java;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pykata.bench.Benchmark;
import pykata.bench.Measurement;
import pykata.bench.Work;
import pykata.measured.MeasuredRuntime;

/** What it costs to check orders of ten lines that come as JSON: never, once at the border, or at every call. */
public record ValidationBenchmark(int orders) implements Benchmark {

    private static final String UNCHECKED = "unchecked";
    private static final int LINES = 10;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();
    private static final TypeReference<List<Order>> ORDERS = new TypeReference<>() {};

    private record Order(int id, String status, List<Line> lines) {}

    public ValidationBenchmark() {
        this(200);
    }

    @Override
    public Benchmark small() {
        return new ValidationBenchmark(2);
    }

    @Override
    public String unit() {
        return "order";
    }

    @Override
    public String comparison() {
        return "as fast as unchecked";
    }

    @Override
    public String warmUpRow() {
        return MeasuredRuntime.GRAALPY_JIT.title();
    }

    /** None: how a first call does, says another question's benchmark. */
    @Override
    public List<Measurement> cold() {
        return List.of();
    }

    @Override
    public List<Measurement> measurements() {
        var all = new ArrayList<Measurement>();
        for (var on :
                List.of(MeasuredRuntime.GRAALPY_JIT, MeasuredRuntime.GRAALPY_INTERPRETER, MeasuredRuntime.CPYTHON)) {
            add(all, on, UNCHECKED, call("validation.unchecked", orders));
            add(all, on, "parsed once, by hand", call("validation.by_hand", orders));
            add(all, on, "checked at every call", call("validation.at_every_call", orders));
        }
        add(all, MeasuredRuntime.CPYTHON, "parsed once, by pydantic", call("validation.by_pydantic", orders));
        var text = text();
        add(all, MeasuredRuntime.JAVA, "parsed once, into records", java(() -> price(text)));
        return all;
    }

    private void add(List<Measurement> all, MeasuredRuntime on, String column, Work work) {
        var comparedWith = on == MeasuredRuntime.JAVA ? column : UNCHECKED;
        all.add(new Measurement(on.title(), column, comparedWith, on, false, orders, work));
    }

    /** What {@code validation.json_of} makes. */
    private String text() {
        var lines = IntStream.range(0, LINES)
                .mapToObj(n -> "{\"sku\": \"SKU-%d\", \"quantity\": %d}".formatted(n, n + 1))
                .collect(Collectors.joining(", "));
        return IntStream.rangeClosed(1, orders)
                .mapToObj(id -> "{\"id\": %d, \"status\": \"open\", \"lines\": [%s]}".formatted(id, lines))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** The floor: Jackson makes Java records, which are what they declare, and Java does the same sum. */
    private static long price(String text) throws JsonProcessingException {
        return JSON.readValue(text, ORDERS).stream()
                .flatMap(order -> order.lines().stream())
                .mapToLong(line -> {
                    var cents = line.quantity() * 499;
                    return cents - cents * 3 / 100 + line.sku().length();
                })
                .sum();
    }
}
