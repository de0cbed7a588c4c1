package pykata.claim;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import pykata.answer.Question;

/** Prints a module's number of tests when all of them have run. JUnit finds this class by its service file. */
public final class TestCount implements TestExecutionListener {

    private final AtomicInteger passed = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger skipped = new AtomicInteger();

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        skipped.incrementAndGet();
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        switch (result.getStatus()) {
            case FAILED -> failed.incrementAndGet();
            case ABORTED -> skipped.incrementAndGet();
            case SUCCESSFUL -> passed.addAndGet(test.isTest() ? 1 : 0);
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        System.out.print("%s: %s passed, %s failed, %s skipped%n"
                .formatted(Question.in(Path.of("")).id(), passed, failed, skipped));
    }
}
