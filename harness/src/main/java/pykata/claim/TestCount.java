package pykata.claim;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import pykata.answer.Question;

/**
 * Prints a module's number of tests when all of them have run, with the seconds that its claims took and may take, and
 * notes down the JVM that ran them, if that is wanted. JUnit finds this class by its service file.
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
        var question = Question.in(Path.of(""));
        System.out.print("%s: %s passed, %s failed, %s skipped%s%n"
                .formatted(
                        question.id(),
                        all.getTestsSucceededCount(),
                        all.getTotalFailureCount(),
                        skipped,
                        timeOf(question)));
    }

    /** Nothing of a module without claims, or if a filter left out some of them. */
    private static String timeOf(Question question) {
        if (!BuildOptions.isWholeRun() || Files.notExists(question.readme())) {
            return "";
        }
        var record = ClaimRecord.of(question);
        return record.claims().isEmpty() ? "" : timeOf(record, BuildOptions.budget(), BuildOptions.isMachineBusy());
    }

    /** The time of all claims of a question, whichever of its test classes proves them, beside its budget in seconds. */
    static String timeOf(ClaimRecord record, int budget, boolean isMachineBusy) {
        var judged = isMachineBusy ? ", on a busy machine" : " - over its budget";
        var over = record.seconds() > budget ? judged : "";
        return "; claims in %s s of %d s%s".formatted(record.secondsRounded(), budget, over);
    }
}
