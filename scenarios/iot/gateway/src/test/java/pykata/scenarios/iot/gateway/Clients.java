package pykata.scenarios.iot.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.MockProducer;
import pykata.scenarios.iot.wire.Devices;

/** What tests do as devices, and how they wait for what comes of it. */
final class Clients {

    private Clients() {}

    static Mqtt5ClientBuilder client(int port, String identifier) {
        return MqttClient.builder()
                .useMqttVersion5()
                .identifier(identifier)
                .serverHost("127.0.0.1")
                .serverPort(port);
    }

    static CompletableFuture<?> connecting(Mqtt5AsyncClient client, String user, String password) {
        return client.connectWith()
                .simpleAuth()
                .username(user)
                .password(password.getBytes(UTF_8))
                .applySimpleAuth()
                .send();
    }

    static void disconnect(Mqtt5AsyncClient... clients) throws Exception {
        for (var client : clients) {
            client.disconnect().get(60, TimeUnit.SECONDS);
        }
    }

    static byte[] reading(long seq) {
        return "{\"seq\":%d,\"ts\":1764470000000,\"value\":1}".formatted(seq).getBytes(UTF_8);
    }

    static CompletableFuture<?> publish(Mqtt5AsyncClient client, int device, byte[] payload) {
        return client.publishWith()
                .topic(Devices.topic(device))
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(payload)
                .send();
    }

    /** What the broker answers to a publish; any other end of it is a fault. */
    static Mqtt5PubAckReasonCode code(CompletableFuture<?> puback) throws Exception {
        try {
            puback.get(60, TimeUnit.SECONDS);
            return Mqtt5PubAckReasonCode.SUCCESS;
        } catch (ExecutionException e) {
            return ((Mqtt5PubAckException) e.getCause()).getMqttMessage().getReasonCode();
        }
    }

    static void awaitRecords(MockProducer<?, ?> log, int count) throws InterruptedException {
        await(() -> log.history().size() >= count);
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        for (var i = 0; i < 6_000 && !condition.getAsBoolean(); i++) {
            TimeUnit.MILLISECONDS.sleep(10); // between two looks; what is waited for is an event
        }
        assertThat(condition.getAsBoolean()).as("within a minute").isTrue();
    }
}
