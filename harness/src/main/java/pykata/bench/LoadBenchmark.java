package pykata.bench;

import java.util.List;

/** A benchmark of running systems: each is asked at some rates, in terms of what it carries. */
public interface LoadBenchmark extends Benchmark {

    @Override
    default String unit() {
        return "request";
    }

    @Override
    default String comparison() {
        return "";
    }

    @Override
    default String warmUpRow() {
        return "";
    }

    @Override
    default List<Measurement> cold() {
        return List.of();
    }
}
