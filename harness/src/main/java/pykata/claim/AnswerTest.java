package pykata.claim;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.TestAbortedException;
import pykata.bench.Benchmark;
import pykata.bench.BenchmarkCheck;
import pykata.practice.Kata;
import pykata.practice.KataContract;
import pykata.python.PythonUnavailable;

/**
 * The one test class that every question has. It proves claims, tries out the kata and the benchmark, and holds page and
 * tests together: every claim of the page has a test, in this class or in a {@link ClaimsTest}, and every test a claim.
 *
 * <pre>{@code
 * class GilTest extends AnswerTest {
 *
 *     @Claim
 *     void an_update_that_calls_something_loses_a_deposit(Python python, Observed observed) {
 *         observed.that("balance", python.call("bank.without_a_lock")).isEqualTo(100);
 *     }
 * }
 * }</pre>
 */
public abstract class AnswerTest extends ClaimsTest {

    @TestFactory
    final Stream<DynamicTest> its_kata_keeps_its_promises(ClaimRun run) {
        return Stream.of(new Kata(run.question()))
                .filter(Kata::exists)
                .flatMap(kata -> new KataContract(kata).steps())
                .map(step -> test(step.name(), step.proof()::run));
    }

    @TestFactory
    final Stream<DynamicTest> its_benchmark_still_runs(ClaimRun run) {
        var benchmark = run.question().benchmark();
        if (benchmark.isEmpty()) {
            return Stream.empty();
        }
        var check = new BenchmarkCheck(Benchmark.named(benchmark.get()));
        var measurements = check.measurements().stream()
                .filter(run::isApplicable)
                .map(each -> test(each.name(), () -> check.run(each)));
        return Stream.concat(Stream.of(test("has at most ten rows", check::hasAtMostTenRows)), measurements)
                .onClose(check::close);
    }

    /** One that is skipped where there is no CPython. */
    private static DynamicTest test(String name, Executable body) {
        return DynamicTest.dynamicTest(name, () -> {
            try {
                body.execute();
            } catch (PythonUnavailable reason) {
                if (!reason.isAbsent()) {
                    throw reason;
                }
                throw BuildOptions.isStrict()
                        ? new ClaimNotMet(BuildOptions.FORBIDDEN + reason.getMessage())
                        : new TestAbortedException(reason.getMessage());
            }
        });
    }
}
