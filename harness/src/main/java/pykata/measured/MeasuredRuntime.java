package pykata.measured;

import java.util.List;
import pykata.python.GraalPy;

/** What a measurement runs on. */
public enum MeasuredRuntime {
    GRAALPY_JIT("GraalPy, JIT"),
    GRAALPY_INTERPRETER("GraalPy, interpreter"),
    CPYTHON("CPython"),
    JAVA("Java");

    private final String title;

    MeasuredRuntime(String title) {
        this.title = title;
    }

    /** As a table's column names it. */
    public String title() {
        return title;
    }

    public boolean isGraalPy() {
        return this == GRAALPY_JIT || this == GRAALPY_INTERPRETER;
    }

    /** What the JVM of a measurement needs for this, and for nothing else. */
    public List<String> jvmArguments(String compiler) {
        return this == GRAALPY_JIT
                ? List.of("-XX:+UnlockExperimentalVMOptions", "-XX:+EnableJVMCI", "--upgrade-module-path=" + compiler)
                : List.of();
    }

    /** @throws IllegalStateException if this JVM's GraalPy compiles and should not, or the other way about */
    public void check() {
        if (isGraalPy() && GraalPy.isCompiling() != (this == GRAALPY_JIT)) {
            throw new IllegalStateException("the row \"%s\" was started in a JVM whose GraalPy is %s"
                    .formatted(title, GraalPy.isCompiling() ? "compiling" : "only interpreting"));
        }
    }
}
