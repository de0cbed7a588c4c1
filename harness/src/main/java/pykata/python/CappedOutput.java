package pykata.python;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Keeps the last bytes written to it, however many are. */
final class CappedOutput extends OutputStream {

    private final byte[] last;
    private long written;

    CappedOutput(int bytes) {
        last = new byte[bytes];
    }

    @Override
    public synchronized void write(int b) {
        last[(int) (written++ % last.length)] = (byte) b;
    }

    synchronized void clear() {
        written = 0;
    }

    @Override
    public synchronized String toString() {
        if (written <= last.length) {
            return new String(last, 0, (int) written, StandardCharsets.UTF_8);
        }
        var oldest = (int) (written % last.length);
        var inOrder = Arrays.copyOf(Arrays.copyOfRange(last, oldest, last.length), last.length);
        System.arraycopy(last, 0, inOrder, last.length - oldest, oldest);
        return new String(inOrder, StandardCharsets.UTF_8);
    }
}
