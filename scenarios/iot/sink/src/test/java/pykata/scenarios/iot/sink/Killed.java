package pykata.scenarios.iot.sink;

import java.time.Duration;

/** A sink in a JVM that ends at one step as if it were killed: no finally, no shutdown hook, no goodbye to the store. */
final class Killed {

    static final int STATUS = 137;

    private Killed() {}

    /** @param arguments URL, step, whether the step is done before, records in a batch */
    public static void main(String[] arguments) {
        var faulty = new Faulty(Integer.parseInt(arguments[1]));
        var sink = new Sink(
                new SmallLog().consumer(Integer.parseInt(arguments[3])),
                () -> faulty.open(
                        arguments[0],
                        Boolean.parseBoolean(arguments[2]),
                        () -> Runtime.getRuntime().halt(STATUS)),
                System.err::println,
                Duration.ofMillis(1));
        sink.run();
    }
}
