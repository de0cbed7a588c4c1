package pykata.scenarios.iot.gateway;

import com.hivemq.extension.sdk.api.auth.SimpleAuthenticator;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthInput;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthOutput;
import com.hivemq.extension.sdk.api.packets.auth.DefaultAuthorizationBehaviour;
import com.hivemq.extension.sdk.api.packets.connect.ConnackReasonCode;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pykata.scenarios.iot.wire.Devices;
import pykata.scenarios.iot.wire.Tokens;

/**
 * Lets devices in, under their own names: the client identifier and the user name are the device's name, and the password
 * fits it. So nobody takes over another device's session.
 */
final class Doorkeeper implements SimpleAuthenticator {

    private final @Nullable Tokens tokens;

    /**
     * @param tokens null where everybody is believed
     */
    Doorkeeper(@Nullable Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public void onConnect(SimpleAuthInput input, SimpleAuthOutput output) {
        var connect = input.getConnectPacket();
        var name = connect.getClientId();
        if (Devices.ofName(name).isEmpty()) {
            output.failAuthentication(ConnackReasonCode.CLIENT_IDENTIFIER_NOT_VALID, "not a device's name");
        } else if (!isKnown(name, connect.getUserName(), connect.getPassword())) {
            output.failAuthentication(ConnackReasonCode.BAD_USER_NAME_OR_PASSWORD);
        } else {
            // Whatever gets past the interceptor, as when the broker stops, is refused: only the interceptor may say
            // that a publish is safe. Nor does a device read what others publish.
            output.getDefaultPermissions().clear();
            output.getDefaultPermissions().setDefaultBehaviour(DefaultAuthorizationBehaviour.DENY);
            output.authenticateSuccessfully();
        }
    }

    private boolean isKnown(String name, Optional<String> user, Optional<ByteBuffer> password) {
        if (tokens == null) {
            return true;
        }
        return user.filter(name::equals).isPresent()
                && password.filter(given -> tokens.fits(name, bytes(given))).isPresent();
    }

    static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
