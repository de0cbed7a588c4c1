package pykata.practice;

import java.util.Locale;

/** What every kata must reject, made from its solution and its first check, which holds the task's examples. */
public enum Impostor {
    /** Has not even the names. */
    EMPTY,

    /** Each function gives its first answer to every call. */
    CONSTANT,

    /** Each function replays its answers in their order, and then the last one again. */
    HARD_CODED;

    /** As {@code checks.py --impostor} knows it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
