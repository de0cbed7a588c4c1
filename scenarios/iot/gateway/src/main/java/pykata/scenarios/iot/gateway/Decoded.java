package pykata.scenarios.iot.gateway;

import pykata.scenarios.iot.wire.Reason;

/** What a payload turned out to be. */
sealed interface Decoded {

    /** What a device says, without its number, which stands in the topic. */
    record Measured(long seq, long ts, double value) implements Decoded {}

    /** No reading, and why. */
    record Undecodable(Reason reason, String detail) implements Decoded {}
}
