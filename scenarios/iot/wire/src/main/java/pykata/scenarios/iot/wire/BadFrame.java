package pykata.scenarios.iot.wire;

/** Bytes that are not a frame. A checked exception: whoever reads the log must say where such a record goes. */
public final class BadFrame extends Exception {

    private static final long serialVersionUID = 1L;

    /** What is wrong with the bytes, in the order in which it is looked for. */
    public enum Fault {
        TOO_SHORT,
        MAGIC,
        SCHEMA,
        LENGTH,
        CHECKSUM
    }

    private final Fault fault;

    BadFrame(Fault fault, String message) {
        super(message);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
