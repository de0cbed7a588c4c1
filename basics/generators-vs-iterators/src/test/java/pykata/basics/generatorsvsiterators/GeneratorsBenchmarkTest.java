package pykata.basics.generatorsvsiterators;

import pykata.bench.BenchmarkTest;

class GeneratorsBenchmarkTest extends BenchmarkTest {

    GeneratorsBenchmarkTest() {
        super(new GeneratorsBenchmark());
    }
}
