package pykata.scenarios.iot.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pykata.scenarios.iot.gateway.Clients.code;
import static pykata.scenarios.iot.gateway.Clients.connecting;
import static pykata.scenarios.iot.gateway.Clients.disconnect;
import static pykata.scenarios.iot.gateway.Clients.reading;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import pykata.scenarios.iot.wire.Devices;
import pykata.scenarios.iot.wire.Ports;
import pykata.scenarios.iot.wire.Tokens;

/** The real broker with a certificate of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsTest {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final Tokens TOKENS = new Tokens("secret");
    private static final String READING = "{\"seq\":1,\"ts\":1764470000000,\"value\":1}";

    private final MockProducer<byte[], byte[]> log =
            new MockProducer<>(true, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());
    private Framer framer;
    private Certificate certificate;
    private Certificate another;
    private Broker broker;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        framer = new Framer(log, 1, 1, Duration.ofHours(1));
        certificate = Certificate.make(directory.resolve("gateway & <others>"));
        another = Certificate.make(directory.resolve("another"));
        broker = Broker.start(
                directory,
                Ports.free(),
                certificate,
                new Doorkeeper(TOKENS),
                new HoldingInterceptor(
                        new Intake(new Room(10, 1_000_000), Quota.none(), framer, 1_000), Duration.ofMinutes(1)));
    }

    @AfterAll
    void stop() throws Exception {
        broker.close();
        framer.close();
    }

    @Test
    void a_device_that_knows_the_certificate_publishes() throws Exception {
        var before = log.history().size();
        var client = client(1, HERE, trusting(certificate));
        connect(client, 1);

        assertThat(code(Clients.publish(client, 1, reading(1)))).isEqualTo(Mqtt5PubAckReasonCode.SUCCESS);

        assertThat(log.history()).hasSize(before + 1);
        disconnect(client);
    }

    @Test
    void a_device_tells_its_password_to_nobody_else() throws Exception {
        assertThatThrownBy(() -> connect(client(2, HERE, trusting(another)), 2))
                .hasMessageContaining("PKIX path validation failed");
        // The certificate is right, and the name is another's, wherever that leads.
        var elsewhere = InetAddress.getByAddress("elsewhere.example", HERE.getAddress());
        assertThatThrownBy(() -> connect(client(2, elsewhere, trusting(certificate)), 2))
                .hasMessageContaining("elsewhere.example");
        assertThatThrownBy(() -> connect(client(2, HERE, trusting(certificate), "TLSv1.2"), 2))
                .hasRootCauseInstanceOf(SSLException.class);
    }

    @Test
    void nobody_connects_without_tls() throws Exception {
        assertThatThrownBy(() -> connect(client(3, HERE, null), 3)).isInstanceOf(ExecutionException.class);

        var control = client(3, HERE, trusting(certificate));
        connect(control, 3);
        disconnect(control);
    }

    @Test
    @EnabledIf(
            value = "pykata.scenarios.iot.gateway.Mosquitto#isInstalled",
            disabledReason = "mosquitto and mosquitto-clients are not installed")
    void another_client_finds_the_certificate_good() throws Exception {
        var name = Devices.name(4);
        var account = List.of("-i", name, "-u", name, "-P", TOKENS.of(name));

        assertThat(publish(account, certificate)).contains("received PUBACK (Mid: 1, RC:0)");
        assertThat(publish(account, another)).doesNotContain("PUBACK").contains("certificate verify failed");
    }

    private String publish(List<String> account, Certificate trusted) throws Exception {
        var more = new java.util.ArrayList<>(account);
        more.addAll(List.of("--cafile", trusted.shown().toString()));
        return Mosquitto.publish(broker.port(), Devices.topic(4), READING, more.toArray(String[]::new));
    }

    @Test
    void the_key_is_readable_with_the_password_alone() throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        try (var bytes = Files.newInputStream(certificate.store())) {
            assertThatThrownBy(() -> store.load(bytes, another.password().toCharArray()))
                    .hasMessageContaining("password was incorrect");
        }
    }

    private Mqtt5AsyncClient client(int device, InetAddress host, @Nullable MqttClientSslConfig tls) {
        return Clients.client(broker.port(), Devices.name(device))
                .serverAddress(new InetSocketAddress(host, broker.port()))
                .sslConfig(tls)
                .buildAsync();
    }

    private Mqtt5AsyncClient client(int device, InetAddress host, MqttClientSslConfig tls, String protocol) {
        return client(device, host, tls.extend().protocols(List.of(protocol)).build());
    }

    private static void connect(Mqtt5AsyncClient client, int device) throws Exception {
        var name = Devices.name(device);
        connecting(client, name, TOKENS.of(name)).get(60, TimeUnit.SECONDS);
    }

    private static MqttClientSslConfig trusting(Certificate trusted) throws Exception {
        var known = KeyStore.getInstance(KeyStore.getDefaultType());
        known.load(null, null);
        try (var bytes = Files.newInputStream(trusted.shown())) {
            known.setCertificateEntry(
                    "gateway", CertificateFactory.getInstance("X.509").generateCertificate(bytes));
        }
        var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(known);
        return MqttClientSslConfig.builder()
                .trustManagerFactory(managers)
                .protocols(List.of("TLSv1.3"))
                .build();
    }
}
