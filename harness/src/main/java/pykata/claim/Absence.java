package pykata.claim;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;
import pykata.python.CPython;
import pykata.python.PythonUnavailable;

/** What is not to be had here, and is nobody's fault; what is here and does not work is. */
final class Absence {

    private Absence() {}

    /**
     * What was absent when something failed: a Python, its packages, or a part of the standard library that a CPython was
     * built without. Of the last it may fail in any way, in a tool's words too; so there no failure says anything.
     *
     * @param cPython where it failed; null if not on CPython
     */
    static Optional<String> behind(Throwable failure, Supplier<@Nullable CPython> cPython) {
        if (failure instanceof TestAbortedException) {
            return Optional.of(String.valueOf(failure.getMessage()));
        }
        if (failure instanceof PythonUnavailable unavailable) {
            return unavailable.isAbsent() ? Optional.of(unavailable.getMessage()) : Optional.empty();
        }
        return Optional.ofNullable(cPython.get())
                .filter(python -> !python.lacking().isEmpty())
                .map(python -> "%s was built without %s, which may be why: %s"
                        .formatted(
                                python.interpreter(),
                                String.join(", ", python.lacking()),
                                String.valueOf(failure.getMessage())
                                        .lines()
                                        .findFirst()
                                        .orElse("")));
    }
}
