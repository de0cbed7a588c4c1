package pykata.scenarios.iot;

import java.io.IOException;
import pykata.scenarios.iot.demo.Programme;
import pykata.scenarios.iot.wire.Options;

/** All of the system on this machine, or on yours: {@code ./kata run iot}. */
public final class IotDemo {

    private static final String HELP = """
            Starts a log (Kafka), a gateway (MQTT), a processor (Python rules in Kafka Streams), a sink (SQLite),
            an API with a page, and devices, each as a process of its own; shows that nothing is lost.

            --devices N        1000; 0 for none
            --rate R           0.25; publishes of each device in a second
            --faults SHARE     0.25; of what they send that is something else than a good reading
            --seed S           1
            --seconds N        ends by itself after so long
            --kafka HOST:PORT  your log; none is started
            --mqtt HOST:PORT   your MQTT 5 broker; none is started
            --store URL        jdbc:postgresql://HOST/DATABASE?user=...&password=..., or jdbc:sqlite:FILE
            --compiler FOLDER  of the Graal compiler's jars, as a benchmark puts them into target/graal-compiler:
                               Python is compiled, and keeps up with a far higher rate
            --help             this
            """;

    private IotDemo() {}

    public static void main(String[] arguments) throws IOException {
        final Options options;
        try {
            options = Options.of(arguments, Programme.OPTIONS);
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage() + "\n\n" + HELP);
            return;
        }
        if (options.has("help")) {
            System.out.print(HELP);
            return;
        }
        var programme = new Programme(options, System.out);
        // Ctrl-C, or the end of whoever started this.
        Runtime.getRuntime().addShutdownHook(new Thread(programme::close, "end"));
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
        try (programme) {
            programme.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
