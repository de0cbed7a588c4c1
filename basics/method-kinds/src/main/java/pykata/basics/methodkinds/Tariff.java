package pykata.basics.methodkinds;

/** {@code tariffs.py} in Java: the compiler decides which static method a call means. */
class Tariff {

    static int centsPerKwh() {
        return 30;
    }

    int bill(int kwh) {
        return kwh * centsPerKwh();
    }

    /** Hides the rate, and overrides nothing. */
    static final class Night extends Tariff {

        static int centsPerKwh() {
            return 20;
        }
    }
}
