package pykata.scenarios.iot;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import pykata.scenarios.iot.wire.Frame;
import pykata.scenarios.iot.wire.Reading;

/**
 * Frames of a fleet that is larger than a frame. A round brings one reading of each device; one in fifty repeats the one
 * before it. Each round has another order, because readings that always come in one order would find their states side by
 * side in memory. A device's clock is up to nine seconds ahead, so that each round ends a tenth of the windows.
 */
final class SpreadFrames {

    private static final int[] STRIDES = {7_919, 104_729, 1_299_709, 611_953, 350_377, 224_737, 15_485_863, 48_611};
    private static final int EVERY = 50;
    private static final int SECOND = 1_000;
    private static final int HEADER = 20;

    private final int size;
    private final int devices;
    private final int lowest;
    private final byte[] record;
    private long number;

    SpreadFrames(int size, int devices) {
        this(size, devices, 0);
    }

    /**
     * @param devices a multiple of the size, and with no other prime factors than 2 and 5: no stride has them
     * @param lowest the number of the first device
     */
    SpreadFrames(int size, int devices, int lowest) {
        if (devices % size != 0) {
            throw new IllegalArgumentException("%d devices are not whole frames of %d".formatted(devices, size));
        }
        this.size = size;
        this.devices = devices;
        this.lowest = lowest;
        record = Frame.of(0, fill()).encode();
    }

    private List<Reading> fill() {
        return IntStream.range(0, size)
                .mapToObj(k -> new Reading(0, 0, 0, 20 + k % 7))
                .toList();
    }

    /** How many frames bring one reading of each device. */
    int round() {
        return devices / size;
    }

    /** The next frame as a record of the log: only what is new is written into the bytes, and the checksum. */
    byte[] nextRecord() {
        var round = number / round();
        var first = number % round() * size;
        var stride = (long) STRIDES[(int) (round % STRIDES.length)];
        var now = Frames.NOW + round * SECOND;
        var frame = ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN);
        frame.putLong(12, now);
        for (var k = 0; k < size; k++) {
            var index = first + (k % EVERY == EVERY - 1 ? k - 1 : k);
            var device = (int) (index * stride % devices);
            frame.putInt(HEADER + 4 * k, lowest + device);
            frame.putLong(HEADER + 4 * size + 8 * k, round);
            frame.putLong(HEADER + 12 * size + 8 * k, now + device % 10 * SECOND);
        }
        var checksum = new CRC32C();
        checksum.update(record, 0, record.length - 4);
        frame.putInt(record.length - 4, (int) checksum.getValue());
        number++;
        return record.clone();
    }
}
