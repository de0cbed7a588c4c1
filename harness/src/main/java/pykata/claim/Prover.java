package pykata.claim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;
import pykata.answer.ObservedTable;
import pykata.answer.Page;
import pykata.answer.Question;
import pykata.python.GraalPy;
import pykata.python.Limits;
import pykata.python.Platform;
import pykata.python.Python;
import pykata.python.PythonFailure;
import pykata.python.PythonUnavailable;
import pykata.python.Sources;

/** Makes a question's claims stand up to their proofs and to the broken twins. */
final class Prover implements AutoCloseable {

    private final Question question;
    private final Page page;
    private final Twins twins;
    private final GraalPy graalPy;
    private @Nullable Python graalPyProcess;

    /** @param isProcessNeeded whether a claim will need a GraalPy process: it gets ready while others are proved */
    Prover(Question question, Page page, boolean isProcessNeeded) {
        this.question = question;
        this.page = page;
        this.twins = Twins.of(question);
        this.graalPy = new GraalPy(Sources.of(question.python()), Limits.DEFAULT);
        this.graalPyProcess = isProcessNeeded ? graalPyProcess() : null;
    }

    private Python graalPyProcess() {
        return GraalPy.inOwnProcess(Sources.of(question.python()), Limits.DEFAULT);
    }

    /** That of this JVM, warm. */
    GraalPy graalPy() {
        return graalPy;
    }

    /** Everything to be done for a claim. */
    List<Attempt> attempts(ClaimProgress claim) {
        var attempts = new ArrayList<Attempt>();
        for (var runtime : claim.runtimes()) {
            attempts.add(new Proof(runtime, claim));
        }
        if (claim.falsifier().isEmpty()) {
            for (var runtime : claim.runtimes()) {
                attempts.add(new BrokenTwin(runtime, claim));
            }
        }
        if (!twins.besides(claim.id()).isEmpty() && !claim.runtimes().isEmpty()) {
            attempts.add(new OtherTwins(claim.runtimes().getLast(), claim));
        }
        return attempts;
    }

    /** The claim holds, and the page shows what was observed. */
    private final class Proof extends Attempt {

        private final ClaimRuntime runtime;

        Proof(ClaimRuntime runtime, ClaimProgress claim) {
            super(runtime.toString(), claim);
            this.runtime = runtime;
        }

        @Override
        void attempt(ClaimProgress claim, Object instance) {
            Map<String, String> rows;
            try {
                rows = perform(claim, instance, runtime, Sources.of(question.python()), true);
            } catch (AssertionError | RuntimeException failure) {
                if (isNoFailure(failure)) {
                    claim.skipped(runtime, failure.getMessage());
                    throw skipped(claim, runtime, failure);
                }
                claim.failed(runtime);
                throw refuted(claim, runtime, reason(failure), failure);
            }
            claim.proved(runtime, rows);
            if (runtime.isReference() && Platform.current().equals(ObservedTable.PLATFORM)) {
                mustShow(claim, runtime, rows);
            }
        }
    }

    /** The claim's own broken twin makes it fail, and by assertion: a crash would prove nothing. */
    private final class BrokenTwin extends Attempt {

        private final ClaimRuntime runtime;

        BrokenTwin(ClaimRuntime runtime, ClaimProgress claim) {
            super("its broken twin is caught on " + runtime, claim);
            this.runtime = runtime;
        }

        @Override
        void attempt(ClaimProgress claim, Object instance) {
            var twin = twins.folder(claim.id());
            if (twin.isEmpty()) {
                throw refuted(
                        claim,
                        runtime,
                        "nothing shows that it can fail: there is no broken twin in "
                                + question.name(question.twins().resolve(claim.id())));
            }
            var where = question.name(twin.get());
            try {
                perform(claim, instance, runtime, Sources.of(question.python()).with(twin.get()), false);
            } catch (AssertionError caught) {
                claim.caught(runtime);
                return;
            } catch (RuntimeException crash) {
                if (isNoFailure(crash)) {
                    throw skipped(claim, runtime, crash);
                }
                throw refuted(
                        claim,
                        runtime,
                        "its broken twin %s crashes instead of failing an assertion:\n%s"
                                .formatted(where, reason(crash)));
            }
            throw refuted(
                    claim, runtime, "it still holds with its broken twin %s: the test cannot fail".formatted(where));
        }
    }

    /** The claim still holds when only another claim's code is broken. */
    private final class OtherTwins extends Attempt {

        private final ClaimRuntime runtime;

        OtherTwins(ClaimRuntime runtime, ClaimProgress claim) {
            super("the other claims' broken twins leave it alone on " + runtime, claim);
            this.runtime = runtime;
        }

        @Override
        void attempt(ClaimProgress claim, Object instance) {
            for (var other : twins.besides(claim.id())) {
                if (!runtime.isMissing() && Collections.disjoint(other.modules(), claim.modules)) {
                    continue; // not its code
                }
                try {
                    perform(
                            claim,
                            instance,
                            runtime,
                            Sources.of(question.python()).with(other.folder()),
                            false);
                } catch (AssertionError | RuntimeException failure) {
                    if (isNoFailure(failure)) {
                        throw skipped(claim, runtime, failure);
                    }
                    throw refuted(
                            claim,
                            runtime,
                            "the broken twin of another claim, %s, breaks this one too:\n%s"
                                    .formatted(question.name(other.folder()), reason(failure)));
                }
            }
        }
    }

    /** Runs a claim's method once; gives the rows it observed. */
    private Map<String, String> perform(
            ClaimProgress claim, Object instance, ClaimRuntime runtime, Sources sources, boolean wholly) {
        var limits = Limits.DEFAULT.within(Duration.ofSeconds(claim.annotation().seconds()));
        var observed = new Observed(runtime.interpreter());
        if (runtime.isGraalPy()) {
            perform(claim, instance, warm(claim), sources, limits, observed);
        } else {
            try (var python = runtime.start(sources, limits)) {
                perform(claim, instance, python, sources, limits, observed);
            }
        }
        if (wholly) {
            observed.mustBeComplete();
        }
        return observed.rows();
    }

    private static void perform(
            ClaimProgress claim, Object instance, Python python, Sources sources, Limits limits, Observed observed) {
        python.use(sources, limits);
        claim.invoke(instance, python, observed);
        claim.modules.addAll(python.modules());
    }

    /** The GraalPy of all claims in this JVM, or the one of all claims that need a process: starting one takes seconds. */
    private Python warm(ClaimProgress claim) {
        if (!claim.annotation().inOwnProcess()) {
            return graalPy;
        }
        if (graalPyProcess == null) {
            graalPyProcess = graalPyProcess();
        }
        return graalPyProcess;
    }

    /** Compares what was observed with the page, cell by cell. */
    private void mustShow(ClaimProgress claim, ClaimRuntime runtime, Map<String, String> rows) {
        var marker = page.observed(claim.id());
        if (marker.isEmpty()) {
            return; // the page check says so
        }
        var shown = ObservedTable.parse(page.block(marker.get())).of(runtime.toString());
        if (shown.isPresent() && shown.get().equals(rows)) {
            return; // in whatever order: rows that another interpreter lacks come after those it has
        }
        var where = question.name(question.readme()) + ":" + marker.get().line();
        throw refuted(
                claim,
                runtime,
                "the page does not show what was observed (%s); run ./kata sync\n  page:     %s\n  observed: %s"
                        .formatted(where, shown.map(Object::toString).orElse("nothing for " + runtime), rows));
    }

    /** What is absent here is nobody's fault; what is here and does not work is. */
    private static boolean isNoFailure(Throwable reason) {
        return reason instanceof TestAbortedException
                || (reason instanceof PythonUnavailable unavailable && unavailable.isAbsent());
    }

    /** What cannot be tried here is visible as skipped, or red where the build forbids that. */
    private RuntimeException skipped(ClaimProgress claim, ClaimRuntime runtime, Throwable reason) {
        if (BuildOptions.isStrict()) {
            throw refuted(claim, runtime, "skipped, which this build forbids: " + reason.getMessage());
        }
        return new TestAbortedException(reason.getMessage());
    }

    private ClaimNotMet refuted(ClaimProgress claim, ClaimRuntime runtime, String why) {
        return refuted(claim, runtime, why, null);
    }

    private ClaimNotMet refuted(ClaimProgress claim, ClaimRuntime runtime, String why, @Nullable Throwable cause) {
        var stated = page.claim(claim.id());
        var sentence = stated.map(Page.ClaimText::sentence).orElse(claim.id());
        var line = stated.map(Page.ClaimText::line).orElse(1);
        var failure = new ClaimNotMet("\"%s\" is not proved on %s\n%s\n  claim: %s:%d"
                .formatted(sentence, runtime, why.indent(2).stripTrailing(), question.name(question.readme()), line));
        if (cause != null) {
            failure.initCause(cause);
        }
        return failure;
    }

    private static String reason(Throwable failure) {
        return failure instanceof PythonFailure
                        || failure instanceof PythonUnavailable
                        || failure instanceof AssertionError
                ? String.valueOf(failure.getMessage())
                : failure.toString();
    }

    @Override
    public void close() {
        graalPy.close();
        if (graalPyProcess != null) {
            graalPyProcess.close();
        }
    }
}
