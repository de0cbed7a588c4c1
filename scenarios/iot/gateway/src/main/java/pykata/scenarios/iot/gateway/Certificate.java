package pykata.scenarios.iot.gateway;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A key and a certificate that the gateway signs itself, made by the JDK's keytool when it starts. It is for this machine
 * and for a week. A gateway that others reach has one by an authority that they know.
 *
 * @param store key and certificate (PKCS 12)
 * @param password of the store; made anew each time
 * @param shown the certificate alone (PEM), for those who are to trust it
 */
record Certificate(Path store, String password, Path shown) {

    /** What a gateway's certificate is called in its folder. */
    static final String FILE = "gateway.pem";

    private static final String NAME = "gateway";
    private static final String VARIABLE = "GATEWAY_STORE";

    /** Makes one in a folder, where it takes the place of the one before. */
    static Certificate make(Path folder) throws IOException, InterruptedException {
        var bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        var certificate =
                new Certificate(folder.resolve("gateway.p12"), HexFormat.of().formatHex(bytes), folder.resolve(FILE));
        Files.createDirectories(folder);
        Files.deleteIfExists(certificate.store);
        certificate.keytool(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=IP:127.0.0.1,DNS:localhost",
                "-validity",
                "7",
                "-storetype",
                "PKCS12");
        certificate.keytool("-exportcert", "-rfc", "-file", certificate.shown.toString());
        return certificate;
    }

    /** The password stands in the environment: a command line can be read by everybody on the machine. */
    private void keytool(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-alias", NAME, "-keystore", store.toString(), "-storepass:env", VARIABLE));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put(VARIABLE, password);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool has made no certificate: " + said.strip());
        }
    }
}
