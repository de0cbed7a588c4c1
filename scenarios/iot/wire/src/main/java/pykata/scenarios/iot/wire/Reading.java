package pykata.scenarios.iot.wire;

/**
 * What one device has measured at one time.
 *
 * @param device the device's number
 * @param seq counts the readings of this device
 * @param ts when it was measured by the device's clock, in ms since 1970
 */
public record Reading(int device, long seq, long ts, double value) {}
