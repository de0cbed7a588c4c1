package pykata.claim;

import java.lang.reflect.Method;
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
    private final String title;
    private long started;
    private @Nullable Python python;
    private @Nullable Observed observed;

    Attempt(String title, ClaimProgress claim, ClaimRuntime runtime) {
        this.title = title;
        this.claim = claim;
        this.runtime = runtime;
    }

    /**
     * An interpreter that has the sources of this attempt.
     *
     * @throws PythonUnavailable if there is none
     */
    abstract Python start();

    /** What the test's end must be checked for, as if the test had asserted it. */
    void check(Observed seen) {}

    /**
     * The test ended without a failure.
     *
     * @throws ClaimNotMet if it should have failed
     */
    abstract void held(Map<String, String> rows);

    /**
     * The test failed, by assertion or otherwise.
     *
     * @throws ClaimNotMet if it should not have failed, or not so
     */
    abstract void failed(Throwable failure);

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
