package pykata.scenarios.iot.processor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.graalvm.polyglot.PolyglotException;
import org.jspecify.annotations.Nullable;
import pykata.scenarios.iot.wire.Event;
import pykata.scenarios.iot.wire.Frame;

/**
 * Asks the rules about a frame, and keeps what they say until the next one. They are asked once. If that fails, whatever
 * the reason, they are asked again from the state before it, about one reading at a time, and those at which they fail are
 * the readings that it costs.
 */
final class Judgement {

    private static final int ROW = 6;
    private static final int ROWS_PER_READING = 2; // a window that closes, and an alert that opens or closes

    private static final int WINDOW_CLOSED = 1;
    private static final int ALERT_OPENED = 2;
    private static final int ALERT_CLOSED = 3;

    /**
     * How many readings of a frame may cost seconds, because rules do not end or break their context. The others are not
     * tried any more: the transaction has a time limit too.
     */
    private static final int MOST_LOST = 3;

    private final Slots slots = new Slots();
    private final DeviceState state = new DeviceState();
    private byte[] verdicts = new byte[0];
    private double[] events = new double[0];
    private int rows;
    private int version;

    /**
     * @param stored the state of a device, or null
     */
    void judge(Frame frame, Rules rules, IntFunction<byte @Nullable []> stored) {
        var n = frame.size();
        var mine = rules.mine();
        version = mine.version();
        slots.assign(frame.devices());
        prepare(n);
        load(stored);
        var seqs = frame.seqs();
        var timestamps = frame.timestamps();
        var values = frame.values();
        try {
            rows = mine.process(
                    slots.ofReadings(),
                    seqs,
                    timestamps,
                    values,
                    frame.ingested(),
                    state.ints(),
                    state.reals(),
                    verdicts,
                    events,
                    n);
            if (isSound(verdicts, events, rows, n)) {
                return;
            }
        } catch (PolyglotException e) {
            // Which reading it was, the next lines find out.
        }
        load(stored);
        judgeEach(frame.ingested(), seqs, timestamps, values, rules);
    }

    private void prepare(int n) {
        if (verdicts.length < n) {
            verdicts = new byte[n];
            events = new double[n * ROWS_PER_READING * ROW];
        }
        Arrays.fill(verdicts, Verdict.NONE);
        state.clear(slots.count());
    }

    private void load(IntFunction<byte @Nullable []> stored) {
        for (var slot = 0; slot < slots.count(); slot++) {
            state.load(slot, stored.apply(slots.device(slot)));
        }
    }

    /** Rules may write anything. What makes no sense is taken for a failure. */
    private boolean isSound(byte[] written, double[] noticed, int count, int n) {
        if (count < 0 || count > n * ROWS_PER_READING) {
            return false;
        }
        for (var k = 0; k < n; k++) {
            if (!Verdict.isKnown(written[k])) {
                return false;
            }
        }
        for (var row = 0; row < count; row++) {
            var kind = noticed[row * ROW];
            var slot = noticed[row * ROW + 1];
            if (!(kind >= WINDOW_CLOSED && kind <= ALERT_CLOSED && slot >= 0 && slot < slots.count())) {
                return false;
            }
        }
        return true;
    }

    private void judgeEach(long now, long[] seqs, long[] timestamps, double[] values, Rules rules) {
        var slot = new int[1];
        var verdict = new byte[1];
        var noticed = new double[ROWS_PER_READING * ROW];
        var lost = 0;
        rows = 0;
        for (var k = 0; k < seqs.length; k++) {
            slot[0] = slots.ofReadings()[k];
            verdict[0] = Verdict.NONE;
            var before = state.stored(slot[0]);
            var count = -1;
            if (lost < MOST_LOST) {
                var mine = rules.mineAgain();
                try {
                    count = mine.process(
                            slot,
                            new long[] {seqs[k]},
                            new long[] {timestamps[k]},
                            new double[] {values[k]},
                            now,
                            state.ints(),
                            state.reals(),
                            verdict,
                            noticed,
                            1);
                } catch (PolyglotException e) {
                    lost += e.isInterrupted() || mine.isBroken() ? 1 : 0;
                }
            }
            if (isSound(verdict, noticed, count, 1)) {
                verdicts[k] = verdict[0];
                System.arraycopy(noticed, 0, events, rows * ROW, count * ROW);
                rows += count;
            } else {
                verdicts[k] = Verdict.RAISED;
                state.load(slot[0], before);
            }
        }
    }

    /** The version of the rules that judged: one for the whole frame. */
    int version() {
        return version;
    }

    byte verdict(int reading) {
        return verdicts[reading];
    }

    int devices() {
        return slots.count();
    }

    int device(int slot) {
        return slots.device(slot);
    }

    int slot(int reading) {
        return slots.ofReadings()[reading];
    }

    byte[] stored(int slot) {
        return state.stored(slot);
    }

    List<Event> events() {
        var all = new ArrayList<Event>(rows);
        for (var row = 0; row < rows; row++) {
            all.add(event(row * ROW));
        }
        return all;
    }

    private Event event(int at) {
        var device = slots.device((int) events[at + 1]);
        var when = (long) events[at + 2];
        var count = (int) events[at + 3];
        return switch ((int) events[at]) {
            case WINDOW_CLOSED -> new Event.Window(device, version, when, count, events[at + 4], events[at + 5]);
            case ALERT_OPENED -> new Event.Opened(device, version, when, count, events[at + 4], events[at + 5]);
            case ALERT_CLOSED -> new Event.Closed(device, version, when, count, events[at + 4], events[at + 5]);
            default -> throw new IllegalStateException("no event has the kind " + events[at]);
        };
    }
}
