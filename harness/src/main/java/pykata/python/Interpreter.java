package pykata.python;

/**
 * One interpreter that proves claims.
 *
 * @param version the implementation's own version: 25.0.3 for GraalPy, not the 3.12 it implements
 */
public record Interpreter(Implementation implementation, Version version) {

    @Override
    public String toString() {
        return implementation + " " + version;
    }
}
