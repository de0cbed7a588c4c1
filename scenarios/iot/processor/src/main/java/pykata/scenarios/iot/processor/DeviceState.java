package pykata.scenarios.iot.processor;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The state of the devices in one frame, as the rules see it: six whole numbers and four real ones for each, one device
 * after another. In the store a device is those ten numbers in 80 bytes, little-endian.
 */
final class DeviceState {

    static final int INTS = 6;
    static final int REALS = 4;
    static final int BYTES = Long.BYTES * INTS + Double.BYTES * REALS;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle DOUBLE =
            MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);

    /** A device that nobody has heard of: no reading seen, no window open. */
    private static final long[] NEW = {-1, 0, -1, 0, 0, 0};

    private long[] ints = new long[0];
    private double[] reals = new double[0];

    /** Makes room for so many devices; what was there is lost. */
    void clear(int devices) {
        if (ints.length < devices * INTS) {
            ints = new long[devices * INTS];
            reals = new double[devices * REALS];
        }
    }

    long[] ints() {
        return ints;
    }

    double[] reals() {
        return reals;
    }

    /** @param stored what {@link #stored} gave, or null for a device that is new */
    void load(int slot, byte @Nullable [] stored) {
        var i = slot * INTS;
        var r = slot * REALS;
        if (stored == null) {
            System.arraycopy(NEW, 0, ints, i, INTS);
            Arrays.fill(reals, r, r + REALS, 0);
            return;
        }
        if (stored.length != BYTES) {
            throw new IllegalStateException("a device's state has %d bytes, not %d".formatted(BYTES, stored.length));
        }
        for (var k = 0; k < INTS; k++) {
            ints[i + k] = (long) LONG.get(stored, k * Long.BYTES);
        }
        for (var k = 0; k < REALS; k++) {
            reals[r + k] = (double) DOUBLE.get(stored, INTS * Long.BYTES + k * Double.BYTES);
        }
    }

    /** Bytes of their own: the store keeps them. */
    byte[] stored(int slot) {
        var stored = new byte[BYTES];
        for (var k = 0; k < INTS; k++) {
            LONG.set(stored, k * Long.BYTES, ints[slot * INTS + k]);
        }
        for (var k = 0; k < REALS; k++) {
            DOUBLE.set(stored, INTS * Long.BYTES + k * Double.BYTES, reals[slot * REALS + k]);
        }
        return stored;
    }
}
