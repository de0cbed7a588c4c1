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
        var said = String.valueOf(failure.getMessage());
        return switch (failure) {
            case TestAbortedException _ -> Optional.of(said);
            case PythonUnavailable reason -> reason.isAbsent() ? Optional.of(said) : Optional.empty();
            default ->
                Optional.ofNullable(cPython.get())
                        .filter(python -> !python.lacking().isEmpty())
                        .map(python -> "%s was built without %s, which may be why: %s"
                                .formatted(
                                        python.interpreter(),
                                        String.join(", ", python.lacking()),
                                        said.lines().findFirst().orElse("")));
        };
    }
}
