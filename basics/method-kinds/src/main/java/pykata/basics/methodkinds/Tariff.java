package pykata.basics.methodkinds;

/** {@code tariffs.py} in Java: the compiler decides which static method a call means. */
class Tariff {

    static int centsPerKwh() {
        return 30;
    }

    /** The same as an instance method. */
    int cents() {
        return 30;
    }

    int bill(int kwh) {
        return kwh * centsPerKwh();
    }

    int billByInstanceMethod(int kwh) {
        return kwh * cents();
    }

    /** Hides the one, and overrides the other. */
    static final class Night extends Tariff {

        static int centsPerKwh() {
            return 20;
        }

        @Override
        int cents() {
            return 20;
        }
    }
}
