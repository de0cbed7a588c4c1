package pykata.scenarios.iot.gateway;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5RetainHandling;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import pykata.scenarios.iot.wire.Devices;

/**
 * The way in where the broker is somebody else's: a shared subscription, whose messages are acknowledged when the log has
 * them. There the device's PUBACK is the broker's word, and as good as the broker's disk; and a gateway that is full does
 * not refuse, but leaves messages with the broker, which sends no more than {@code receive maximum} without an answer.
 */
final class Subscription implements AutoCloseable {

    private static final String FILTER = "$share/gateway/" + Devices.ALL_TOPICS;
    private static final long AGAIN_MS = 500;

    private final Mqtt5AsyncClient client;
    private final Intake intake;

    private Subscription(Mqtt5AsyncClient client, Intake intake) {
        this.client = client;
        this.intake = intake;
    }

    /**
     * Connects and subscribes; after a lost connection it does so again by itself.
     *
     * @param name of this gateway, under which the broker keeps what it has not acknowledged
     * @param atOnce how many messages may be without an answer
     */
    static Subscription start(String host, int port, String name, int atOnce, Intake intake) {
        var client = MqttClient.builder()
                .useMqttVersion5()
                .identifier(name)
                .serverHost(host)
                .serverPort(port)
                .automaticReconnectWithDefaultConfig()
                .buildAsync();
        var subscription = new Subscription(client, intake);
        client.publishes(MqttGlobalPublishFilter.ALL, subscription::receive, true);
        client.connectWith()
                .cleanStart(false)
                .sessionExpiryInterval(3_600)
                .restrictions()
                .receiveMaximum(atOnce)
                .applyRestrictions()
                .send()
                .thenCompose(_ -> client.subscribeWith()
                        .topicFilter(FILTER)
                        .qos(MqttQos.AT_LEAST_ONCE)
                        // What the broker retains may be the only copy at the first time, and has come since then.
                        .retainHandling(Mqtt5RetainHandling.SEND_IF_SUBSCRIPTION_DOES_NOT_EXIST)
                        .send())
                .join();
        return subscription;
    }

    private void receive(Mqtt5Publish publish) {
        intake.publish(
                publish.getTopic().toString(),
                OptionalInt.empty(),
                publish.getPayloadAsBytes(),
                new Answer(publish::acknowledge, _ -> receiveLater(publish)));
    }

    /** The broker would not send it again to a connection that stands, so it is tried again here. */
    private void receiveLater(Mqtt5Publish publish) {
        CompletableFuture.delayedExecutor(AGAIN_MS, TimeUnit.MILLISECONDS).execute(() -> receive(publish));
    }

    @Override
    public void close() {
        client.disconnect()
                .orTimeout(5, TimeUnit.SECONDS)
                .exceptionally(_ -> null)
                .join();
    }
}
