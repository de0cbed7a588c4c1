package pykata.advanced.pluginsystem;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pykata.advanced.pluginsystem.Outcome.Answered;
import pykata.advanced.pluginsystem.Outcome.Failed;
import pykata.advanced.pluginsystem.Outcome.Failure;

/**
 * What a host knows of one carrier, and the watch over its calls: whoever waits for an answer looks every few
 * milliseconds whether the call has used up its allowance. One call at a time.
 */
final class Guest {

    private static final int LOOK_EVERY = 5;

    private final Supplier<Cell> cells;
    private final Allowance allowance;
    private final LongSupplier clock;
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private @Nullable Cell cell;
    private int strikes;
    private boolean isGone;

    Guest(Supplier<Cell> cells, Allowance allowance, LongSupplier clock) {
        this.cells = cells;
        this.allowance = allowance;
        this.clock = clock;
    }

    /** Imports the carrier now; false if that fails. */
    synchronized boolean load() throws InterruptedException {
        return watch(cell().load()) instanceof Answered;
    }

    /** Empty if it has been replaced meanwhile: then somebody else answers. */
    synchronized Optional<Outcome> ask(int grams, String country) throws InterruptedException {
        if (isGone) {
            return Optional.empty();
        }
        var outcome =
                strikes < allowance.strikes() ? watch(cell().ask(grams, country)) : new Failed(Failure.DISABLED, "");
        counts.merge(outcome.kind(), 1, Integer::sum);
        strikes = outcome instanceof Answered ? 0 : strikes + 1;
        return Optional.of(outcome);
    }

    private Cell cell() {
        if (cell == null) {
            cell = cells.get();
        }
        return cell;
    }

    private Outcome watch(Future<Outcome> call) throws InterruptedException {
        var until = clock.getAsLong() + allowance.time();
        var most = cell().allocated() + allowance.bytes();
        while (true) {
            try {
                return call.get(LOOK_EVERY, TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillBusy) {
                if (cell().allocated() > most) {
                    return abandoned(Failure.GREEDY);
                }
                if (clock.getAsLong() > until) {
                    return abandoned(Failure.HUNG);
                }
            } catch (InterruptedException e) {
                closeCell(); // nobody watches that call any more
                throw e;
            } catch (ExecutionException e) {
                closeCell();
                return new Failed(Failure.CRASHED, e.getCause().getClass().getSimpleName());
            }
        }
    }

    /** The next call gets a fresh context; the caller does not wait for the end of this one. */
    private Outcome abandoned(Failure why) {
        closeCell();
        return new Failed(why, "");
    }

    /** While a call goes on, too. */
    Map<String, Integer> counts() {
        return new TreeMap<>(counts);
    }

    /** After the call that goes on, if there is one. */
    synchronized void close() {
        isGone = true;
        closeCell();
    }

    private void closeCell() {
        if (cell != null) {
            cell.close();
            cell = null;
        }
    }
}
