package pykata.scenarios.iot.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static pykata.scenarios.iot.gateway.Clients.awaitRecords;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import pykata.scenarios.iot.wire.BadFrame;
import pykata.scenarios.iot.wire.Devices;
import pykata.scenarios.iot.wire.Frame;
import pykata.scenarios.iot.wire.Ports;
import pykata.scenarios.iot.wire.Tokens;

/** Somebody else's client at our broker, and our gateway at somebody else's broker. */
@EnabledIf(
        value = "pykata.scenarios.iot.gateway.Mosquitto#isInstalled",
        disabledReason = "mosquitto and mosquitto-clients are not installed")
class PeerTest {

    private static final String READING = "{\"seq\":%d,\"ts\":1764470000000,\"value\":1}";
    private static final Duration NEVER = Duration.ofHours(1);

    private final MockProducer<byte[], byte[]> log = IntakeTest.log();

    @Test
    @EnabledIfSystemProperty(named = "pykata.iot.system", matches = "true")
    void another_client_hears_that_it_was_taken_and_that_it_was_refused(@TempDir Path folder) throws Exception {
        var framer = new Framer(log, 4, 1, NEVER);
        var intake = new Intake(new Room(10, 1_000_000), Quota.none(), framer, 1_000);
        var interceptor = new HoldingInterceptor(intake, Duration.ofMinutes(1));
        var tokens = new Tokens("secret");
        try (framer;
                var broker = Broker.start(folder, Ports.free(), new Doorkeeper(tokens), interceptor)) {
            var taken = CompletableFuture.supplyAsync(() -> publish(broker.port(), 7, 1, tokens));
            awaitRecords(log, 1);
            log.completeNext();
            assertThat(taken.get(60, TimeUnit.SECONDS)).contains("received PUBACK (Mid: 1, RC:0)");

            var refused = CompletableFuture.supplyAsync(() -> publish(broker.port(), 7, 2, tokens));
            awaitRecords(log, 2);
            log.errorNext(new TimeoutException("down"));
            assertThat(refused.get(60, TimeUnit.SECONDS)).contains("received PUBACK (Mid: 1, RC:151)");
        }
    }

    /** What the log has not taken stays with the broker, and comes to the next gateway of that name. */
    @Test
    void at_another_broker_only_what_the_log_has_is_acknowledged(@TempDir Path folder) throws Exception {
        try (var mosquitto = Mosquitto.start(folder)) {
            var first = new Framer(log, 4, 1, NEVER);
            var killed = subscribe(mosquitto, first);
            publish(mosquitto.port(), 7, 1);
            publish(mosquitto.port(), 7, 2);
            awaitRecords(log, 2);
            log.completeNext(); // the first of the two, and then this gateway goes
            killed.close();

            var second = new Framer(log, 4, 1, NEVER);
            try (var next = subscribe(mosquitto, second)) {
                publish(mosquitto.port(), 7, 3);
                awaitRecords(log, 4);
                assertThat(log.history())
                        .extracting(record -> seq(record.value()))
                        .containsExactly(1L, 2L, 2L, 3L);
                while (log.completeNext()) {
                    // all of them
                }
            }
            try (var third = subscribe(mosquitto, second)) {
                publish(mosquitto.port(), 7, 4);
                awaitRecords(log, 5);
                assertThat(seq(log.history().getLast().value())).isEqualTo(4);
                log.completeNext();
            }
            first.close();
        }
    }

    @Test
    void at_another_broker_what_the_log_has_refused_is_tried_again(@TempDir Path folder) throws Exception {
        try (var mosquitto = Mosquitto.start(folder);
                var framer = new Framer(log, 4, 1, NEVER);
                var way = subscribe(mosquitto, framer)) {
            publish(mosquitto.port(), 7, 1);
            awaitRecords(log, 1);
            log.errorNext(new TimeoutException("down"));
            awaitRecords(log, 2);
            log.completeNext();

            assertThat(log.history()).extracting(record -> seq(record.value())).containsExactly(1L, 1L);
        }
    }

    /** A broker hands what it retains to new subscribers, and not to shared subscriptions: an old reading comes once. */
    @Test
    void at_another_broker_a_retained_reading_comes_once_also_after_a_reconnect(@TempDir Path folder) throws Exception {
        try (var mosquitto = Mosquitto.start(folder);
                var framer = new Framer(log, 4, 1, NEVER)) {
            try (var way = subscribe(mosquitto, framer)) {
                assertThat(Mosquitto.publish(mosquitto.port(), Devices.topic(7), READING.formatted(1), "-r"))
                        .contains("received PUBACK");
                awaitRecords(log, 1);
                log.completeNext();
            }
            try (var again = subscribe(mosquitto, framer)) {
                publish(mosquitto.port(), 7, 2);
                awaitRecords(log, 2);
                log.completeNext();
            }

            assertThat(log.history()).extracting(record -> seq(record.value())).containsExactly(1L, 2L);
        }
    }

    private static Subscription subscribe(Mosquitto mosquitto, Framer framer) {
        var intake = new Intake(new Room(10, 1_000_000), Quota.none(), framer, 1_000);
        return Subscription.start("127.0.0.1", mosquitto.port(), "gateway", 10, intake);
    }

    private static void publish(int port, int device, long seq) throws Exception {
        assertThat(Mosquitto.publish(port, Devices.topic(device), READING.formatted(seq)))
                .contains("received PUBACK (Mid: 1, RC:0)");
    }

    private static String publish(int port, int device, long seq, Tokens tokens) {
        var name = Devices.name(device);
        try {
            return Mosquitto.publish(
                    port, Devices.topic(device), READING.formatted(seq), "-i", name, "-u", name, "-P", tokens.of(name));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static long seq(byte[] frame) {
        try {
            return Frame.decode(frame).reading(0).seq();
        } catch (BadFrame e) {
            throw new AssertionError(e);
        }
    }
}
