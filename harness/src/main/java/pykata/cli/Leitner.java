package pykata.cli;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;

/**
 * Where a question stands in Leitner's boxes (Sebastian Leitner, <i>So lernt man lernen</i>, 1972): what went well moves
 * up a box and rests longer, what did not goes back to the first. The rests double from box to box, from one day to
 * sixteen: an interview is days away, not years.
 *
 * @param box 1 to 5
 * @param due the first day on which it is asked again
 */
record Leitner(int box, LocalDate due) {

    private static final int LAST_BOX = 5;

    /** How an answer went, by the one who gave it. */
    enum Grade {
        GOOD,
        HARD,
        AGAIN;

        /** In small letters; the first of them is enough. */
        boolean isNamed(String said) {
            var name = name().toLowerCase(Locale.ROOT);
            return said.equals(name) || said.equals(name.substring(0, 1));
        }
    }

    Leitner {
        if (box < 1 || box > LAST_BOX) {
            throw new IllegalArgumentException("there is no box " + box);
        }
        Objects.requireNonNull(due, "no day on which it is due");
    }

    static Leitner neverAsked() {
        return new Leitner(1, LocalDate.MIN);
    }

    boolean isDue(LocalDate today) {
        return !due.isAfter(today);
    }

    /** Hard is neither up nor down: the same rest once more. What is to come again is due at once. */
    Leitner after(Grade grade, LocalDate today) {
        return switch (grade) {
            case GOOD -> rested(Math.min(box + 1, LAST_BOX), today);
            case HARD -> rested(box, today);
            case AGAIN -> new Leitner(1, today);
        };
    }

    private static Leitner rested(int box, LocalDate today) {
        return new Leitner(box, today.plusDays(1L << (box - 1)));
    }
}
