package pykata.scenarios.iot.log;

import java.io.IOException;
import java.nio.file.Path;
import pykata.scenarios.iot.wire.Options;
import pykata.scenarios.iot.wire.Ports;
import pykata.scenarios.iot.wire.Served;
import pykata.scenarios.iot.wire.Topics;

/** The log as a process: {@code --directory D [--port 9092] [--partitions 4]}. */
final class LogMain {

    private LogMain() {}

    public static void main(String[] arguments) throws IOException {
        Served.noLongerThanParent();
        var options = Options.of(arguments, "directory", "port", "partitions");
        var kafka = EmbeddedKafka.start(
                Path.of(options.required("directory")),
                options.number("port", Ports.free()),
                options.number("partitions", Topics.PARTITIONS));
        Served.untilTold("log " + kafka.bootstrap(), kafka);
    }
}
