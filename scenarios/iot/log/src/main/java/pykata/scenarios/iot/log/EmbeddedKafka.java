package pykata.scenarios.iot.log;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import pykata.scenarios.iot.wire.Ports;

/**
 * A Kafka in this process: the class that production starts, with its controller in the same process, on a directory that
 * can be started again after any end. One node cannot replicate: a reading is safe from the end of each process, and not
 * from the loss of the disk. A cluster has three of them and {@code min.insync.replicas=2}, and its clients change nothing.
 */
public final class EmbeddedKafka implements AutoCloseable {

    private static final int NODE = 1;
    private static final String HOST = "127.0.0.1";
    private static final String CONTROLLER = "CONTROLLER";
    private static final Path CONTROLLER_PORT = Path.of("controller.port");
    private static final Path FORMATTED = Path.of("meta.properties");

    private final KafkaRaftServer server;
    private final String bootstrap;

    private EmbeddedKafka(KafkaRaftServer server, String bootstrap) {
        this.server = server;
        this.bootstrap = bootstrap;
    }

    /**
     * Starts it; returns when it serves and has all topics.
     *
     * @param directory where it keeps all that it knows; made if it is not there
     * @param port where it listens, on the loopback interface alone
     * @param partitions how many each topic of readings has, if the topics are not there already
     */
    public static EmbeddedKafka start(Path directory, int port, int partitions) throws IOException {
        Ports.mustBeFree(port);
        Files.createDirectories(directory);
        var config = config(directory, port, controllerPort(directory));
        format(directory);
        var server = new KafkaRaftServer(KafkaConfig.fromProps(config), Time.SYSTEM);
        server.startup();
        var kafka = new EmbeddedKafka(server, HOST + ":" + port);
        try {
            kafka.createTopics(partitions);
        } catch (RuntimeException e) {
            kafka.close(); // nobody else could, and it would hold its port and its directory
            throw e;
        }
        return kafka;
    }

    /**
     * The quorum knows its voter by its port, so the port belongs to the directory. The file is there with its number or not
     * at all: an empty one, left by a kill, would fail each later start.
     */
    private static int controllerPort(Path directory) throws IOException {
        var file = directory.resolve(CONTROLLER_PORT);
        if (!Files.exists(file)) {
            var beside = directory.resolve(CONTROLLER_PORT + ".new");
            Files.writeString(beside, Integer.toString(Ports.free()));
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Integer.parseInt(Files.readString(file));
    }

    private static Properties config(Path directory, int port, int controllerPort) {
        var config = new Properties();
        config.putAll(Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", NODE),
                Map.entry("controller.quorum.voters", "%d@%s:%d".formatted(NODE, HOST, controllerPort)),
                Map.entry("controller.listener.names", CONTROLLER),
                Map.entry(
                        "listeners",
                        "PLAINTEXT://%s:%d,%s://%s:%d".formatted(HOST, port, CONTROLLER, HOST, controllerPort)),
                Map.entry("advertised.listeners", "PLAINTEXT://%s:%d".formatted(HOST, port)),
                Map.entry("listener.security.protocol.map", CONTROLLER + ":PLAINTEXT,PLAINTEXT:PLAINTEXT"),
                Map.entry("log.dirs", directory.resolve("data").toString()),
                // A misspelt topic must be an error, and not a topic.
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "4"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                // After kill -9 the controller takes it for alive until then, and does not let it start again.
                Map.entry("broker.session.timeout.ms", "4000"),
                Map.entry("broker.heartbeat.interval.ms", "500"),
                // Alone in its group, a consumer need not wait for others.
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                // What the small heap of one process on one machine has room for.
                Map.entry("log.cleaner.dedupe.buffer.size", "4194304"),
                Map.entry("log.segment.bytes", "67108864"),
                Map.entry("num.network.threads", "2"),
                Map.entry("num.io.threads", "4"),
                Map.entry("num.recovery.threads.per.data.dir", "2")));
        return config;
    }

    private static void format(Path directory) throws IOException {
        var data = directory.resolve("data");
        if (Files.exists(data.resolve(FORMATTED))) {
            return;
        }
        try {
            new Formatter()
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(NODE)
                    .setControllerListenerName(CONTROLLER)
                    .setMetadataLogDirectory(data.toString())
                    .addDirectory(data.toString())
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setPrintStream(new PrintStream(PrintStream.nullOutputStream()))
                    .run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void createTopics(int partitions) {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            IotTopics.create(admin, partitions, (short) 1);
        }
    }

    /** Where clients find it: {@code host:port}. */
    public String bootstrap() {
        return bootstrap;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
