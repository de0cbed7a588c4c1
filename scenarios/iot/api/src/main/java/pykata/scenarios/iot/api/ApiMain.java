package pykata.scenarios.iot.api;

import java.io.IOException;
import java.nio.file.Path;
import pykata.scenarios.iot.wire.Options;
import pykata.scenarios.iot.wire.Served;

/**
 * The API as a process.
 *
 * <pre>
 * --kafka HOST:PORT
 * --store URL       as the sink has it
 * --port N          0: any that is free
 * --sent FILE       holds the number of readings that devices have sent, if somebody knows it
 * </pre>
 */
public final class ApiMain {

    private ApiMain() {}

    public static void main(String[] arguments) throws IOException {
        Served.noLongerThanParent();
        var options = Options.of(arguments, "kafka", "store", "port", "sent");
        var api = Api.start(
                options.number("port", 0),
                options.required("kafka"),
                options.required("store"),
                new Sent(options.text("sent").map(Path::of).orElse(null)));
        Served.untilTold("api " + api.uri(), api);
    }
}
