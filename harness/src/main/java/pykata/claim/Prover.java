package pykata.claim;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Stream;
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
        this.graalPy = new GraalPy(question.sources(), Limits.DEFAULT);
        this.graalPyProcess = isProcessNeeded ? graalPyProcess() : null;
    }

    private Python graalPyProcess() {
        return GraalPy.inOwnProcess(question.sources().needing(null), Limits.DEFAULT);
    }

    /** That of this JVM, warm. */
    GraalPy graalPy() {
        return graalPy;
    }

    /** Everything to be done for a claim, one after the other: what its proofs import decides which twins concern it. */
    Stream<Attempt> attempts(ClaimProgress claim) {
        var proofs = claim.runtimes().stream().<Attempt>map(runtime -> new Proof(claim, runtime));
        var own = claim.runtimes().stream()
                .filter(runtime -> claim.falsifier().isEmpty())
                .<Attempt>map(runtime -> new BrokenTwin(claim, runtime));
        var others = claim.runtimes().stream()
                .skip(Math.max(0, claim.runtimes().size() - 1))
                .flatMap(runtime -> twins.besides(claim.id())
                        .filter(twin -> !Collections.disjoint(twin.modules(), claim.modules))
                        .<Attempt>map(twin -> new OtherTwin(claim, runtime, twin.folder())));
        return Stream.of(proofs, own, others).flatMap(attempts -> attempts);
    }

    /** The claim holds, and the page shows what was observed. */
    private final class Proof extends Attempt {

        Proof(ClaimProgress claim, ClaimRuntime runtime) {
            super(runtime.toString(), claim, runtime);
        }

        @Override
        Python start() {
            return Prover.this.start(claim, runtime, question.sources());
        }

        @Override
        void check(Observed seen) {
            seen.mustBeComplete();
        }

        @Override
        void held(Map<String, String> rows) {
            claim.proved(runtime, rows);
            if (runtime.isReference() && Platform.current().equals(ObservedTable.PLATFORM)) {
                mustShow(claim, runtime, rows);
            }
        }

        @Override
        void failed(Throwable failure) {
            if (isNoFailure(failure)) {
                claim.skipped(runtime, failure.getMessage());
                throw skipped(claim, runtime, failure);
            }
            claim.failed(runtime);
            throw refuted(claim, runtime, reason(failure), failure);
        }
    }

    /** The claim's own broken twin makes it fail, and by assertion: a crash would prove nothing. */
    private final class BrokenTwin extends Attempt {

        private final Path twin = question.twin(claim.id());

        BrokenTwin(ClaimProgress claim, ClaimRuntime runtime) {
            super("its broken twin is caught on " + runtime, claim, runtime);
        }

        @Override
        Python start() {
            if (!Files.isDirectory(twin)) {
                throw refuted(
                        claim,
                        runtime,
                        "nothing shows that it can fail: there is no broken twin in " + question.name(twin));
            }
            return Prover.this.start(claim, runtime, question.sources().with(twin));
        }

        @Override
        void held(Map<String, String> rows) {
            throw refuted(
                    claim,
                    runtime,
                    "it still holds with its broken twin %s: the test cannot fail".formatted(question.name(twin)));
        }

        @Override
        void failed(Throwable failure) {
            if (failure instanceof AssertionError) {
                claim.caught(runtime);
                return;
            }
            if (isNoFailure(failure)) {
                throw skipped(claim, runtime, failure);
            }
            throw refuted(
                    claim,
                    runtime,
                    "its broken twin %s crashes instead of failing an assertion:\n%s"
                            .formatted(question.name(twin), reason(failure)));
        }
    }

    /** The claim still holds when only another claim's code is broken. */
    private final class OtherTwin extends Attempt {

        private final Path twin;

        OtherTwin(ClaimProgress claim, ClaimRuntime runtime, Path twin) {
            super("the broken twin of %s leaves it alone on %s".formatted(twin.getFileName(), runtime), claim, runtime);
            this.twin = twin;
        }

        @Override
        Python start() {
            return Prover.this.start(claim, runtime, question.sources().with(twin));
        }

        @Override
        void held(Map<String, String> rows) {
            // as it must
        }

        @Override
        void failed(Throwable failure) {
            if (isNoFailure(failure)) {
                throw skipped(claim, runtime, failure);
            }
            throw refuted(
                    claim,
                    runtime,
                    "the broken twin of another claim, %s, breaks this one too:\n%s"
                            .formatted(question.name(twin), reason(failure)));
        }
    }

    private Python start(ClaimProgress claim, ClaimRuntime runtime, Sources withoutPackages) {
        var sources = claim.sources(withoutPackages);
        var limits = Limits.DEFAULT.within(Duration.ofSeconds(claim.annotation().seconds()));
        if (!runtime.isGraalPy()) {
            return runtime.start(sources, limits);
        }
        var python = warm(claim);
        python.use(sources, limits);
        return python;
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
            throw refuted(claim, runtime, BuildOptions.FORBIDDEN + reason.getMessage());
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
