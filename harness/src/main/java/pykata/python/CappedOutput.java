package pykata.python;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

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
        var kept = new byte[(int) Math.min(written, last.length)];
        for (var i = 0; i < kept.length; i++) {
            kept[i] = last[(int) ((written - kept.length + i) % last.length)];
        }
        return new String(kept, StandardCharsets.UTF_8);
    }
}
