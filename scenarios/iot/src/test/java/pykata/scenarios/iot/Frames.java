package pykata.scenarios.iot;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.graalvm.polyglot.Context;
import pykata.scenarios.iot.processor.FrameRules;
import pykata.scenarios.iot.wire.Frame;
import pykata.scenarios.iot.wire.Reading;

/** Frames to be judged, one after another: those of {@code costs.py}. */
final class Frames {

    static final long NOW = 1_764_470_000_000L;

    private static final long SECOND = 1_000;
    private static final int EVERY = 50;
    private static final int INTS = 6;
    private static final int REALS = 4;
    private static final int HEADER = 20;

    private final int n;
    private final int[] slots;
    private final double[] values;
    private final byte[] record;
    private long number;

    Frames(int n) {
        this.n = n;
        slots = IntStream.range(0, n)
                .map(k -> k % EVERY == EVERY - 1 ? k - 1 : k)
                .toArray();
        values = IntStream.range(0, n).mapToDouble(k -> 20 + k % 7).toArray();
        record = Frame.of(
                        NOW,
                        IntStream.range(0, n)
                                .mapToObj(k -> new Reading(slots[k], 0, NOW, values[k]))
                                .toList())
                .encode();
    }

    /** Judges frame after frame, without anything around it, and answers how many repeated readings the last one held. */
    final class Alone {

        private final FrameRules rules;
        private final long[] ints = new long[INTS * n];
        private final double[] reals = new double[REALS * n];
        private final long[] seqs = new long[n];
        private final long[] timestamps = new long[n];
        private final byte[] verdicts = new byte[n];
        private final double[] events = new double[12 * n];

        Alone(FrameRules rules) {
            this.rules = rules;
            for (var slot = 0; slot < n; slot++) {
                ints[INTS * slot] = -1;
                ints[INTS * slot + 2] = -1;
            }
        }

        int next() {
            Arrays.fill(seqs, number);
            Arrays.fill(timestamps, NOW + number * SECOND);
            rules.process(slots, seqs, timestamps, values, NOW + number * SECOND, ints, reals, verdicts, events, n);
            number++;
            var sum = 0;
            for (var verdict : verdicts) {
                sum += verdict;
            }
            return sum;
        }
    }

    /** The rules in a context, called as the processor calls them. */
    static FrameRules python(Context context) {
        var process = context.eval("python", "import importlib; importlib.import_module")
                .execute("rules.frame")
                .getMember("process");
        return new FrameRules() {
            @Override
            public int version() {
                return 1;
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
                    int size) {
                return process.execute(slots, seqs, timestamps, values, now, ints, reals, verdicts, events, size)
                        .asInt();
            }
        };
    }

    /**
     * The next frame as a record of the log. Only what is new is written into the bytes, and the checksum: to make frames is
     * not what is measured.
     */
    byte[] nextRecord() {
        var now = NOW + number * SECOND;
        var frame = ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN);
        frame.putLong(12, now);
        for (var k = 0; k < n; k++) {
            frame.putLong(HEADER + 4 * n + 8 * k, number);
            frame.putLong(HEADER + 12 * n + 8 * k, now);
        }
        var checksum = new CRC32C();
        checksum.update(record, 0, record.length - 4);
        frame.putInt(record.length - 4, (int) checksum.getValue());
        number++;
        return record.clone();
    }
}
