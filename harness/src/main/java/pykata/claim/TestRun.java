package pykata.claim;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * The tests of the module in whose folder this JVM works, as Maven would run them, see {@link TestJvm}; but for those of
 * its kata and its benchmark, which take longest and prove no claim.
 */
final class TestRun {

    /** What Maven takes for a test by its name. */
    private static final String TESTS = "^(.*\\.)?(Test[^.$]*|[^.$]*(Test|Tests|TestCase))$";

    private static final int LINES = 20;

    private TestRun() {}

    public static void main(String[] arguments) {
        var tests = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClasspathRoots(Set.of(Path.of("target/test-classes"))))
                .filters(ClassNameFilter.includeClassNamePatterns(TESTS), (PostDiscoveryFilter)
                        test -> FilterResult.includedIf(!isFactory(test)))
                .build();
        var listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(tests, listener);
        var out = new PrintWriter(System.out);
        listener.getSummary().printFailuresTo(out, LINES);
        out.flush();
        System.exit(listener.getSummary().getTotalFailureCount() == 0 ? 0 : 1);
    }

    private static boolean isFactory(TestDescriptor test) {
        return test.getSource().orElse(null) instanceof MethodSource method
                && AnnotationSupport.isAnnotated(method.getJavaMethod(), TestFactory.class);
    }
}
