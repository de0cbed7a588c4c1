package pykata.python;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Passes on so many bytes; who writes more gets an error, as at a system's limit on the size of a file. */
final class LimitedOutput extends FilterOutputStream {

    private long left;

    LimitedOutput(OutputStream out, long bytes) {
        super(out);
        this.left = bytes;
    }

    @Override
    public synchronized void write(int b) throws IOException {
        take(1);
        out.write(b);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
        take(length);
        out.write(bytes, offset, length);
    }

    private void take(int bytes) throws IOException {
        if (bytes > left) {
            throw new IOException("File too large");
        }
        left -= bytes;
    }
}
