package pykata.scenarios.iot.devices;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;

/** TLS 1.3 to a gateway that shows one certificate and no other, for the address that is connected to. */
final class Trust {

    private Trust() {}

    /**
     * @param pem the certificate
     * @throws IllegalArgumentException if there is none in the file
     */
    static MqttClientSslConfig in(Path pem) throws IOException {
        try (var bytes = Files.newInputStream(pem)) {
            var known = KeyStore.getInstance(KeyStore.getDefaultType());
            known.load(null, null);
            known.setCertificateEntry(
                    "gateway", CertificateFactory.getInstance("X.509").generateCertificate(bytes));
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(known);
            return MqttClientSslConfig.builder()
                    .trustManagerFactory(managers)
                    .protocols(List.of("TLSv1.3"))
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no certificate in %s: %s".formatted(pem, e.getMessage()), e);
        }
    }
}
