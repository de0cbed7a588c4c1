package pykata.scenarios.iot.devices;

import java.util.Locale;

/** What a publish is planned to be, and so what must become of it. */
public enum Kind {
    /** A reading as it should be: accepted. */
    GOOD(Fate.ACCEPTED),
    /** A reading that is sent after its successors: accepted. */
    REORDERED(Fate.ACCEPTED),
    /** The reading that a refused one should have been, with its number: accepted. */
    CORRECTED(Fate.ACCEPTED),
    /** A reading that has been sent before. */
    DUPLICATE(Fate.DUPLICATE),
    /** A reading that was kept back until nobody can tell whether it is new. */
    LATE(Fate.DEAD),
    /** A value that no sensor measures. */
    RANGE(Fate.DEAD),
    /** A time an hour ahead. */
    CLOCK(Fate.DEAD),
    /** A payload that is no reading. */
    CORRUPT(Fate.DEAD);

    /** Where a publish ends. */
    public enum Fate {
        ACCEPTED,
        DUPLICATE,
        DEAD
    }

    private final Fate fate;

    Kind(Fate fate) {
        this.fate = fate;
    }

    public Fate fate() {
        return fate;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
