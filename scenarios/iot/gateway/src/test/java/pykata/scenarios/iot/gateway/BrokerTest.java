package pykata.scenarios.iot.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static pykata.scenarios.iot.gateway.Clients.await;
import static pykata.scenarios.iot.gateway.Clients.awaitRecords;
import static pykata.scenarios.iot.gateway.Clients.code;
import static pykata.scenarios.iot.gateway.Clients.disconnect;
import static pykata.scenarios.iot.gateway.Clients.reading;

import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAckReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import com.hivemq.extension.sdk.api.interceptor.publish.PublishInboundInterceptor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import pykata.scenarios.iot.wire.Devices;
import pykata.scenarios.iot.wire.Ports;
import pykata.scenarios.iot.wire.Tokens;

/** The real broker, over real connections, in front of a log that answers when it is told to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokerTest {

    private static final Tokens TOKENS = new Tokens("secret");
    private static final int ROOM = 3;

    /** Each test has a device of its own; to this one the gateway has a fault. */
    private static final int FAULTY = 666;

    /** What the broker itself decides: it is as if there were no interceptor. */
    private static final int PASSING = 667;

    /** The broker's own limit is short for this one. */
    private static final int HASTY = 668;

    private final MockProducer<byte[], byte[]> log = IntakeTest.log();
    private Framer framer;
    private Broker broker;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        framer = new Framer(log, 4, 1, Duration.ofHours(1));
        var intake = new Intake(new Room(ROOM, 1_000_000), Quota.none(), framer, 1_000);
        var patient = new HoldingInterceptor(intake, Duration.ofMinutes(1));
        var hasty = new HoldingInterceptor(intake, Duration.ofMillis(100));
        var faulty = new HoldingInterceptor(
                new Intake(new Room(1, 1_000_000), Quota.of(1, failingClock()), framer, 1_000), Duration.ofMinutes(1));
        PublishInboundInterceptor interceptor = (input, output) -> {
            switch (Devices.ofName(input.getClientInformation().getClientId()).getAsInt()) {
                case FAULTY -> faulty.onInboundPublish(input, output);
                case HASTY -> hasty.onInboundPublish(input, output);
                case PASSING -> {}
                default -> patient.onInboundPublish(input, output);
            }
        };
        broker = Broker.start(directory, Ports.free(), new Doorkeeper(TOKENS), interceptor);
    }

    /** It tells when it all began, and then no more. */
    private static LongSupplier failingClock() {
        var times = List.of(0L).iterator();
        return times::next;
    }

    @AfterAll
    void stop() throws Exception {
        broker.close();
        framer.close();
    }

    @Test
    void a_puback_comes_after_the_logs_answer() throws Exception {
        var client = connect(1);
        var sent = log.history().size();

        var puback = publish(client, 1, 17);
        awaitRecords(log, sent + 1);
        var other = connect(2); // a whole exchange with the broker, and still no answer
        assertThat(puback).isNotDone();

        log.completeNext();
        assertThat(code(puback)).isEqualTo(Mqtt5PubAckReasonCode.SUCCESS);
        disconnect(client, other);
    }

    @Test
    void a_device_has_one_reading_on_its_way_at_a_time() throws Exception {
        var client = connect(3);
        var sent = log.history().size();

        var first = publish(client, 3, 1);
        var second = publish(client, 3, 2);
        awaitRecords(log, sent + 1);
        var other = connect(4);
        assertThat(log.history()).hasSize(sent + 1);

        log.completeNext();
        assertThat(code(first)).isEqualTo(Mqtt5PubAckReasonCode.SUCCESS);
        awaitRecords(log, sent + 2);
        log.completeNext();
        assertThat(code(second)).isEqualTo(Mqtt5PubAckReasonCode.SUCCESS);
        disconnect(client, other);
    }

    @Test
    void what_the_log_refuses_is_refused_to_the_device() throws Exception {
        var client = connect(5);
        var sent = log.history().size();

        var puback = publish(client, 5, 1);
        awaitRecords(log, sent + 1);
        log.errorNext(new TimeoutException("down"));

        assertThat(code(puback)).isEqualTo(Mqtt5PubAckReasonCode.QUOTA_EXCEEDED);
        disconnect(client);
    }

    @Test
    void a_gateway_that_is_full_refuses_with_quota_exceeded() throws Exception {
        var sent = log.history().size();
        var clients = new Mqtt5AsyncClient[ROOM + 1];
        BlockingQueue<CompletableFuture<?>> held = new LinkedBlockingQueue<>();
        for (var i = 0; i < ROOM; i++) {
            clients[i] = connect(10 + i);
            held.add(publish(clients[i], 10 + i, 1));
        }
        awaitRecords(log, sent + ROOM);

        clients[ROOM] = connect(10 + ROOM);
        assertThat(code(publish(clients[ROOM], 10 + ROOM, 1))).isEqualTo(Mqtt5PubAckReasonCode.QUOTA_EXCEEDED);

        assertThat(held).noneMatch(CompletableFuture::isDone);
        for (var i = 0; i < ROOM; i++) {
            log.completeNext();
        }
        for (var puback : held) {
            assertThat(code(puback)).isEqualTo(Mqtt5PubAckReasonCode.SUCCESS);
        }
        disconnect(clients);
    }

    @Test
    void the_brokers_own_limit_refuses_and_the_logs_later_answer_changes_nothing() throws Exception {
        var client = connect(HASTY);
        var sent = log.history().size();

        var puback = publish(client, HASTY, 1);
        assertThat(code(puback)).isEqualTo(Mqtt5PubAckReasonCode.QUOTA_EXCEEDED);

        awaitRecords(log, sent + 1);
        log.completeNext();
        var next = publish(client, HASTY, 2);
        assertThat(code(next)).isEqualTo(Mqtt5PubAckReasonCode.QUOTA_EXCEEDED);
        awaitRecords(log, sent + 2);
        log.completeNext();
        disconnect(client);
    }

    @Test
    void a_fault_of_the_gateway_is_no_acknowledgement() throws Exception {
        var client = connect(FAULTY);

        assertThat(publish(client, FAULTY, 1))
                .failsWithin(Duration.ofMinutes(1))
                .withThrowableOfType(ExecutionException.class)
                .havingCause()
                .isInstanceOfSatisfying(Mqtt5PubAckException.class, refused -> {
                    var puback = refused.getMqttMessage();
                    assertThat(puback.getReasonCode()).isEqualTo(Mqtt5PubAckReasonCode.QUOTA_EXCEEDED);
                    assertThat(puback.getReasonString().map(Object::toString)).contains("a fault of the gateway");
                });
        disconnect(client);
    }

    @Test
    void what_passes_by_the_interceptor_is_no_acknowledgement() throws Exception {
        var client = connect(PASSING);

        assertThat(code(publish(client, PASSING, 1))).isEqualTo(Mqtt5PubAckReasonCode.NOT_AUTHORIZED);
        await(() -> !client.getState().isConnected()); // the broker ends such a connection
    }

    @Test
    void nobody_connects_without_the_password_or_under_another_name() {
        assertThat(refusal(client("d000020"), "d000020", TOKENS.of("d000021")))
                .isEqualTo(Mqtt5ConnAckReasonCode.BAD_USER_NAME_OR_PASSWORD);
        assertThat(refusal(client("d000020"), "d000021", TOKENS.of("d000021")))
                .isEqualTo(Mqtt5ConnAckReasonCode.BAD_USER_NAME_OR_PASSWORD);
        assertThat(refusal(client("somebody"), "d000021", TOKENS.of("d000021")))
                .isEqualTo(Mqtt5ConnAckReasonCode.CLIENT_IDENTIFIER_NOT_VALID);
    }

    /** The first hears its answer before it goes. What the second sends again is in the log, too. */
    @Test
    void a_second_connection_with_the_same_identity_ends_the_first_when_its_reading_is_answered() throws Exception {
        var first = connect(30);
        var sent = log.history().size();
        var answered = publish(first, 30, 1).handle((_, failed) -> failed);
        awaitRecords(log, sent + 1);
        var second = client(Devices.name(30));

        var connecting = connecting(second, 30);
        var other = connect(31); // a whole exchange with the broker, and the second still waits
        assertThat(connecting).isNotDone();
        log.completeNext();
        connecting.get(60, TimeUnit.SECONDS);

        assertThat(answered.get(60, TimeUnit.SECONDS))
                .as("acknowledged, as the log has it")
                .isNull();
        await(() -> !first.getState().isConnected());
        var again = publish(second, 30, 1);
        awaitRecords(log, sent + 2);
        log.completeNext();
        assertThat(code(again)).isEqualTo(Mqtt5PubAckReasonCode.SUCCESS);
        disconnect(second, other);
    }

    private Mqtt5AsyncClient client(String identifier) {
        return Clients.client(broker.port(), identifier).buildAsync();
    }

    private Mqtt5AsyncClient connect(int device) throws Exception {
        var client = client(Devices.name(device));
        connecting(client, device).get(60, TimeUnit.SECONDS);
        return client;
    }

    private static CompletableFuture<?> connecting(Mqtt5AsyncClient client, int device) {
        var name = Devices.name(device);
        return Clients.connecting(client, name, TOKENS.of(name));
    }

    private static CompletableFuture<?> publish(Mqtt5AsyncClient client, int device, long seq) {
        return Clients.publish(client, device, reading(seq));
    }

    private static Mqtt5ConnAckReasonCode refusal(Mqtt5AsyncClient client, String user, String password) {
        var connect = Clients.connecting(client, user, password).orTimeout(60, TimeUnit.SECONDS);
        var thrown = new Throwable[1];
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(connect::join)
                .satisfies(e -> thrown[0] = e.getCause());
        return ((Mqtt5ConnAckException) thrown[0]).getMqttMessage().getReasonCode();
    }
}
