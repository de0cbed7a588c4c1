package pykata.scenarios.iot.devices;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;

/**
 * What a device will send, one publish after the other: the same for the same seed. About three of four are readings as they
 * should be.
 *
 * <p>The processor remembers the last 64 numbers of a device. The plan keeps clear of that edge: a duplicate follows its
 * original closely, and a late reading has a number below {@link #FIRST} minus 64 and is sent when {@link #WINDOW}
 * publishes have gone before. So each publish has one fate, however often it must be sent again, as long as no device is
 * further ahead than {@link #WINDOW} of what it has not been told about.
 */
final class Plan {

    /** How many publishes a device may be ahead of its oldest unanswered one. */
    static final int WINDOW = 16;

    /** The number of the first reading: below it is room for late ones. */
    static final long FIRST = 128;

    private static final long LATEST = FIRST - 64;
    private static final long AN_HOUR_MS = 3_600_000;
    private static final double TOO_HOT = 1_000;

    private final Random random;
    private final double faults;
    private final Deque<Planned> next = new ArrayDeque<>();
    private int index;
    private long seq = FIRST;
    private long late;
    private double value = 20;

    /**
     * @param faults which share of the publishes is something else than a good reading, from 0 to 1
     */
    Plan(long seed, int device, double faults) {
        random = new Random(seed * 1_000_003 + device);
        this.faults = faults;
    }

    Planned next() {
        if (next.isEmpty()) {
            plan();
        }
        return next.remove();
    }

    private void plan() {
        // The first publishes are good: they raise the newest number to where late ones are late.
        if (index <= WINDOW || random.nextDouble() >= faults) {
            add(Kind.GOOD, seq++, measured(), 0);
            return;
        }
        switch (random.nextInt(6)) {
            case 0, 1 -> add(Kind.DUPLICATE, seq - 1 - random.nextInt(8), measured(), 0);
            case 2 -> {
                add(Kind.GOOD, seq + 1, measured(), 0);
                add(Kind.REORDERED, seq, measured(), 0);
                seq += 2;
            }
            case 3 -> {
                if (late < LATEST) {
                    add(Kind.LATE, late++, measured(), 0);
                } else {
                    add(Kind.GOOD, seq++, measured(), 0);
                }
            }
            case 4 -> {
                add(Kind.RANGE, seq, TOO_HOT, 0);
                add(Kind.CORRECTED, seq++, measured(), 0);
            }
            default -> {
                if (random.nextBoolean()) {
                    add(Kind.CORRUPT, -1, 0, 0);
                } else {
                    add(Kind.CLOCK, seq, measured(), AN_HOUR_MS);
                    add(Kind.CORRECTED, seq++, measured(), 0);
                }
            }
        }
    }

    private void add(Kind kind, long number, double measured, long aheadMs) {
        next.add(new Planned(index++, kind, number, measured, aheadMs));
    }

    /** A temperature that wanders, and that now and then calls for an alert. */
    private double measured() {
        value += random.nextGaussian() + (20 - value) / 50;
        if (random.nextInt(200) == 0) {
            value = 95;
        }
        return Math.round(Math.clamp(value, -50, 140) * 10) / 10.0;
    }
}
