package pykata.claim;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** JUnit's side of an {@link AnswerTest}: turns each claim into its attempts, and checks the page at the end. */
final class AnswerExtension implements BeforeAllCallback, AfterAllCallback, TestTemplateInvocationContextProvider {

    private static final ExtensionContext.Namespace STORE = ExtensionContext.Namespace.create(AnswerExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getStore(STORE).put(ClaimRun.class, new ClaimRun(context.getRequiredTestClass()));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        run(context).finish();
    }

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getRequiredTestMethod(), Claim.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        var method = context.getRequiredTestMethod();
        return run(context).plan(method).stream().map(attempt -> new AttemptContext(attempt, method));
    }

    /** A claim about one interpreter has nothing to do where another takes its place. */
    @Override
    public boolean mayReturnZeroTestTemplateInvocationContexts(ExtensionContext context) {
        return true;
    }

    private static ClaimRun run(ExtensionContext context) {
        return context.getStore(STORE).get(ClaimRun.class, ClaimRun.class);
    }

    private record AttemptContext(Attempt attempt, Method method) implements TestTemplateInvocationContext {

        @Override
        public String getDisplayName(int index) {
            return attempt.title();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(new NoParameters(), new Attempts(attempt));
        }
    }

    /** JUnit wants values for the claim's parameters before an attempt can make them; they are never used. */
    private record NoParameters() implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return true;
        }

        @Override
        public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return null;
        }
    }

    private record Attempts(Attempt attempt) implements InvocationInterceptor {

        @Override
        public void interceptTestTemplateMethod(
                Invocation<@Nullable Void> invocation,
                ReflectiveInvocationContext<Method> method,
                ExtensionContext context) {
            invocation.skip(); // an attempt calls the method itself, some of them more than once
            attempt.make(context.getRequiredTestInstance());
        }
    }
}
