package pykata.claim;

import java.nio.file.Path;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import pykata.answer.Question;

/**
 * Prints a module's number of tests when all of them have run, and notes down the JVM that ran them, if that is wanted.
 * JUnit finds this class by its service file.
 */
public final class TestCount extends SummaryGeneratingListener {

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        super.testPlanExecutionFinished(plan);
        TestJvm.note(Path.of("").toAbsolutePath());
        var all = getSummary();
        var skipped = all.getTestsSkippedCount()
                + all.getContainersSkippedCount()
                + all.getTestsAbortedCount()
                + all.getContainersAbortedCount();
        System.out.print("%s: %s passed, %s failed, %s skipped%n"
                .formatted(
                        Question.in(Path.of("")).id(),
                        all.getTestsSucceededCount(),
                        all.getTotalFailureCount(),
                        skipped));
    }
}
