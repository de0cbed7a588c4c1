package pykata.advanced.performance;

import static pykata.bench.Work.call;
import static pykata.bench.Work.java;
import static pykata.measured.MeasuredRuntime.CPYTHON;
import static pykata.measured.MeasuredRuntime.GRAALPY_INTERPRETER;
import static pykata.measured.MeasuredRuntime.GRAALPY_JIT;
import static pykata.measured.MeasuredRuntime.JAVA;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import pykata.bench.Benchmark;
import pykata.bench.Measurement;
import pykata.bench.Work;
import pykata.measured.MeasuredRuntime;

/**
 * One matching over growing numbers of orders: a worse algorithm on a faster runtime, or moved into C, against a better
 * one on the slower runtime.
 *
 * @param sizes how many orders and payments, three times
 */
public record PerformanceBenchmark(List<Integer> sizes) implements Benchmark {

    private static final String SCAN_JIT = "scan, a loop: GraalPy, JIT";
    private static final String INDEX_JIT = "index, a dict: GraalPy, JIT";
    private static final List<String> COLD = List.of(
            SCAN_JIT, INDEX_JIT, "scan, a loop: CPython", "index, a dict: CPython", "sort and search, NumPy: CPython");

    public PerformanceBenchmark() {
        this(List.of(100, 1000, 10_000));
    }

    @Override
    public Benchmark small() {
        return new PerformanceBenchmark(List.of(5, 10, 20));
    }

    @Override
    public String unit() {
        return "payment";
    }

    @Override
    public String comparison() {
        return "as fast as with %d".formatted(sizes.getFirst());
    }

    @Override
    public String warmUpRow() {
        return SCAN_JIT;
    }

    /** Of the middle size: a first call with the largest one would go on for minutes. */
    @Override
    public List<Measurement> cold() {
        return COLD.stream()
                .map(row -> measurement(row + " | " + column(middle())))
                .toList();
    }

    @Override
    public List<Measurement> measurements() {
        var all = new ArrayList<Measurement>();
        addRow(all, "scan, a loop: Java", JAVA, sizes, n -> java(scan(n)));
        addRow(all, SCAN_JIT, GRAALPY_JIT, sizes, n -> call("places.by_loop", n));
        addRow(all, "scan, a loop: CPython", CPYTHON, sizes, n -> call("places.by_loop", n));
        addRow(all, "scan, `list.index`: CPython", CPYTHON, sizes, n -> call("places.by_list_index", n));
        addRow(all, "scan, NumPy: CPython", CPYTHON, sizes, n -> call("numpy_places.by_scans", n));
        addRow(all, "index, a HashMap: Java", JAVA, sizes, n -> java(index(n)));
        var one = List.of(middle()); // an index takes as long per payment, whatever their number
        addRow(all, "index, a dict: GraalPy, interpreter", GRAALPY_INTERPRETER, one, n -> call("places.by_dict", n));
        addRow(all, INDEX_JIT, GRAALPY_JIT, one, n -> call("places.by_dict", n));
        addRow(all, "index, a dict: CPython", CPYTHON, sizes, n -> call("places.by_dict", n));
        addRow(all, "sort and search, NumPy: CPython", CPYTHON, sizes, n -> call("numpy_places.by_sort_and_search", n));
        return all;
    }

    private void addRow(
            List<Measurement> all, String row, MeasuredRuntime on, List<Integer> numbers, IntFunction<Work> work) {
        for (var n : numbers) {
            all.add(new Measurement(row, column(n), column(sizes.getFirst()), on, false, n, work.apply(n)));
        }
    }

    private int middle() {
        return sizes.get(1);
    }

    private static String column(int orders) {
        return "%d orders".formatted(orders);
    }

    /** As {@code places.data} makes them. */
    private static long[] orders(int n) {
        return LongStream.rangeClosed(1, n)
                .map(number -> number * 2_654_435_761L % 2_147_483_647L)
                .toArray();
    }

    private static long[] reversed(long[] numbers) {
        return IntStream.range(0, numbers.length)
                .mapToLong(place -> numbers[numbers.length - 1 - place])
                .toArray();
    }

    /** What {@code places.by_dict} does. */
    private static Callable<?> index(int n) {
        var orders = orders(n);
        var payments = reversed(orders);
        return () -> {
            var placeOf = new HashMap<Long, Integer>();
            for (var place = 0; place < n; place++) {
                placeOf.put(orders[place], place);
            }
            var answer = 0L;
            for (var row = 0; row < n; row++) {
                answer += (long) row * placeOf.get(payments[row]);
            }
            return answer;
        };
    }

    /** What {@code places.by_loop} does. */
    private static Callable<?> scan(int n) {
        var orders = orders(n);
        var payments = reversed(orders);
        return () -> {
            var answer = 0L;
            for (var row = 0; row < n; row++) {
                for (var place = 0; place < n; place++) {
                    if (orders[place] == payments[row]) {
                        answer += (long) row * place;
                        break;
                    }
                }
            }
            return answer;
        };
    }
}
