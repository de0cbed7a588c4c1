package pykata.claim;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pykata.answer.ObservedTable;
import pykata.answer.Page;
import pykata.answer.Question;
import pykata.claim.ClaimRecord.Outcome;
import pykata.python.CPython;
import pykata.python.Folders;
import pykata.python.GraalPy;
import pykata.python.Limits;
import pykata.python.Platform;
import pykata.python.Python;
import pykata.python.PythonFailure;
import pykata.python.PythonUnavailable;

/** Makes a question's claims stand up to their proofs and to the broken twins. */
final class Prover implements AutoCloseable {

    /** So many times its limit a claim's call may take: who builds something else at the same time is not told that it failed. */
    private static final int PATIENCE = 4;

    private final Question question;
    private final Page page;

    /** That of this JVM, warm. */
    final GraalPy graalPy;

    private @Nullable Python graalPyProcess;

    /** @param isProcessNeeded whether a claim will need a GraalPy process: it gets ready while others are proved */
    Prover(Question question, Page page, boolean isProcessNeeded) {
        this.question = question;
        this.page = page;
        this.graalPy = new GraalPy(question.sources(), Limits.DEFAULT);
        if (isProcessNeeded) {
            graalPyProcess();
        }
    }

    /** The one of all claims that need a process: starting one takes seconds. */
    private Python graalPyProcess() {
        if (graalPyProcess == null) {
            graalPyProcess = GraalPy.inOwnProcess(question.sources().needing(null), Limits.DEFAULT);
        }
        return graalPyProcess;
    }

    /** Everything to be done for a claim, one after the other: what its proofs import decides which twins concern it. */
    Stream<Attempt> attempts(ClaimProgress claim) {
        var proofs = claim.runtimes.stream().<Attempt>map(runtime -> new Proof(claim, runtime));
        var own = claim.runtimes.stream()
                .filter(runtime -> claim.falsifier().isEmpty())
                .<Attempt>map(runtime -> new BrokenTwin(claim, runtime));
        var others = claim.runtimes.stream()
                .skip(Math.max(0, claim.runtimes.size() - 1))
                .flatMap(runtime -> question.twins().stream()
                        .filter(twin -> !twin.endsWith(claim.id()))
                        .filter(twin -> !Collections.disjoint(modules(twin), claim.modules))
                        .<Attempt>map(twin -> new OtherTwin(claim, runtime, twin)));
        return Stream.of(proofs, own, others).flatMap(attempts -> attempts);
    }

    /** The modules that a broken twin is laid over. */
    private static List<String> modules(Path twin) {
        return Folders.files(twin, ".py").stream()
                .map(file -> twin.relativize(file).toString().replaceFirst("\\.py$", ""))
                .map(name -> name.replaceAll("[/\\\\]", "."))
                .toList();
    }

    /**
     * An interpreter with the code as it is, or with a twin laid over it.
     *
     * @throws PythonUnavailable if there is none
     */
    Python start(ClaimProgress claim, ClaimRuntime runtime, @Nullable Path twin) {
        var sources = claim.trial.sources(question.sources().with(twin));
        var limits = Limits.DEFAULT.within(claim.trial.limit().multipliedBy(PATIENCE));
        if (!runtime.isGraalPy()) {
            return CPython.reference().start(sources, limits);
        }
        var python = claim.trial.isInOwnProcess() ? graalPyProcess() : graalPy;
        python.use(sources, limits);
        return python;
    }

    ClaimNotMet refuted(ClaimProgress claim, ClaimRuntime runtime, String why) {
        var stated = page.claim(claim.id());
        return new ClaimNotMet("\"%s\" is not proved on %s\n%s\n  claim: %s:%d"
                .formatted(
                        stated.map(Page.ClaimText::sentence).orElse(claim.id()),
                        runtime,
                        why.indent(2).stripTrailing(),
                        question.name(question.readme()),
                        stated.map(Page.ClaimText::line).orElse(1)));
    }

    /** The claim holds, and the page shows what was observed. */
    private final class Proof extends Attempt {

        Proof(ClaimProgress claim, ClaimRuntime runtime) {
            super(runtime.toString(), Prover.this, claim, runtime, null);
        }

        @Override
        void check(Observed seen) {
            seen.mustBeComplete();
        }

        @Override
        void held(Map<String, String> rows) {
            claim.proof(runtime, Outcome.PROVED, rows, "");
            if (runtime.isReference() && Platform.current().equals(ObservedTable.PLATFORM)) {
                page.observed(claim.id()).ifPresent(marker -> mustShow(marker, rows)); // if not, the page check says so
            }
        }

        /** Compares what was observed with the page, cell by cell, in whatever order: rows that another lacks come last. */
        private void mustShow(Page.Marker marker, Map<String, String> rows) {
            var shown = ObservedTable.parse(page.block(marker)).of(runtime.toString());
            if (!shown.equals(Optional.of(rows))) {
                throw refuted(
                        """
                        the page does not show what was observed (%s:%d); run ./kata sync
                          page:     %s
                          observed: %s""",
                        question.name(question.readme()),
                        marker.line(),
                        shown.map(Object::toString).orElse("nothing for " + runtime),
                        rows);
            }
        }

        @Override
        void skipped(String why) {
            claim.proof(runtime, Outcome.SKIPPED, Map.of(), why);
        }

        @Override
        ClaimNotMet refutation(Throwable failure) {
            claim.proof(runtime, Outcome.FAILED, Map.of(), "");
            return refuted("%s", reason(failure));
        }
    }

    /** The claim's own broken twin makes it fail, and by assertion: a crash would prove nothing. */
    private final class BrokenTwin extends Attempt {

        BrokenTwin(ClaimProgress claim, ClaimRuntime runtime) {
            super("its broken twin is caught on " + runtime, Prover.this, claim, runtime, question.twin(claim.id()));
        }

        @Override
        Python start() {
            if (!Files.isDirectory(twin)) {
                throw refuted("nothing shows that it can fail: there is no broken twin in %s", question.name(twin));
            }
            return super.start();
        }

        @Override
        void held(Map<String, String> rows) {
            throw refuted("it still holds with its broken twin %s: the test cannot fail", question.name(twin));
        }

        @Override
        void failed(Throwable failure) {
            if (failure instanceof AssertionError) {
                claim.caught(runtime);
            } else {
                super.failed(failure);
            }
        }

        @Override
        ClaimNotMet refutation(Throwable failure) {
            return refuted(
                    "its broken twin %s crashes instead of failing an assertion:\n%s",
                    question.name(twin), reason(failure));
        }
    }

    /** The claim still holds when only another claim's code is broken. */
    private final class OtherTwin extends Attempt {

        OtherTwin(ClaimProgress claim, ClaimRuntime runtime, Path twin) {
            super(
                    "the broken twin of %s leaves it alone on %s".formatted(twin.getFileName(), runtime),
                    Prover.this,
                    claim,
                    runtime,
                    twin);
        }

        @Override
        ClaimNotMet refutation(Throwable failure) {
            return refuted(
                    "the broken twin of another claim, %s, breaks this one too:\n%s",
                    question.name(twin), reason(failure));
        }
    }

    private static String reason(Throwable failure) {
        return switch (failure) {
            case PythonFailure _, PythonUnavailable _, AssertionError _ -> String.valueOf(failure.getMessage());
            default -> failure.toString();
        };
    }

    @Override
    public void close() {
        graalPy.close();
        if (graalPyProcess != null) {
            graalPyProcess.close();
        }
    }
}
