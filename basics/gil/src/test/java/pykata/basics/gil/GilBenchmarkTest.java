package pykata.basics.gil;

import pykata.bench.BenchmarkTest;

class GilBenchmarkTest extends BenchmarkTest {

    GilBenchmarkTest() {
        super(new GilBenchmark());
    }
}
