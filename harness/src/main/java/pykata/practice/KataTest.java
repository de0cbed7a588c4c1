package pykata.practice;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;
import pykata.claim.BuildOptions;
import pykata.python.PythonUnavailable;

/**
 * Proves the kata of the question in whose folder the extending class lies: what {@link KataContract} demands of it. A question needs no more than
 *
 * <pre>{@code
 * class GilKataTest extends KataTest {}
 * }</pre>
 */
public abstract class KataTest {

    @TestFactory
    public final Stream<DynamicTest> the_kata() {
        return new KataContract(Kata.of(getClass()))
                .steps()
                .map(step -> DynamicTest.dynamicTest(step.name(), () -> prove(step.proof())));
    }

    private static void prove(Runnable step) {
        try {
            step.run();
        } catch (PythonUnavailable reason) {
            if (!reason.isAbsent()) {
                throw reason;
            }
            if (BuildOptions.isStrict()) {
                throw new AssertionFailedError("skipped, which this build forbids: " + reason.getMessage(), reason);
            }
            throw new TestAbortedException(reason.getMessage(), reason);
        }
    }
}
