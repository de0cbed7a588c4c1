package pykata.scenarios.iot.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import pykata.scenarios.iot.wire.Ports;

/** An MQTT broker and client that share no line with ours, as Debian packages them: {@code mosquitto mosquitto-clients}. */
final class Mosquitto implements AutoCloseable {

    private static final String BROKER = "mosquitto";
    private static final String PUBLISHER = "mosquitto_pub";

    private final Process process;
    private final int port;

    private Mosquitto(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static boolean isInstalled() {
        return Stream.of(BROKER, PUBLISHER).allMatch(name -> !find(name).isEmpty());
    }

    private static String find(String name) {
        return Stream.of("/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin")
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse("");
    }

    static Mosquitto start(Path folder) throws IOException, InterruptedException {
        var port = Ports.free();
        var configuration = folder.resolve("mosquitto.conf");
        Files.writeString(configuration, "listener %d 127.0.0.1%nallow_anonymous true%n".formatted(port));
        var process = new ProcessBuilder(find(BROKER), "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("mosquitto.out").toFile())
                .start();
        var limit = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (true) {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return new Mosquitto(process, port);
            } catch (IOException e) {
                if (System.nanoTime() > limit || !process.isAlive()) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }

    int port() {
        return port;
    }

    /**
     * Publishes by MQTT 5 with QoS 1.
     *
     * @return what the client says of the exchange
     */
    static String publish(int port, String topic, String payload, String... more)
            throws IOException, InterruptedException {
        var command = Stream.concat(
                        Stream.of(
                                find(PUBLISHER),
                                "-d",
                                "-V",
                                "5",
                                "-q",
                                "1",
                                "-h",
                                "127.0.0.1",
                                "-p",
                                "" + port,
                                "-t",
                                topic,
                                "-m",
                                payload),
                        Stream.of(more))
                .toList();
        return run(command);
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
