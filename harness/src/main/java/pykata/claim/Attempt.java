package pykata.claim;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.opentest4j.TestAbortedException;
import pykata.python.CPython;
import pykata.python.Python;
import pykata.python.PythonUnavailable;

/**
 * One call of a claim's test: on one interpreter, with the code as it is or with a broken twin laid over it. JUnit shows it
 * under its title, and the test gets this attempt's {@link Python} and {@link Observed}.
 */
abstract class Attempt
        implements TestTemplateInvocationContext,
                BeforeEachCallback,
                ParameterResolver,
                InvocationInterceptor,
                AfterEachCallback {

    final ClaimProgress claim;
    final ClaimRuntime runtime;
    final @Nullable Path twin;
    private final String title;
    private final Prover prover;
    private long started;
    private @Nullable Python python;
    private @Nullable Observed observed;

    Attempt(String title, Prover prover, ClaimProgress claim, ClaimRuntime runtime, @Nullable Path twin) {
        this.title = title;
        this.prover = prover;
        this.claim = claim;
        this.runtime = runtime;
        this.twin = twin;
    }

    /**
     * An interpreter that has the sources of this attempt.
     *
     * @throws PythonUnavailable if there is none
     */
    Python start() {
        return prover.start(claim, runtime, twin);
    }

    /** What the test's end must be checked for, as if the test had asserted it. */
    void check(Observed seen) {}

    /**
     * The test ended without a failure.
     *
     * @throws ClaimNotMet if it should have failed
     */
    void held(Map<String, String> rows) {}

    /**
     * The test failed, by assertion or otherwise. What cannot be tried here is visible as skipped, or red where the build
     * forbids that.
     *
     * @throws ClaimNotMet if it should not have failed, or not so
     */
    void failed(Throwable failure) {
        var absence = Absence.behind(failure, () -> runtime.isGraalPy() ? null : CPython.reference());
        if (absence.isEmpty()) {
            throw (ClaimNotMet) refutation(failure).initCause(failure);
        }
        skipped(absence.get());
        if (BuildOptions.isStrict()) {
            throw refuted("%s%s", BuildOptions.FORBIDDEN, absence.get());
        }
        throw new TestAbortedException(absence.get());
    }

    /** The test could not be tried. */
    void skipped(String why) {}

    /** The test failed, and not for want of something. */
    abstract ClaimNotMet refutation(Throwable failure);

    final ClaimNotMet refuted(String why, Object... parts) {
        return prover.refuted(claim, runtime, why.formatted(parts));
    }

    @Override
    public final String getDisplayName(int index) {
        return title;
    }

    @Override
    public final List<Extension> getAdditionalExtensions() {
        return List.of(this);
    }

    @Override
    public final void beforeEach(ExtensionContext context) {
        started = System.nanoTime();
        try {
            observed = new Observed(runtime.interpreter());
            python = start();
        } catch (PythonUnavailable reason) {
            failed(reason);
        }
    }

    @Override
    public final boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == Observed.class || Python.class.isAssignableFrom(type);
    }

    @Override
    public final Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return Stream.of(python, observed)
                .filter(type::isInstance)
                .findFirst()
                .orElseThrow(() -> new ParameterResolutionException(
                        "on %s there is no %s".formatted(runtime, type.getSimpleName())));
    }

    @Override
    public final void interceptTestTemplateMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        try {
            invocation.proceed();
            check(observed);
        } catch (AssertionError | Exception failure) {
            failed(failure);
            return;
        }
        claim.modules.addAll(python.modules());
        held(observed.rows());
    }

    @Override
    public final void afterEach(ExtensionContext context) {
        if (python != null && !runtime.isGraalPy()) {
            python.close();
        }
        claim.nanoseconds += System.nanoTime() - started;
    }
}
