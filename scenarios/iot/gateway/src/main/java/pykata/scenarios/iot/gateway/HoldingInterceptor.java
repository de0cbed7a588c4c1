package pykata.scenarios.iot.gateway;

import com.hivemq.extension.sdk.api.async.TimeoutFallback;
import com.hivemq.extension.sdk.api.interceptor.publish.PublishInboundInterceptor;
import com.hivemq.extension.sdk.api.interceptor.publish.parameter.PublishInboundInput;
import com.hivemq.extension.sdk.api.interceptor.publish.parameter.PublishInboundOutput;
import com.hivemq.extension.sdk.api.packets.general.Qos;
import com.hivemq.extension.sdk.api.packets.publish.AckReasonCode;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pykata.scenarios.iot.wire.Devices;

/**
 * Holds the PUBACK of each publish until the log has it.
 *
 * <p>The broker hands over one publish of a connection after the other: while one is held, the next of the same device waits
 * in the broker. So a device has at most one reading on its way into the log, its readings stay in order, and one chatty
 * device cannot take the room of the others.
 */
final class HoldingInterceptor implements PublishInboundInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(HoldingInterceptor.class);

    private final Intake intake;
    private final Duration patience;

    /**
     * @param patience after that the broker refuses by itself; longer than the log's client tries
     */
    HoldingInterceptor(Intake intake, Duration patience) {
        this.intake = intake;
        this.patience = patience;
    }

    @Override
    public void onInboundPublish(PublishInboundInput input, PublishInboundOutput output) {
        if (input.getPublishPacket().getQos() == Qos.AT_MOST_ONCE) {
            return; // there is no PUBACK to hold; the broker asks whether it may pass, and it may not
        }
        var held = new Held(output.async(patience, TimeoutFallback.FAILURE, AckReasonCode.QUOTA_EXCEEDED));
        try {
            var packet = input.getPublishPacket();
            var payload = packet.getPayload().map(Doorkeeper::bytes).orElseGet(() -> new byte[0]);
            var publisher = Devices.ofName(input.getClientInformation().getClientId());
            intake.publish(packet.getTopic(), publisher, payload, held.answer());
        } catch (RuntimeException | Error e) {
            // Were it thrown on, the broker would acknowledge a publish that nobody has.
            held.refuse("a fault of the gateway");
            LOG.error("a publish could not be handled", e);
        }
    }
}
