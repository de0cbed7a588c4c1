package pykata.scenarios.iot.processor;

import java.util.Arrays;

/**
 * What every version of the rules must say alike, whatever its limits and alerts: a reading that is repeated, too old to
 * tell, no number, or from the future is none that counts, and one that was refused may come again. A version that says
 * something else is not taken into use.
 */
final class GoldenFrame {

    private static final long NOW = 1_764_470_000_000L;
    private static final long SOON = NOW + 299_000;
    private static final long FAR = NOW + 301_000;

    /** Two devices, so that a state that the rules keep to themselves shows. */
    private static final int[] SLOTS = {0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 1, 1, 0, 1};

    private static final long[] SEQS = {10, 10, 12, 11, 12, 10, 200, 136, 137, 137, 11, 11, 12, 201, 12};
    private static final double[] VALUES = {20, 20, 20, 20, 20, 20, 20, 20, 20, 20, Double.NaN, 20, 20, 20, 20};
    private static final int FROM_THE_FUTURE = 12;
    private static final byte[] VERDICTS = {0, 1, 0, 0, 1, 0, 0, 2, 0, 1, 4, 0, 5, 0, 0};

    private GoldenFrame() {}

    /** @throws Refused with what the rules said, and what is right */
    static void check(FrameRules rules) throws Refused {
        var first = said(rules);
        if (!Arrays.equals(first, VERDICTS)) {
            throw new Refused("says %s of the golden frame, right is %s"
                    .formatted(Arrays.toString(first), Arrays.toString(VERDICTS)));
        }
        var again = said(rules);
        if (!Arrays.equals(again, VERDICTS)) {
            throw new Refused("says something else of the same frame on the same state: %s, then %s"
                    .formatted(Arrays.toString(first), Arrays.toString(again)));
        }
    }

    private static byte[] said(FrameRules rules) {
        var n = SLOTS.length;
        var timestamps = new long[n];
        Arrays.setAll(timestamps, k -> k == FROM_THE_FUTURE ? FAR : NOW + k);
        timestamps[n - 1] = SOON;
        var state = new DeviceState();
        state.clear(2);
        state.load(0, null);
        state.load(1, null);
        var verdicts = new byte[n];
        Arrays.fill(verdicts, Verdict.NONE);
        rules.process(
                SLOTS, SEQS, timestamps, VALUES, NOW, state.ints(), state.reals(), verdicts, new double[n * 12], n);
        return verdicts;
    }
}
