package pykata.scenarios.iot.gateway;

import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.embedded.EmbeddedHiveMQ;
import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.interceptor.publish.PublishInboundInterceptor;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import pykata.scenarios.iot.wire.Ports;

/** An MQTT broker in this process, on the loopback interface: with TLS 1.3 if it is given a certificate. */
final class Broker implements AutoCloseable {

    /**
     * Of a device's publishes one is on its way, and up to seven wait in the broker, where neither {@link Room} nor {@link
     * Quota} counts them. So a packet may be no larger than 128 kB: a connection takes a megabyte at most, and what is just too
     * long for a reading still becomes a dead letter.
     */
    private static final String CONFIGURATION = """
            <?xml version="1.0"?>
            <hivemq>
              <listeners>
            %s
              </listeners>
              <persistence><mode>in-memory</mode></persistence>
              <mqtt>
                <quality-of-service><max-qos>1</max-qos></quality-of-service>
                <retained-messages><enabled>false</enabled></retained-messages>
                <receive-maximum><server-receive-maximum>8</server-receive-maximum></receive-maximum>
                <packets><max-packet-size>131072</max-packet-size></packets>
              </mqtt>
              <anonymous-usage-statistics><enabled>false</enabled></anonymous-usage-statistics>
            </hivemq>
            """;

    private static final String PLAIN =
            "<tcp-listener><port>%d</port><bind-address>127.0.0.1</bind-address></tcp-listener>";

    private static final String SECURE = """
            <tls-tcp-listener>
              <port>%d</port>
              <bind-address>127.0.0.1</bind-address>
              <tls>
                <keystore>
                  <path>%s</path>
                  <password>%s</password>
                  <private-key-password>%3$s</private-key-password>
                </keystore>
                <protocols><protocol>TLSv1.3</protocol></protocols>
              </tls>
            </tls-tcp-listener>
            """;

    private final EmbeddedHiveMQ hivemq;
    private final int port;

    private Broker(EmbeddedHiveMQ hivemq, int port) {
        this.hivemq = hivemq;
        this.port = port;
    }

    /**
     * @param directory for its configuration; it keeps no data, because what it has acknowledged is in the log
     */
    static Broker start(Path directory, int port, Doorkeeper doorkeeper, PublishInboundInterceptor interceptor)
            throws IOException, InterruptedException {
        return start(directory, port, null, doorkeeper, interceptor);
    }

    /**
     * @param certificate null for connections without TLS
     */
    static Broker start(
            Path directory,
            int port,
            @Nullable Certificate certificate,
            Doorkeeper doorkeeper,
            PublishInboundInterceptor interceptor)
            throws IOException, InterruptedException {
        Ports.mustBeFree(port);
        var configuration = Files.createDirectories(directory.resolve("conf"));
        var listener = certificate == null
                ? PLAIN.formatted(port)
                : SECURE.formatted(port, escaped(certificate.store().toAbsolutePath()), certificate.password());
        Files.writeString(configuration.resolve("config.xml"), CONFIGURATION.formatted(listener));
        var extension = EmbeddedExtension.builder()
                .withId("gateway")
                .withName("gateway")
                .withVersion("1")
                .withAuthor("PyKata")
                .withExtensionMain(new Extension(doorkeeper, interceptor))
                .build();
        var hivemq = EmbeddedHiveMQ.builder()
                .withConfigurationFolder(configuration)
                .withDataFolder(Files.createDirectories(directory.resolve("data")))
                .withExtensionsFolder(Files.createDirectories(directory.resolve("extensions")))
                .withEmbeddedExtension(extension)
                .withoutLoggingBootstrap()
                .build();
        try {
            hivemq.start().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not start", e.getCause());
        }
        return new Broker(hivemq, port);
    }

    private static String escaped(Path path) {
        return path.toString().replace("&", "&amp;").replace("<", "&lt;");
    }

    int port() {
        return port;
    }

    @Override
    public void close() throws ExecutionException, InterruptedException {
        hivemq.close();
    }

    private record Extension(Doorkeeper doorkeeper, PublishInboundInterceptor interceptor) implements ExtensionMain {

        @Override
        public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
            Services.securityRegistry().setAuthenticatorProvider(_ -> doorkeeper);
            Services.securityRegistry().setAuthorizerProvider(_ -> new Guard());
            Services.initializerRegistry()
                    .setClientInitializer((_, client) -> client.addPublishInboundInterceptor(interceptor));
        }

        @Override
        public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {
            // What it has registered goes with it.
        }
    }
}
