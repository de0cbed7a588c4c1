package pykata.scenarios.iot.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import pykata.scenarios.iot.wire.Devices;
import pykata.scenarios.iot.wire.Options;
import pykata.scenarios.iot.wire.Ports;
import pykata.scenarios.iot.wire.Served;
import pykata.scenarios.iot.wire.TemporaryFolders;
import pykata.scenarios.iot.wire.Tokens;
import pykata.scenarios.iot.wire.Topics;

/**
 * The gateway as a process. It says {@code ready gateway HOST:PORT stats HOST:PORT}.
 *
 * <pre>
 * --kafka HOST:PORT   the log
 * --partitions N      4; of its topics
 * --directory FOLDER  for the broker's configuration; without it a temporary one, which goes with the end
 * --port N            where devices connect; any free one
 * --key TEXT          of the devices' passwords; without it everybody is believed
 * --tls               devices connect by TLS 1.3; the certificate lies in the directory, as gateway.pem
 * --devices N         the registry: numbers below N; 1000000
 * --frame N           500; readings in a frame at most
 * --linger MS         100; the first reading of a frame waits at most so long
 * --readings N        10000; publishes on their way into the log at most
 * --bytes N           16777216; of their payloads at most
 * --quota N           100; publishes of each device in a second, 0 for no bound; more is refused. Not with --mqtt: there
 *                     only the broker knows who has published
 * --patience MS       20000; then the log's client gives a frame up
 * --mqtt HOST:PORT    somebody's broker: subscribes there and starts none
 * --name TEXT         of this gateway at that broker
 * </pre>
 */
final class GatewayMain {

    private static final int MARGIN_MS = 15_000;

    private GatewayMain() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Served.noLongerThanParent();
        var options = Options.of(
                arguments,
                "kafka",
                "partitions",
                "directory",
                "port",
                "key",
                "tls",
                "devices",
                "frame",
                "linger",
                "readings",
                "bytes",
                "quota",
                "patience",
                "mqtt",
                "name");
        if (options.has("tls") && options.has("mqtt")) {
            throw new IllegalArgumentException("--tls is for this gateway's own broker, and --mqtt means somebody's");
        }
        var patience = options.number("patience", 20_000);
        var framer = new Framer(
                producer(options.required("kafka"), patience),
                options.number("partitions", Topics.PARTITIONS),
                options.number("frame", 500),
                Duration.ofMillis(options.number("linger", 100)));
        var room = new Room(options.number("readings", 10_000), options.number("bytes", 16_777_216));
        var quota = Quota.of(options.number("quota", 100), System::nanoTime);
        var intake = new Intake(room, quota, framer, options.number("devices", Devices.LIMIT));
        var stats = StatsPage.start(intake::stats);
        var way = options.has("mqtt")
                ? subscription(options, room, intake)
                : broker(options, intake, Duration.ofMillis(patience + MARGIN_MS));
        Served.untilTold("gateway %s stats 127.0.0.1:%d".formatted(way.address(), stats.port()), () -> {
            way.served().close();
            framer.close();
            stats.close();
        });
    }

    private static KafkaProducer<byte[], byte[]> producer(String kafka, int patience) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        // The framer has waited already.
                        ProducerConfig.LINGER_MS_CONFIG,
                        0,
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        patience / 4,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        patience / 4,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        patience),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static Way broker(Options options, Intake intake, Duration patience)
            throws IOException, InterruptedException {
        var given = options.text("directory").map(Path::of).orElse(null);
        var directory = given == null ? Files.createTempDirectory("gateway") : given;
        var tokens = options.text("key").map(Tokens::new).orElse(null);
        var broker = Broker.start(
                directory,
                options.number("port", Ports.free()),
                options.has("tls") ? Certificate.make(directory) : null,
                new Doorkeeper(tokens),
                new HoldingInterceptor(intake, patience));
        AutoCloseable withFolder = () -> {
            broker.close();
            TemporaryFolders.remove(directory); // its configuration has the password of the certificate's store
        };
        return new Way("127.0.0.1:" + broker.port(), given == null ? withFolder : broker);
    }

    private static Way subscription(Options options, Room room, Intake intake) {
        var address = options.address("mqtt");
        var subscription = Subscription.start(
                address.getHostString(),
                address.getPort(),
                options.text("name").orElse("gateway"),
                (int) Math.min(room.bound(), 65_535),
                intake);
        return new Way(options.required("mqtt"), subscription);
    }

    /** Where publishes come from, and what is to be closed. */
    private record Way(String address, AutoCloseable served) {}
}
