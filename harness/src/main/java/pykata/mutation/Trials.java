package pykata.mutation;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import pykata.claim.ClaimTrial;
import pykata.python.CPython;
import pykata.python.GraalPy;
import pykata.python.Implementation;
import pykata.python.Limits;
import pykata.python.Python;
import pykata.python.Sources;

/** Carries out claims on any code, each within a time: on CPython where it applies there, else on the one GraalPy. */
final class Trials implements AutoCloseable {

    private final Object oneAtATime = new Object();
    private @Nullable Python graalPy;

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
        try (var python = CPython.reference().start(sources, limits(claim, time), script)) {
            return attempt(claim, python, time);
        }
    }

    private Fate attemptOnGraalPy(ClaimTrial claim, Sources sources, Duration time) {
        synchronized (oneAtATime) {
            var limits = limits(claim, time);
            if (graalPy == null) {
                graalPy = claim.isInOwnProcess() ? GraalPy.inOwnProcess(sources, limits) : new GraalPy(sources, limits);
            }
            graalPy.use(sources, limits);
            var fate = attempt(claim, graalPy, time);
            if (fate.killer() == Killer.HANG) {
                Thread.ofPlatform().daemon().start(graalPy::close); // which may take as long as what hangs
                graalPy = null;
            }
            return fate;
        }
    }

    private static Limits limits(ClaimTrial claim, Duration time) {
        return Limits.DEFAULT.within(time.compareTo(claim.limit()) < 0 ? time : claim.limit());
    }

    private static Fate attempt(ClaimTrial claim, Python python, Duration time) {
        var task = new FutureTask<Void>(() -> claim.make(python), null);
        Thread.ofPlatform().daemon().name(claim.id()).start(task);
        try {
            task.get(time.toMillis(), TimeUnit.MILLISECONDS);
            return Fate.SURVIVED;
        } catch (TimeoutException e) {
            task.cancel(true);
            return Fate.hang(claim.id());
        } catch (ExecutionException e) {
            return Fate.of(claim.id(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        if (graalPy != null) {
            graalPy.close();
        }
    }
}
