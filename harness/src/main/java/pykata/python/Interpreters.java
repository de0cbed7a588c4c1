package pykata.python;

/** A set of interpreters for which an expectation holds: an implementation, or a range of its versions. */
@FunctionalInterface
public interface Interpreters {

    boolean include(Interpreter interpreter);
}
