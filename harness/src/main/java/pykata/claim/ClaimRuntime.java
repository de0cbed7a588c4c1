package pykata.claim;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pykata.python.CPython;
import pykata.python.GraalPy;
import pykata.python.Implementation;
import pykata.python.Interpreter;
import pykata.python.Limits;
import pykata.python.Platform;
import pykata.python.Python;
import pykata.python.PythonUnavailable;
import pykata.python.Sources;
import pykata.python.Version;

/**
 * An interpreter that claims are proved on, or would be if it could be had.
 *
 * @param cpython what to start; null for GraalPy, and for a CPython that cannot be had
 * @param missing why it cannot be had; null if it can
 */
record ClaimRuntime(
        Implementation implementation,
        @Nullable CPython cpython,
        @Nullable PythonUnavailable missing) {

    static List<ClaimRuntime> applicableTo(Method claim) {
        return Stream.of(new ClaimRuntime(Implementation.GRAALPY, null, null), reference())
                .filter(runtime ->
                        Arrays.stream(claim.getAnnotationsByType(NotOn.class)).noneMatch(runtime::isExcludedBy))
                .toList();
    }

    static ClaimRuntime reference() {
        try {
            return new ClaimRuntime(Implementation.CPYTHON, CPython.reference(), null);
        } catch (PythonUnavailable reason) {
            return new ClaimRuntime(Implementation.CPYTHON, null, reason);
        }
    }

    private boolean isExcludedBy(NotOn not) {
        return not.value() == implementation
                && (not.os().isEmpty() || not.os().equals(Platform.current().os()))
                && (not.before().isEmpty()
                        || (missing == null && interpreter().version().compareTo(Version.parse(not.before())) < 0));
    }

    boolean isGraalPy() {
        return implementation == Implementation.GRAALPY;
    }

    /** Whether this is one of the pinned interpreters, whose observations the pages show. */
    boolean isReference() {
        return isGraalPy() || (cpython != null && cpython.isPinned());
    }

    /** @throws PythonUnavailable if it cannot be had */
    Interpreter interpreter() {
        if (missing != null) {
            throw missing;
        }
        return cpython == null ? GraalPy.version() : cpython.interpreter();
    }

    /**
     * A fresh CPython.
     *
     * @throws PythonUnavailable if it cannot be had
     */
    Python start(Sources sources, Limits limits) {
        if (missing != null) {
            throw missing;
        }
        return Objects.requireNonNull(cpython, "only CPython is started anew for each attempt")
                .start(sources, limits);
    }

    @Override
    public String toString() {
        return missing == null ? interpreter().toString() : implementation.toString();
    }
}
