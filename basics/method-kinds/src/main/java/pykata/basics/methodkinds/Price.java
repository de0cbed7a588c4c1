package pykata.basics.methodkinds;

/** {@code kinds.py} in Java. A static method is not told through which class it was called. */
class Price {

    private final int cents;

    Price(int cents) {
        this.cents = cents;
    }

    Price plus(Price other) {
        return new Price(cents + other.cents);
    }

    static Price parse(String text) {
        var parts = text.split("\\.");
        return new Price(100 * Integer.parseInt(parts[0]) + Integer.parseInt(parts[1]));
    }

    static boolean isValid(String text) {
        return text.matches("\\d+\\.\\d\\d");
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + " " + cents;
    }

    /** Inherits all three. */
    static final class Discount extends Price {

        Discount(int cents) {
            super(cents);
        }
    }
}
