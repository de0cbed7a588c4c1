package pykata.scenarios.iot;

import pykata.scenarios.iot.processor.FrameRules;
import pykata.scenarios.iot.processor.Rules;

/** What {@code rules/frame.py} does, in Java: how fast it could be. */
final class JavaRules implements FrameRules, Rules {

    private static final int INTS = 6;
    private static final int REALS = 4;
    private static final int ROW = 6;
    private static final int WIDTH = 64;
    private static final long LAST_SEQ = 1L << 53;
    private static final long AHEAD = 300_000;
    private static final long WINDOW = 10_000;
    private static final double WEIGHT = 0.2;

    private static final byte ACCEPTED = 0;
    private static final byte DUPLICATE = 1;
    private static final byte LATE = 2;
    private static final byte RANGE = 4;
    private static final byte CLOCK = 5;

    @Override
    public int version() {
        return 1;
    }

    @Override
    public FrameRules mine() {
        return this;
    }

    @Override
    public FrameRules mineAgain() {
        return this;
    }

    @Override
    public int process(
            int[] slots,
            long[] seqs,
            long[] timestamps,
            double[] values,
            long now,
            long[] ints,
            double[] reals,
            byte[] verdicts,
            double[] events,
            int n) {
        var rows = 0;
        for (var k = 0; k < n; k++) {
            var slot = slots[k];
            var i = slot * INTS;
            var r = slot * REALS;
            var top = ints[i];
            var seq = seqs[k];
            var time = timestamps[k];
            var value = values[k];
            var verdict = verdict(seq, time, value, now, top, ints[i + 1]);
            verdicts[k] = verdict;
            if (verdict != ACCEPTED) {
                continue;
            }
            ints[i + 1] = bits(top, ints[i + 1], seq);
            if (seq > top) {
                ints[i] = seq;
                ints[i + 5] = time;
                var mean = top >= 0 ? reals[r + 3] + WEIGHT * (value - reals[r + 3]) : value;
                reals[r + 3] = mean;
                var start = ints[i + 2];
                if (start != -1 && (time < start - WINDOW || time >= start + WINDOW)) {
                    rows = row(events, rows, 1, slot, start, ints[i + 3], reals[r] / ints[i + 3], reals[r + 2]);
                    ints[i + 2] = -1;
                }
                var before = ints[i + 4];
                var alert = alert(before, value, mean);
                if (alert != before) {
                    rows = row(events, rows, alert > 0 ? 2 : 3, slot, time, Math.max(alert, before), value, mean);
                    ints[i + 4] = alert;
                }
            }
            add(ints, reals, i, r, time, value);
        }
        return rows;
    }

    private static byte verdict(long seq, long time, double value, long now, long top, long bits) {
        if (!(value >= -60 && value <= 150 && seq >= 0 && seq <= LAST_SEQ)) {
            return RANGE;
        }
        if (time < 0 || time > now + AHEAD) {
            return CLOCK;
        }
        var behind = top - seq;
        if (behind < 0) {
            return ACCEPTED;
        }
        if (behind >= WIDTH) {
            return LATE;
        }
        return (bits >>> behind & 1) == 1 ? DUPLICATE : ACCEPTED;
    }

    private static long bits(long top, long bits, long seq) {
        var ahead = seq - top;
        if (ahead <= 0) {
            return bits | 1L << -ahead;
        }
        return ahead >= WIDTH ? 1 : bits << ahead | 1;
    }

    private static long alert(long before, double value, double mean) {
        if (before == 1) {
            return mean >= 75 ? 1 : 0;
        }
        if (before == 2) {
            return value <= 2 ? 2 : 0;
        }
        return mean >= 80 ? 1 : value <= 0 ? 2 : 0;
    }

    private static void add(long[] ints, double[] reals, int i, int r, long time, double value) {
        var start = time - time % WINDOW;
        if (ints[i + 2] == -1) {
            ints[i + 2] = start;
            ints[i + 3] = 1;
            reals[r] = value;
            reals[r + 1] = value;
            reals[r + 2] = value;
        } else if (start == ints[i + 2]) {
            ints[i + 3]++;
            reals[r] += value;
            reals[r + 1] = Math.min(reals[r + 1], value);
            reals[r + 2] = Math.max(reals[r + 2], value);
        }
    }

    private static int row(
            double[] events, int rows, int kind, int slot, long when, long count, double value, double other) {
        var at = rows * ROW;
        events[at] = kind;
        events[at + 1] = slot;
        events[at + 2] = when;
        events[at + 3] = count;
        events[at + 4] = value;
        events[at + 5] = other;
        return rows + 1;
    }
}
