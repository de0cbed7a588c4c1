package pykata.mutation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future.State;
import java.util.concurrent.FutureTask;
import pykata.claim.ClaimTrial;
import pykata.python.CPython;
import pykata.python.GraalPy;
import pykata.python.Implementation;
import pykata.python.Limits;
import pykata.python.Python;
import pykata.python.Sources;

/** Carries out claims on any code, each within a time: on CPython where they apply there, else on GraalPy. */
final class Trials implements AutoCloseable {

    /** Ends what hangs although nothing is mutated. */
    static final Duration LONG = Duration.ofMinutes(3);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Sources original;
    private final Map<Boolean, Queue<Python>> idle =
            Map.of(true, new ConcurrentLinkedQueue<>(), false, new ConcurrentLinkedQueue<>());

    /** @param original code, on which a GraalPy warms up */
    Trials(Sources original) {
        this.original = original;
    }

    static boolean isOnCPython(ClaimTrial claim) {
        return claim.isOn(Implementation.CPYTHON);
    }

    Fate attempt(ClaimTrial claim, Sources sources, Duration time) {
        return isOnCPython(claim)
                ? attemptOnCPython(claim, sources, time, List.of())
                : attemptOnGraalPy(claim, sources, time);
    }

    /** @param script that starts the process; see {@link CPython#start(Sources, Limits, List)} */
    Fate attemptOnCPython(ClaimTrial claim, Sources sources, Duration time, List<String> script) {
        try (var python = CPython.reference().start(claim.sources(sources), limits(claim, time), script)) {
            return attempt(claim, python, time);
        }
    }

    private Fate attemptOnGraalPy(ClaimTrial claim, Sources sources, Duration time) {
        var python = warm(claim);
        python.use(claim.sources(sources), limits(claim, time));
        var fate = attempt(claim, python, time);
        if (fate.killer() != Killer.HANG || isStopped(python, claim)) {
            idle.get(claim.isInOwnProcess()).add(python);
        }
        return fate;
    }

    /** Whether what hangs in a GraalPy lets itself be stopped; it is left alone if not. */
    private boolean isStopped(Python python, ClaimTrial claim) {
        return !attempt("stopping", PATIENCE, () -> python.use(original, limits(claim, LONG)))
                .isKilled();
    }

    /** A GraalPy that has carried out a claim before: the first time takes seconds. */
    private Python warm(ClaimTrial claim) {
        var used = idle.get(claim.isInOwnProcess()).poll();
        if (used != null) {
            return used;
        }
        var limits = limits(claim, LONG);
        var python = claim.isInOwnProcess()
                ? GraalPy.inOwnProcess(original.needing(null), limits)
                : new GraalPy(original, limits);
        python.use(claim.sources(original), limits);
        attempt(claim, python, LONG);
        return python;
    }

    private static Limits limits(ClaimTrial claim, Duration time) {
        return Limits.DEFAULT.within(time.compareTo(claim.limit()) < 0 ? time : claim.limit());
    }

    private static Fate attempt(ClaimTrial claim, Python python, Duration time) {
        return attempt(claim.id(), time, () -> claim.make(python));
    }

    private static Fate attempt(String by, Duration time, Runnable work) {
        var task = new FutureTask<Void>(work, null);
        try {
            if (!Thread.ofPlatform().daemon().name(by).start(task).join(time)) {
                task.cancel(true);
                return Fate.hang(by);
            }
            return task.state() == State.FAILED ? Fate.of(by, task.exceptionNow()) : Fate.SURVIVED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        idle.values().forEach(pythons -> pythons.forEach(Python::close));
    }
}
