package pykata.scenarios.iot;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.graalvm.polyglot.Value;
import pykata.scenarios.iot.wire.BadFrame;
import pykata.scenarios.iot.wire.Frame;
import pykata.scenarios.iot.wire.Reading;

/** Readings through records of the log, into Java's arrays, and with those through the rules in Python. */
final class JavaFrames {

    private static final int INTS = 6;
    private static final int REALS = 4;
    private static final int ROW = 6;

    private final Value process;
    private final long now;
    private final long[] ints;
    private final double[] reals;
    private final CRC32 verdicts = new CRC32();
    private final List<double[]> events = new ArrayList<>();
    private int calls;
    private int bytes;

    JavaFrames(Value process, int devices, long now) {
        this.process = process;
        this.now = now;
        ints = new long[INTS * devices];
        reals = new double[REALS * devices];
        for (var device = 0; device < devices; device++) {
            ints[device * INTS] = -1;
            ints[device * INTS + 2] = -1;
        }
    }

    static List<Reading> readings(JsonNode rows) {
        return rows.valueStream()
                .map(row -> new Reading(
                        row.get(0).asInt(),
                        row.get(1).asLong(),
                        row.get(2).asLong(),
                        row.get(3).asDouble()))
                .toList();
    }

    void foldInFramesOf(int size, List<Reading> readings) throws BadFrame {
        for (var start = 0; start < readings.size(); start += size) {
            var some = readings.subList(start, Math.min(start + size, readings.size()));
            fold(Frame.of(now, some).encode());
        }
    }

    private void fold(byte[] record) throws BadFrame {
        var frame = Frame.decode(record);
        var out = new byte[frame.size()];
        var rows = new double[2 * ROW * frame.size()];
        // A device's slot is its number here.
        var used = process.execute(
                frame.devices(),
                frame.seqs(),
                frame.timestamps(),
                frame.values(),
                now,
                ints,
                reals,
                out,
                rows,
                out.length);
        verdicts.update(out);
        events.add(Arrays.copyOf(rows, used.asInt() * ROW));
        calls++;
        bytes += record.length;
    }

    /** Of Python into which Java called, which is also the number of records in the log. */
    int calls() {
        return calls;
    }

    /** Of all records. */
    int bytes() {
        return bytes;
    }

    /** As {@code fleet.Fleet.fingerprint}: a checksum of all verdicts, then events, then states. */
    String fingerprint() {
        var rest = ByteBuffer.allocate(Long.BYTES
                        * (ints.length
                                + reals.length
                                + events.stream().mapToInt(each -> each.length).sum()))
                .order(ByteOrder.LITTLE_ENDIAN);
        events.forEach(rows -> Arrays.stream(rows).forEach(rest::putDouble));
        Arrays.stream(ints).forEach(rest::putLong);
        Arrays.stream(reals).forEach(rest::putDouble);
        verdicts.update(rest.array());
        return "%08x".formatted(verdicts.getValue());
    }
}
