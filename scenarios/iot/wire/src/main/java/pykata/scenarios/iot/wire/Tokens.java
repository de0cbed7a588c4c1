package pykata.scenarios.iot.wire;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A password for each device, made from its name with one secret key (HMAC-SHA256, as hexadecimal digits), so that the
 * gateway needs no list of them. Whoever has the key has all passwords. It replaces no TLS: without that, whoever hears the
 * connection has the password too.
 */
public final class Tokens {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    public Tokens(String key) {
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** The password of a device. */
    public String of(String device) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(device.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(e); // each JDK has it
        }
    }

    /** Takes as long for a password that is nearly right. */
    public boolean fits(String device, byte[] password) {
        return MessageDigest.isEqual(of(device).getBytes(StandardCharsets.US_ASCII), password);
    }
}
