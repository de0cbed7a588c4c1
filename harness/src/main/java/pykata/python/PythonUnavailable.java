package pykata.python;

/** An interpreter cannot be had here; the message says why and what to do about it. */
public final class PythonUnavailable extends RuntimeException {

    private final boolean absent;

    private PythonUnavailable(String message, boolean absent) {
        super(message);
        this.absent = absent;
    }

    PythonUnavailable(String message) {
        this(message, false);
    }

    PythonUnavailable(String message, Throwable cause) {
        super(message, cause);
        this.absent = false;
    }

    /** There is none for this platform, and nobody named one. */
    static PythonUnavailable absent(String message) {
        return new PythonUnavailable(message, true);
    }

    /** Whether there is nothing to be had, as opposed to something that was to be had and failed. */
    public boolean isAbsent() {
        return absent;
    }
}
