package pykata.designpatterns.scalableapi;

/** There is a row with this key already. Python's adapter catches it by this type. */
public final class KeyTaken extends RuntimeException {

    KeyTaken(Throwable cause) {
        super(cause);
    }
}
