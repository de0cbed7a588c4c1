package pykata.scenarios.iot.processor;

import org.jspecify.annotations.Nullable;
import pykata.scenarios.iot.wire.Reason;

/** What the rules write for a reading. */
final class Verdict {

    static final byte ACCEPTED = 0;
    static final byte DUPLICATE = 1;
    static final byte RAISED = 3;

    /** What stands there before the rules have written anything. */
    static final byte NONE = -1;

    private static final @Nullable Reason[] REASONS = {null, null, Reason.LATE, Reason.RULE, Reason.RANGE, Reason.CLOCK
    };

    private Verdict() {}

    static boolean isKnown(byte verdict) {
        return verdict >= 0 && verdict < REASONS.length;
    }

    /** Why a reading is dead; null if it is not. */
    static @Nullable Reason reason(byte verdict) {
        return REASONS[verdict];
    }
}
