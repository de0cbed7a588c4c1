package pykata.python;

/** The implementations of Python that prove claims. Each is also the set of all its versions. */
public enum Implementation implements Interpreters {
    GRAALPY("GraalPy"),
    CPYTHON("CPython");

    private final String label;

    Implementation(String label) {
        this.label = label;
    }

    @Override
    public boolean include(Interpreter interpreter) {
        return interpreter.implementation() == this;
    }

    /** This implementation's versions older than the given one. */
    public Interpreters before(int major, int minor) {
        var bound = new Version(major, minor, 0);
        return interpreter -> include(interpreter) && interpreter.version().compareTo(bound) < 0;
    }

    /** This implementation's versions from the given one on. */
    public Interpreters since(int major, int minor) {
        var bound = new Version(major, minor, 0);
        return interpreter -> include(interpreter) && interpreter.version().compareTo(bound) >= 0;
    }

    @Override
    public String toString() {
        return label;
    }
}
