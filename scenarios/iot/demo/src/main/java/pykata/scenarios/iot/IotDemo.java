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
            --port N           of the page and the API; any that is free
            --tls              devices and gateway speak TLS, with a certificate made for this run
            --keep-raw HOURS   the sink deletes raw readings that are older; their minutes and hours stay
            --kafka HOST:PORT  your log; none is started
            --mqtt HOST:PORT   your MQTT 5 broker; none is started
            --store URL        jdbc:postgresql://HOST/DATABASE?user=...&password=..., or jdbc:sqlite:FILE
            --instance NAME    with --kafka: starts nothing but a further processor, and with --store a further sink,
                               beside a demonstration that runs: a second machine, which takes over partitions
            --compiler FOLDER  of the Graal compiler's jars, as a benchmark puts them into target/graal-compiler:
                               Python is compiled, and keeps up with a far higher rate
            --help             this
            """;

    private IotDemo() {}

    public static void main(String[] arguments) throws IOException {
        final Options options;
        final Programme programme;
        try {
            options = Options.of(arguments, Programme.OPTIONS);
            if (options.has("help")) {
                System.out.print(HELP);
                return;
            }
            programme = new Programme(options, System.out);
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage() + "\n\n" + HELP);
            return;
        }
        // Ctrl-C, or the end of whoever started this.
        Runtime.getRuntime().addShutdownHook(new Thread(programme::close, "end"));
        ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(0)));
        try (programme) {
            programme.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException e) {
            if (!programme.isClosed()) { // else it was told to end, and parts that had not started yet did not start
                throw e;
            }
        }
    }
}
