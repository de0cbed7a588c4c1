package pykata.claim;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.support.TypeBasedParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** JUnit's side of a {@link ClaimsTest}: turns each claim into its attempts, and reports at the end. */
final class AnswerExtension extends TypeBasedParameterResolver<ClaimRun>
        implements BeforeAllCallback, AfterAllCallback, TestTemplateInvocationContextProvider {

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
        return run(context).attempts(context.getRequiredTestMethod()).map(attempt -> attempt);
    }

    /** A claim about one interpreter has nothing to do where another takes its place. */
    @Override
    public boolean mayReturnZeroTestTemplateInvocationContexts(ExtensionContext context) {
        return true;
    }

    @Override
    public ClaimRun resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return run(context);
    }

    private static ClaimRun run(ExtensionContext context) {
        return context.getStore(STORE).get(ClaimRun.class, ClaimRun.class);
    }
}
