package pykata.scenarios.iot.api;

import java.io.IOException;
import java.nio.file.Path;
import pykata.scenarios.iot.wire.Options;
import pykata.scenarios.iot.wire.Ports;
import pykata.scenarios.iot.wire.Served;

/**
 * The API as a process.
 *
 * <pre>
 * --kafka HOST:PORT
 * --store URL       as the sink has it
 * --port N          0: any that is free
 * --sent FILE       holds how many readings have come into the log, if somebody counts them
 * </pre>
 */
public final class ApiMain {

    private ApiMain() {}

    public static void main(String[] arguments) throws IOException {
        Served.noLongerThanParent();
        var options = Options.of(arguments, "kafka", "store", "port", "sent");
        var port = options.number("port", 0);
        if (port != 0) {
            Ports.mustBeFree(port);
        }
        var api = Api.start(
                port,
                options.required("kafka"),
                options.required("store"),
                new Sent(options.text("sent").map(Path::of).orElse(null)));
        Served.untilTold("api " + api.uri(), api);
    }
}
