package pykata.scenarios.iot.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static pykata.scenarios.iot.gateway.Clients.client;
import static pykata.scenarios.iot.gateway.Clients.code;
import static pykata.scenarios.iot.gateway.Clients.disconnect;
import static pykata.scenarios.iot.gateway.Clients.publish;
import static pykata.scenarios.iot.gateway.Clients.reading;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import com.hivemq.client.mqtt.mqtt5.message.disconnect.Mqtt5DisconnectReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import pykata.scenarios.iot.wire.DeadLetter;
import pykata.scenarios.iot.wire.Devices;
import pykata.scenarios.iot.wire.Frame;
import pykata.scenarios.iot.wire.Ports;
import pykata.scenarios.iot.wire.Reason;
import pykata.scenarios.iot.wire.Topics;

/** Devices that send too much, or anything, to the real broker; the log takes what comes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileDevicesTest {

    private static final int QUOTA = 20;

    /** Stands still until a test moves it, so that what is refused is known to the last publish. */
    private final AtomicLong now = new AtomicLong();

    private final MockProducer<byte[], byte[]> log =
            new MockProducer<>(true, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());
    private Framer framer;
    private Intake intake;
    private Broker broker;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        framer = new Framer(log, 1, 1, Duration.ofHours(1));
        intake = new Intake(new Room(1_000, 100_000_000), Quota.of(QUOTA, now::get), framer, 1_000);
        broker = Broker.start(
                directory, Ports.free(), new Doorkeeper(null), new HoldingInterceptor(intake, Duration.ofMinutes(1)));
    }

    @AfterAll
    void stop() throws Exception {
        broker.close();
        framer.close();
    }

    /** 60 publishes of one device, and 60 of six others. */
    @Test
    void a_device_that_sends_half_of_everything_is_refused_above_its_quota_and_the_others_pass() throws Exception {
        var hot = connect(1);
        var others = new ArrayList<Mqtt5AsyncClient>();
        for (var device = 2; device < 8; device++) {
            others.add(connect(device));
        }
        var waiting = IntStream.range(0, 3 * QUOTA).boxed().toList();
        var ofOthers = new ArrayList<CompletableFuture<?>>();
        var ofHot = new ArrayList<CompletableFuture<?>>();
        for (var seq : waiting) {
            ofHot.add(publish(hot, 1, reading(seq)));
            var device = 2 + seq % others.size();
            ofOthers.add(publish(others.get(device - 2), device, reading(seq)));
        }

        for (var puback : ofOthers) {
            assertThat(code(puback)).isEqualTo(Mqtt5PubAckReasonCode.SUCCESS);
        }
        assertThat(logged(2, 8)).isEqualTo(3 * QUOTA);
        var second = 0;
        while (!waiting.isEmpty()) {
            second++;
            var refused = new ArrayList<Integer>();
            for (var i = 0; i < waiting.size(); i++) {
                var code = code(ofHot.get(i));
                if (code != Mqtt5PubAckReasonCode.SUCCESS) {
                    assertThat(code).isEqualTo(Mqtt5PubAckReasonCode.QUOTA_EXCEEDED);
                    refused.add(waiting.get(i));
                }
            }
            assertThat(refused).hasSize((3 - second) * QUOTA);
            assertThat(logged(1, 2)).isEqualTo((long) second * QUOTA); // what was refused is not in the log
            now.addAndGet(TimeUnit.SECONDS.toNanos(1));
            ofHot.clear();
            refused.forEach(seq -> ofHot.add(publish(hot, 1, reading(seq)))); // as a device does that kept them
            waiting = refused;
        }

        assertThat(second).isEqualTo(3);
        assertThat(intake.stats().overQuota()).isEqualTo(3 * QUOTA); // 40, and 20 of them again
        assertThat(intake.stats().refused()).isZero();
        disconnect(hot);
        disconnect(others.toArray(Mqtt5AsyncClient[]::new));
    }

    @Test
    void no_bytes_too_many_and_no_text_are_dead_letters_and_are_acknowledged() throws Exception {
        var client = connect(20);

        assertThat(code(publish(client, 20, new byte[0]))).isEqualTo(Mqtt5PubAckReasonCode.SUCCESS);
        assertThat(code(publish(client, 20, new byte[120_000]))).isEqualTo(Mqtt5PubAckReasonCode.SUCCESS);
        assertThat(code(publish(client, 20, new byte[] {'{', (byte) 0xC0, (byte) 0x80, '}'})))
                .isEqualTo(Mqtt5PubAckReasonCode.SUCCESS);

        assertThat(reasons(20)).containsExactly(Reason.EMPTY, Reason.SIZE, Reason.UTF8);
        assertThat(logged(20, 21)).isZero();
        disconnect(client);
    }

    /** The broker says how much it takes, and a client library keeps to it; this device does not. */
    @Test
    void a_megabyte_ends_the_connection_and_is_not_acknowledged() throws Exception {
        var name = Devices.name(23).getBytes(UTF_8);
        var topic = Devices.topic(23).getBytes(UTF_8);
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), broker.port())) {
            socket.setSoTimeout(60_000);
            var out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
            out.write(new byte[] {0x10, (byte) (13 + name.length), 0, 4, 'M', 'Q', 'T', 'T', 5, 2, 0, 0, 0, 0});
            out.write(name.length);
            out.write(name);
            out.flush();
            var in = new DataInputStream(socket.getInputStream());
            assertThat(in.readByte() >> 4).as("CONNACK").isEqualTo(2);
            in.skipNBytes(in.readByte());

            out.write(new byte[] {0x32, (byte) 0x80, (byte) 0x80, 0x40, 0, (byte) topic.length}); // QoS 1, 2^20 bytes
            out.write(topic);
            out.write(new byte[] {0, 1, 0}); // its number, and no properties
            var left = new byte[(1 << 20) - 2 - topic.length - 3];
            assertThat(answer(out, left, in))
                    .as("a DISCONNECT, or nothing any more")
                    .isIn(14, -1);
        }
        assertThat(reasons(23)).isEmpty();
    }

    /** The kind of the packet that comes next; -1 if the connection ends. */
    private static int answer(DataOutputStream out, byte[] sent, DataInputStream in) throws SocketTimeoutException {
        try {
            out.write(sent);
            out.flush();
            var first = in.read();
            return first < 0 ? first : first >> 4;
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            return -1;
        }
    }

    /** This broker keeps nothing, so it promises nobody to hand on what a device wants kept: it ends the connection. */
    @Test
    void a_retained_publish_is_no_acknowledgement_and_the_same_reading_without_the_flag_is() throws Exception {
        var client = connect(21);

        var retained = client.publishWith()
                .topic(Devices.topic(21))
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(reading(1))
                .retain(true)
                .send();
        assertThat(retained.handle((_, failed) -> failed).get(60, TimeUnit.SECONDS))
                .isNotNull();
        assertThat(logged(21, 22)).isZero();

        var again = connect(21);
        assertThat(code(publish(again, 21, reading(1)))).isEqualTo(Mqtt5PubAckReasonCode.SUCCESS);
        assertThat(logged(21, 22)).isEqualTo(1);
        disconnect(again);
    }

    /** Nobody could tell the device that such a reading was refused. With QoS 1, the same one is taken. */
    @Test
    void a_publish_that_wants_no_answer_ends_the_connection_with_the_reason_and_is_not_in_the_log() throws Exception {
        var told = new CompletableFuture<Mqtt5DisconnectReasonCode>();
        var client = client(broker.port(), Devices.name(22))
                .addDisconnectedListener(context -> {
                    if (context.getCause() instanceof Mqtt5DisconnectException e) {
                        told.complete(e.getMqttMessage().getReasonCode());
                    } else {
                        told.completeExceptionally(context.getCause());
                    }
                })
                .buildAsync();
        client.connect().get(60, TimeUnit.SECONDS);

        client.publishWith()
                .topic(Devices.topic(22))
                .qos(MqttQos.AT_MOST_ONCE)
                .payload(reading(1))
                .send();

        assertThat(told.get(60, TimeUnit.SECONDS)).isEqualTo(Mqtt5DisconnectReasonCode.QOS_NOT_SUPPORTED);
        assertThat(logged(22, 23)).isZero();
        assertThat(reasons(22)).isEmpty();
        var again = connect(22);
        assertThat(code(publish(again, 22, reading(1)))).isEqualTo(Mqtt5PubAckReasonCode.SUCCESS);
        assertThat(logged(22, 23)).isEqualTo(1);
        disconnect(again);
    }

    private Mqtt5AsyncClient connect(int device) throws Exception {
        var client = client(broker.port(), Devices.name(device)).buildAsync();
        client.connect().get(60, TimeUnit.SECONDS);
        return client;
    }

    /** How many readings of some devices are in the log. */
    private long logged(int first, int end) throws Exception {
        var count = 0L;
        for (var record : log.history()) {
            if (record.topic().equals(Topics.FRAMES)) {
                var device = Frame.decode(record.value()).reading(0).device();
                count += device >= first && device < end ? 1 : 0;
            }
        }
        return count;
    }

    private List<Reason> reasons(int device) {
        return log.history().stream()
                .filter(record -> record.topic().equals(Topics.DEAD_LETTERS))
                .map(record -> DeadLetter.fromJson(record.value()))
                .filter(letter -> letter.topic().equals(Devices.topic(device)))
                .map(DeadLetter::reason)
                .toList();
    }
}
