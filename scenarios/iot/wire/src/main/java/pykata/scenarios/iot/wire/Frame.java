package pykata.scenarios.iot.wire;

import static pykata.scenarios.iot.wire.BadFrame.Fault.CHECKSUM;
import static pykata.scenarios.iot.wire.BadFrame.Fault.LENGTH;
import static pykata.scenarios.iot.wire.BadFrame.Fault.MAGIC;
import static pykata.scenarios.iot.wire.BadFrame.Fault.SCHEMA;
import static pykata.scenarios.iot.wire.BadFrame.Fault.TOO_SHORT;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;

/**
 * The readings of one partition that arrived together: one record of the log. In it they stand by columns, so that a
 * reader gets arrays of primitives from the bytes, without an object for each reading.
 *
 * <p>Little-endian: {@code int32} magic, {@code int16} schema, {@code int16} 0, {@code int32} n, {@code int64} time of
 * ingestion in ms; then {@code int32} device[n], {@code int64} seq[n], {@code int64} ts[n], {@code float64} value[n];
 * then {@code int32} CRC32C of all before it.
 *
 * <p>A frame never changes: the arrays that it hands out are copies.
 */
public final class Frame {

    /** What a reading takes in a frame. */
    public static final int BYTES_PER_READING = Integer.BYTES + 2 * Long.BYTES + Double.BYTES;

    private static final int MAGIC_NUMBER = 0x31464B50; // "PKF1"
    private static final short SCHEMA_VERSION = 1;
    private static final int HEADER = 2 * Integer.BYTES + 2 * Short.BYTES + Long.BYTES;
    private static final int TRAILER = Integer.BYTES;

    private final long ingested;
    private final int[] devices;
    private final long[] seqs;
    private final long[] timestamps;
    private final double[] values;

    private Frame(long ingested, int size) {
        this.ingested = ingested;
        devices = new int[size];
        seqs = new long[size];
        timestamps = new long[size];
        values = new double[size];
    }

    public static Frame of(long ingested, List<Reading> readings) {
        var frame = new Frame(ingested, readings.size());
        for (var i = 0; i < readings.size(); i++) {
            var reading = readings.get(i);
            frame.set(i, reading.device(), reading.seq(), reading.ts(), reading.value());
        }
        return frame;
    }

    private void set(int i, int device, long seq, long ts, double value) {
        devices[i] = device;
        seqs[i] = seq;
        timestamps[i] = ts;
        values[i] = value;
    }

    /** How many bytes a frame of so many readings has. */
    public static int bytes(int readings) {
        return HEADER + readings * BYTES_PER_READING + TRAILER;
    }

    public byte[] encode() {
        var bytes = ByteBuffer.allocate(bytes(size())).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(MAGIC_NUMBER)
                .putShort(SCHEMA_VERSION)
                .putShort((short) 0)
                .putInt(size())
                .putLong(ingested);
        bytes.asIntBuffer().put(devices);
        skip(bytes, Integer.BYTES);
        bytes.asLongBuffer().put(seqs);
        skip(bytes, Long.BYTES);
        bytes.asLongBuffer().put(timestamps);
        skip(bytes, Long.BYTES);
        bytes.asDoubleBuffer().put(values);
        skip(bytes, Double.BYTES);
        return bytes.putInt(checksum(bytes.array())).array();
    }

    /**
     * @throws BadFrame if the bytes are anything but a whole frame, as it was written
     */
    public static Frame decode(byte[] encoded) throws BadFrame {
        if (encoded.length < HEADER + TRAILER) {
            throw new BadFrame(
                    TOO_SHORT, "%d bytes, a frame has at least %d".formatted(encoded.length, HEADER + TRAILER));
        }
        var bytes = ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN);
        var magic = bytes.getInt();
        if (magic != MAGIC_NUMBER) {
            throw new BadFrame(MAGIC, "begins with %08x, a frame with %08x".formatted(magic, MAGIC_NUMBER));
        }
        var schema = bytes.getShort();
        var reserved = bytes.getShort();
        if (schema != SCHEMA_VERSION || reserved != 0) {
            throw new BadFrame(SCHEMA, "schema %d.%d, known is %d.0".formatted(schema, reserved, SCHEMA_VERSION));
        }
        var size = bytes.getInt();
        // In long: a size that overflows an int must not look like a fitting one.
        if (size < 0 || HEADER + (long) size * BYTES_PER_READING + TRAILER != encoded.length) {
            throw new BadFrame(LENGTH, "%d bytes cannot hold %d readings".formatted(encoded.length, size));
        }
        var stored = bytes.getInt(encoded.length - TRAILER);
        if (stored != checksum(encoded)) {
            throw new BadFrame(CHECKSUM, "checksum %08x, written was %08x".formatted(checksum(encoded), stored));
        }
        var frame = new Frame(bytes.getLong(), size);
        bytes.asIntBuffer().get(frame.devices);
        frame.skip(bytes, Integer.BYTES);
        bytes.asLongBuffer().get(frame.seqs);
        frame.skip(bytes, Long.BYTES);
        bytes.asLongBuffer().get(frame.timestamps);
        frame.skip(bytes, Long.BYTES);
        bytes.asDoubleBuffer().get(frame.values);
        return frame;
    }

    private void skip(ByteBuffer bytes, int width) {
        bytes.position(bytes.position() + size() * width);
    }

    private static int checksum(byte[] encoded) {
        var checksum = new CRC32C();
        checksum.update(encoded, 0, encoded.length - TRAILER);
        return (int) checksum.getValue();
    }

    public int size() {
        return devices.length;
    }

    /** When its first reading came in, in ms since 1970 by the gateway's clock. */
    public long ingested() {
        return ingested;
    }

    public Reading reading(int i) {
        return new Reading(devices[i], seqs[i], timestamps[i], values[i]);
    }

    public List<Reading> readings() {
        return IntStream.range(0, size()).mapToObj(this::reading).toList();
    }

    /** A frame of some of its readings, in the same order and with the same time of ingestion. */
    public Frame only(IntPredicate isWanted) {
        var wanted = IntStream.range(0, size()).filter(isWanted).toArray();
        var frame = new Frame(ingested, wanted.length);
        for (var i = 0; i < wanted.length; i++) {
            var from = wanted[i];
            frame.set(i, devices[from], seqs[from], timestamps[from], values[from]);
        }
        return frame;
    }

    public int[] devices() {
        return devices.clone();
    }

    public long[] seqs() {
        return seqs.clone();
    }

    public long[] timestamps() {
        return timestamps.clone();
    }

    public double[] values() {
        return values.clone();
    }

    /** Bit for bit: a NaN equals itself, and 0.0 is not -0.0. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Frame that
                && ingested == that.ingested
                && Arrays.equals(devices, that.devices)
                && Arrays.equals(seqs, that.seqs)
                && Arrays.equals(timestamps, that.timestamps)
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(devices) + Arrays.hashCode(seqs);
    }

    @Override
    public String toString() {
        return "frame of %d readings, ingested at %d".formatted(size(), ingested);
    }
}
