package pykata.scenarios.iot.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pykata.scenarios.iot.wire.BadFrame.Fault;

class FrameTest {

    private static final Frame SMALL = Frame.of(
            1_764_470_000_123L,
            List.of(new Reading(123, 17, 1_764_470_000_000L, 21.5), new Reading(7, 0, 1_764_470_000_001L, -0.5)));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 499, 500, 501})
    void what_was_written_is_read(int size) throws BadFrame {
        var random = new Random(size);
        var frame = Frame.of(
                random.nextLong(),
                IntStream.range(0, size)
                        .mapToObj(_ -> new Reading(
                                random.nextInt(), random.nextLong(), random.nextLong(), random.nextGaussian()))
                        .toList());

        var read = Frame.decode(frame.encode());

        assertThat(read).isEqualTo(frame).hasSameHashCodeAs(frame);
        assertThat(read.readings()).isEqualTo(frame.readings()).hasSize(size);
        assertThat(frame.encode()).hasSize(Frame.bytes(size)).hasSize(24 + 28 * size);
    }

    @Test
    void values_are_kept_bit_by_bit() throws BadFrame {
        var values = new double[] {Double.NaN, -0.0, Double.MIN_VALUE, Double.NEGATIVE_INFINITY};
        var frame = Frame.of(
                0,
                IntStream.range(0, values.length)
                        .mapToObj(i -> new Reading(i, i, i, values[i]))
                        .toList());

        assertThat(Frame.decode(frame.encode()).values()).containsExactly(values);
    }

    /** Written down by hand: another program reads these bytes as well. */
    @Test
    void the_bytes_are_those_of_the_contract() {
        assertThat(HexFormat.of().formatHex(SMALL.encode(), 0, 76))
                .isEqualTo("504b4631" + "0100" + "0000" + "02000000" + "fb899bd29a010000"
                        + "7b000000" + "07000000"
                        + "1100000000000000" + "0000000000000000"
                        + "80899bd29a010000" + "81899bd29a010000"
                        + "0000000000803540" + "000000000000e0bf");
        assertThat(ByteBuffer.wrap(SMALL.encode())
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getInt(76))
                .isEqualTo(crc(SMALL.encode()));
    }

    @Test
    void each_changed_bit_is_refused() {
        var whole = SMALL.encode();
        for (var i = 0; i < 8 * whole.length; i++) {
            var changed = whole.clone();
            changed[i / 8] ^= (byte) (1 << i % 8);

            assertThat(catchThrowableOfType(BadFrame.class, () -> Frame.decode(changed)))
                    .as("bit %d of byte %d", i % 8, i / 8)
                    .isNotNull();
        }
    }

    @Test
    void each_missing_byte_is_refused_and_one_too_many() {
        var whole = SMALL.encode();
        for (var length = 0; length <= whole.length + 1; length++) {
            if (length != whole.length) {
                var cut = Arrays.copyOf(whole, length);

                assertThat(fault(cut)).as("%d bytes", length).isIn(Fault.TOO_SHORT, Fault.LENGTH);
            }
        }
    }

    /** The checksum of all of these is right: somebody wrote them so. */
    @Test
    void the_fault_is_named() {
        assertThat(fault(sealed(0, 0x32464B50))).isEqualTo(Fault.MAGIC);
        assertThat(fault(sealed(4, 2))).isEqualTo(Fault.SCHEMA);
        assertThat(fault(sealed(4, 0x00010001))).isEqualTo(Fault.SCHEMA);
        assertThat(fault(sealed(8, 3))).isEqualTo(Fault.LENGTH);
        assertThat(fault(sealed(8, -1))).isEqualTo(Fault.LENGTH);
        assertThat(fault(sealed(8, 2 + (1 << 30))))
                .as("28 times this is 56 in an int")
                .isEqualTo(Fault.LENGTH);
        assertThat(fault(new byte[23])).isEqualTo(Fault.TOO_SHORT);
        var changed = SMALL.encode();
        changed[50]++;
        assertThat(fault(changed)).isEqualTo(Fault.CHECKSUM);
    }

    @Test
    void a_frame_of_some_keeps_their_order() {
        var frame = Frame.of(
                5, IntStream.range(0, 6).mapToObj(i -> new Reading(i, i, i, i)).toList());

        var odd = frame.only(i -> i % 2 == 1);

        assertThat(odd.readings()).extracting(Reading::device).containsExactly(1, 3, 5);
        assertThat(odd.ingested()).isEqualTo(5);
    }

    @Test
    void nobody_can_change_a_frame() {
        SMALL.devices()[0] = 9;
        SMALL.seqs()[0] = 9;
        SMALL.timestamps()[0] = 9;
        SMALL.values()[0] = 9;

        assertThat(SMALL.reading(0)).isEqualTo(new Reading(123, 17, 1_764_470_000_000L, 21.5));
    }

    /** A frame with another number in it, and the checksum that belongs to it. */
    private static byte[] sealed(int at, int number) {
        var bytes = ByteBuffer.wrap(SMALL.encode()).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(at, number);
        return bytes.putInt(76, crc(bytes.array())).array();
    }

    private static int crc(byte[] frame) {
        var crc = new CRC32C();
        crc.update(frame, 0, frame.length - 4);
        return (int) crc.getValue();
    }

    private static Fault fault(byte[] bytes) {
        return catchThrowableOfType(BadFrame.class, () -> Frame.decode(bytes)).fault();
    }
}
