package pykata.claim;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import pykata.python.CPython;
import pykata.python.GraalPy;
import pykata.python.Implementation;
import pykata.python.Interpreter;
import pykata.python.Platform;
import pykata.python.PythonUnavailable;
import pykata.python.Version;

/** An interpreter that claims are proved on, or would be if it could be had. */
record ClaimRuntime(Implementation implementation) {

    static final ClaimRuntime CPYTHON = new ClaimRuntime(Implementation.CPYTHON);

    static List<ClaimRuntime> applicableTo(Method claim) {
        return Arrays.stream(Implementation.values())
                .map(ClaimRuntime::new)
                .filter(runtime ->
                        Arrays.stream(claim.getAnnotationsByType(NotOn.class)).noneMatch(runtime::isExcludedBy))
                .toList();
    }

    private boolean isExcludedBy(NotOn not) {
        return not.value() == implementation
                && (not.os().isEmpty() || not.os().equals(Platform.current().os()))
                && (not.before().isEmpty() || isBefore(Version.parse(not.before())));
    }

    private boolean isBefore(Version version) {
        return found().filter(here -> here.version().compareTo(version) < 0).isPresent();
    }

    boolean isGraalPy() {
        return implementation == Implementation.GRAALPY;
    }

    /** Whether this is one of the pinned interpreters, whose observations the pages show. */
    boolean isReference() {
        return isGraalPy() || (found().isPresent() && CPython.reference().isPinned());
    }

    /** @throws PythonUnavailable if it cannot be had */
    Interpreter interpreter() {
        return isGraalPy() ? GraalPy.version() : CPython.reference().interpreter();
    }

    private Optional<Interpreter> found() {
        try {
            return Optional.of(interpreter());
        } catch (PythonUnavailable reason) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return found().map(Interpreter::toString).orElse(implementation.toString());
    }
}
