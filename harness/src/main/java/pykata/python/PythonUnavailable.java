package pykata.python;

/** An interpreter cannot be had here; the message says why and what to do about it. */
public final class PythonUnavailable extends RuntimeException {

    PythonUnavailable(String message) {
        super(message);
    }

    PythonUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
