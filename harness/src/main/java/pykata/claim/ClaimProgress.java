package pykata.claim;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pykata.claim.ClaimRecord.Outcome;

/** A claim while it is being proved. */
final class ClaimProgress {

    /** Its test, to be carried out. */
    final ClaimTrial trial;

    /** Where it applies. */
    final List<ClaimRuntime> runtimes;

    private final List<ClaimRecord.Proof> proofs = new ArrayList<>();
    private final List<String> caught = new ArrayList<>();

    /** The question's modules that its proofs imported. */
    final Set<String> modules = new HashSet<>();

    /** That its attempts took. */
    long nanoseconds;

    ClaimProgress(Method method) {
        this.trial = new ClaimTrial(method);
        this.runtimes = ClaimRuntime.applicableTo(method);
    }

    String id() {
        return trial.id();
    }

    String falsifier() {
        return trial.method().getAnnotation(Claim.class).falsifier();
    }

    /** How its proof ended on one of them; see {@link ClaimRecord.Proof}. */
    void proof(ClaimRuntime runtime, Outcome outcome, Map<String, String> rows, String why) {
        proofs.add(new ClaimRecord.Proof(runtime.toString(), runtime.isReference(), outcome, rows, why));
    }

    void caught(ClaimRuntime runtime) {
        caught.add(runtime.toString());
    }

    /** Whether it was tried on every interpreter that it applies to. */
    boolean isTriedEverywhere() {
        return proofs.size() == runtimes.size();
    }

    ClaimRecord.Entry entry(String sentence, String test) {
        var elsewhere = Arrays.stream(trial.method().getAnnotationsByType(NotOn.class))
                .map(not -> not.value() + (not.before().isEmpty() ? "" : " before " + not.before())
                        + (not.os().isEmpty() ? "" : " on " + not.os())
                        + ": " + not.because())
                .toList();
        return new ClaimRecord.Entry(
                id(),
                sentence,
                test,
                runtimes.stream().map(ClaimRuntime::toString).toList(),
                elsewhere,
                falsifier(),
                List.copyOf(proofs),
                List.copyOf(caught),
                modules.stream().sorted().toList());
    }
}
