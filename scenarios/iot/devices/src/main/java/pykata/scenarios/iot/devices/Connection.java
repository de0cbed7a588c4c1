package pykata.scenarios.iot.devices;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientExecutorConfig;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import pykata.scenarios.iot.wire.Devices;
import pykata.scenarios.iot.wire.Tokens;

/** One MQTT connection of one device. Public, because {@code ./kata mutants} loads tests, and their doubles, by themselves. */
public class Connection {

    private static final int SECONDS_TO_CONNECT = 30;

    /** What a publish has brought. */
    enum Outcome {
        ACKNOWLEDGED,
        REFUSED,
        UNANSWERED
    }

    private final int device;
    private final Mqtt5AsyncClient client;

    /**
     * @param tls null for a connection without
     */
    Connection(
            int device,
            String host,
            int port,
            @Nullable MqttClientSslConfig tls,
            MqttClientExecutorConfig threads,
            Runnable lost) {
        this.device = device;
        client = MqttClient.builder()
                .useMqttVersion5()
                .identifier(Devices.name(device))
                .serverHost(host)
                .serverPort(port)
                .sslConfig(tls)
                .executorConfig(threads)
                .addDisconnectedListener(_ -> lost.run())
                .buildAsync();
    }

    CompletableFuture<?> open(@Nullable Tokens tokens) {
        var connect = client.connectWith().cleanStart(true).keepAlive(60);
        if (tokens != null) {
            var name = Devices.name(device);
            connect = connect.simpleAuth()
                    .username(name)
                    .password(tokens.of(name).getBytes(StandardCharsets.US_ASCII))
                    .applySimpleAuth();
        }
        return connect.send().orTimeout(SECONDS_TO_CONNECT, TimeUnit.SECONDS);
    }

    CompletableFuture<Outcome> publish(byte[] payload) {
        return client.publishWith()
                .topic(Devices.topic(device))
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(payload)
                .send()
                .handle((result, failed) -> outcome(
                        failed == null && result != null ? result.getError().orElse(null) : failed));
    }

    private static Outcome outcome(@Nullable Throwable failed) {
        var cause = failed instanceof CompletionException ? failed.getCause() : failed;
        return switch (cause) {
            case null -> Outcome.ACKNOWLEDGED;
            case Mqtt5PubAckException _ -> Outcome.REFUSED;
            default -> Outcome.UNANSWERED;
        };
    }

    void close() {
        client.disconnect();
    }
}
