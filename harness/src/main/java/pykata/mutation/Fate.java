package pykata.mutation;

import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;
import pykata.python.PythonFailure;
import pykata.python.PythonUnavailable;

/**
 * How one try of some code ended.
 *
 * @param by the claim or the check that killed it; empty if none did
 * @param why in the words of the failure
 */
record Fate(Killer killer, String by, String why) {

    static final Fate SURVIVED = new Fate(Killer.NOTHING, "", "");

    static Fate hang(String by) {
        return new Fate(Killer.HANG, by, "it did not end in time");
    }

    /**
     * What a failure says of the code.
     *
     * @throws IllegalStateException if it says nothing: what it takes to try the code is absent
     */
    static Fate of(String by, Throwable failure) {
        return switch (failure) {
            case TestAbortedException aborted -> throw absent(by, aborted);
            case PythonUnavailable unavailable -> throw absent(by, unavailable);
            case AssertionError refuted -> new Fate(Killer.ASSERTION, by, String.valueOf(refuted.getMessage()));
            case Throwable crash when isTimedOut(crash) -> hang(by);
            case Throwable crash -> new Fate(Killer.CRASH, by, String.valueOf(crash.getMessage()));
        };
    }

    private static boolean isTimedOut(@Nullable Throwable failure) {
        return failure != null && (failure instanceof PythonFailure.TimedOut || isTimedOut(failure.getCause()));
    }

    private static IllegalStateException absent(String by, Throwable reason) {
        return new IllegalStateException("%s cannot be tried here: %s".formatted(by, reason.getMessage()), reason);
    }

    boolean isKilled() {
        return killer != Killer.NOTHING;
    }
}
