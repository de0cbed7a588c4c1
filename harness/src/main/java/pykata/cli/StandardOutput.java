package pykata.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Locale;
import org.apache.commons.io.output.ProxyOutputStream;
import org.jspecify.annotations.Nullable;

/** Standard output that knows why something could not be written to it; Java's own only knows that. */
final class StandardOutput extends ProxyOutputStream {

    /** What a shell says of a command that is ended for writing to nobody, as in {@code ./kata list | head -1}. */
    private static final int READER_IS_GONE = 141;

    private @Nullable IOException failure;

    StandardOutput(OutputStream out) {
        super(out);
    }

    /** Puts one in the place of {@code System.out}. */
    static StandardOutput open() {
        var output = new StandardOutput(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        System.setOut(new PrintStream(output, true, System.out.charset()));
        return output;
    }

    /**
     * The exit status of a command that has said all it had to say.
     *
     * @param status if that could be written
     * @param err is told if it could not
     */
    int close(int status, PrintStream err) {
        System.out.flush();
        if (failure == null) {
            return status;
        }
        var why = String.valueOf(failure.getMessage());
        if (why.toLowerCase(Locale.ROOT).contains("pipe")) {
            return READER_IS_GONE;
        }
        err.println("kata: what it says cannot be written: " + why);
        return status == 0 ? 3 : status;
    }

    @Override
    protected void handleIOException(IOException e) throws IOException {
        failure = failure == null ? e : failure;
        throw e;
    }
}
