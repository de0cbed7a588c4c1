package pykata.claim;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.TestAbortedException;
import pykata.bench.Benchmark;
import pykata.bench.BenchmarkCheck;
import pykata.measured.MeasuredRuntime;
import pykata.practice.Kata;
import pykata.practice.KataContract;
import pykata.python.CPython;

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
                .map(step -> test(step.name(), step.proof()::run, () -> null));
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
                .map(each -> test(
                        each.name(),
                        () -> check.run(each),
                        () -> each.runtime() == MeasuredRuntime.CPYTHON ? CPython.reference() : null));
        return Stream.concat(Stream.of(test("has at most ten rows", check::hasAtMostTenRows, () -> null)), measurements)
                .onClose(check::close);
    }

    /** One that is skipped where what it needs is absent. */
    private static DynamicTest test(String name, Executable body, Supplier<@Nullable CPython> cPython) {
        return DynamicTest.dynamicTest(name, () -> {
            try {
                body.execute();
            } catch (Throwable failure) {
                var absence = Absence.behind(failure, cPython).orElseThrow(() -> failure);
                throw BuildOptions.isStrict()
                        ? new ClaimNotMet(BuildOptions.FORBIDDEN + absence)
                        : new TestAbortedException(absence);
            }
        });
    }
}
