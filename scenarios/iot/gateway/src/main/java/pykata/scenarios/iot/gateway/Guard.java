package pykata.scenarios.iot.gateway;

import com.hivemq.extension.sdk.api.auth.PublishAuthorizer;
import com.hivemq.extension.sdk.api.auth.parameter.PublishAuthorizerInput;
import com.hivemq.extension.sdk.api.auth.parameter.PublishAuthorizerOutput;
import com.hivemq.extension.sdk.api.packets.disconnect.DisconnectReasonCode;
import com.hivemq.extension.sdk.api.packets.general.Qos;

/**
 * Is asked about each publish that the interceptor has not answered. One that wants no answer (QoS 0) could be lost, and its
 * device would never know: so the connection ends, with the reason. Any other is left to the permissions of the {@link
 * Doorkeeper}, which has given none.
 */
final class Guard implements PublishAuthorizer {

    @Override
    public void authorizePublish(PublishAuthorizerInput input, PublishAuthorizerOutput output) {
        if (input.getPublishPacket().getQos() == Qos.AT_MOST_ONCE) {
            output.disconnectClient(DisconnectReasonCode.QOS_NOT_SUPPORTED, "readings are published with QoS 1");
        } else {
            output.nextExtensionOrDefault();
        }
    }
}
