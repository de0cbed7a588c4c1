package pykata.scenarios.iot.gateway;

import com.hivemq.extension.sdk.api.async.Async;
import com.hivemq.extension.sdk.api.interceptor.publish.parameter.PublishInboundOutput;
import com.hivemq.extension.sdk.api.packets.publish.AckReasonCode;

/**
 * A PUBACK that is held back until the log has answered. Whether it may still be given is a race with the broker's own time
 * limit; whoever comes second is ignored.
 */
final class Held {

    private final Async<PublishInboundOutput> async;

    Held(Async<PublishInboundOutput> async) {
        this.async = async;
    }

    Answer answer() {
        return new Answer(() -> end(AckReasonCode.SUCCESS, ""), this::refuse);
    }

    void refuse(String why) {
        end(AckReasonCode.QUOTA_EXCEEDED, why);
    }

    private void end(AckReasonCode code, String why) {
        try {
            // Delivery is prevented in any case: no subscriber of this broker waits for it.
            if (why.isEmpty()) {
                async.getOutput().preventPublishDelivery(code);
            } else {
                async.getOutput().preventPublishDelivery(code, why);
            }
        } catch (UnsupportedOperationException timedOut) {
            return; // the broker has refused it already
        }
        async.resume();
    }
}
