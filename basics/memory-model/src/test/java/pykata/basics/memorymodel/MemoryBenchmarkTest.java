package pykata.basics.memorymodel;

import pykata.bench.BenchmarkTest;

class MemoryBenchmarkTest extends BenchmarkTest {

    MemoryBenchmarkTest() {
        super(new MemoryBenchmark());
    }
}
