package pykata.scenarios.iot.devices;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One publish of a device, as it is planned. What it says about the time is known when it is sent.
 *
 * @param index counts the publishes of the device
 * @param seq the reading's number
 * @param aheadMs how far its clock is ahead
 */
record Planned(int index, Kind kind, long seq, double value, long aheadMs) {

    /** The payload of the first attempt; later ones send the same bytes. */
    byte[] payload(long now) {
        var whole = "{\"seq\":%d,\"ts\":%d,\"value\":%s}".formatted(seq, now + aheadMs, value);
        return kind == Kind.CORRUPT ? Corruption.of(index).applied(whole, index) : utf8(whole);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    String line(int device) {
        return String.format(Locale.ROOT, "%d,%d,%s,%d", device, index, kind.word(), seq);
    }
}
