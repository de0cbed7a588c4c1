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

    private final Method method;
    private final List<Runtime> runtimes;
    private final List<ClaimRecord.Proof> proofs = new ArrayList<>();
    private final List<String> caught = new ArrayList<>();

    /** The question's modules that its proofs imported. */
    final Set<String> modules = new HashSet<>();

    int planned;
    int executed;

    ClaimProgress(Method method, List<Runtime> runtimes) {
        this.method = method;
        this.runtimes = runtimes;
    }

    String id() {
        return method.getName();
    }

    Method method() {
        return method;
    }

    Claim annotation() {
        return method.getAnnotation(Claim.class);
    }

    String falsifier() {
        return annotation().falsifier();
    }

    List<Runtime> runtimes() {
        return runtimes;
    }

    void outcome(Runtime runtime, Outcome outcome, Map<String, String> rows) {
        proofs.add(new ClaimRecord.Proof(runtime.toString(), runtime.isReference(), outcome, rows));
    }

    void caught(Runtime runtime) {
        caught.add(runtime.toString());
    }

    ClaimRecord.Entry entry(String sentence) {
        var elsewhere = Arrays.stream(method.getAnnotationsByType(NotOn.class))
                .map(not -> not.value() + (not.before().isEmpty() ? "" : " before " + not.before())
                        + (not.os().isEmpty() ? "" : " on " + not.os())
                        + ": " + not.because())
                .toList();
        return new ClaimRecord.Entry(
                id(),
                sentence,
                runtimes.stream().map(Runtime::toString).toList(),
                elsewhere,
                falsifier(),
                List.copyOf(proofs),
                List.copyOf(caught));
    }
}
