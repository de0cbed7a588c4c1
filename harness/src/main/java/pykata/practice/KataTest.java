package pykata.practice;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;
import pykata.claim.BuildOptions;
import pykata.python.PythonUnavailable;

/**
 * Proves the kata of the question in whose folder the extending class lies: the stub fails, the solution passes, and
 * every known mistake is caught by the check it names. A question needs no more than
 *
 * <pre>{@code
 * class GilKataTest extends KataTest {}
 * }</pre>
 */
public abstract class KataTest {

    private final Kata kata = Kata.of(getClass());
    private final KataContract proof = new KataContract(kata);

    @Test
    public final void the_stub_is_rejected_by_a_check() {
        prove(proof::theStubIsRejected);
    }

    @Test
    public final void the_solution_passes_on_cpython() {
        prove(proof::theSolutionPassesOnCPython);
    }

    @Test
    public final void the_solution_passes_on_graalpy() {
        prove(proof::theSolutionPassesOnGraalPy);
    }

    @TestFactory
    public final Stream<DynamicTest> a_mistake_is_caught_by_the_check_it_names() {
        return kata.wrong().stream()
                .map(wrong -> DynamicTest.dynamicTest(
                        wrong.getFileName().toString(), () -> prove(() -> proof.isCaughtByTheCheckItNames(wrong))));
    }

    @Test
    public final void the_usual_mistakes_are_there() {
        prove(proof::theUsualMistakesAreThere);
    }

    @Test
    public final void every_check_catches_a_mistake() {
        prove(proof::everyCheckCatchesAMistake);
    }

    @Test
    public final void there_are_three_hints() {
        prove(proof::thereAreThreeHints);
    }

    @Test
    public final void a_learner_needs_no_jdk() {
        prove(proof::aLearnerNeedsNoJdk);
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
