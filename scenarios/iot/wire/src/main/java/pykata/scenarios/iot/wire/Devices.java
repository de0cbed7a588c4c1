package pykata.scenarios.iot.wire;

import java.util.OptionalInt;

/** Device 123 is called {@code d000123} and publishes to {@code devices/d000123/readings}. */
public final class Devices {

    /** The numbers of devices are below this. */
    public static final int LIMIT = 1_000_000;

    /** Where all devices publish, as a subscriber says it. */
    public static final String ALL_TOPICS = "devices/+/readings";

    private static final String PREFIX = "devices/";
    private static final String SUFFIX = "/readings";
    private static final int DIGITS = 6;

    private Devices() {}

    public static String name(int number) {
        if (number < 0 || number >= LIMIT) {
            throw new IllegalArgumentException("no device has the number " + number);
        }
        return "d%06d".formatted(number);
    }

    public static String topic(int number) {
        return PREFIX + name(number) + SUFFIX;
    }

    /** The number of the device that publishes to a topic; empty if no device does. */
    public static OptionalInt ofTopic(String topic) {
        return topic.startsWith(PREFIX) && topic.endsWith(SUFFIX) && topic.length() >= PREFIX.length() + SUFFIX.length()
                ? ofName(topic.substring(PREFIX.length(), topic.length() - SUFFIX.length()))
                : OptionalInt.empty();
    }

    /** The number in a name; empty if it is no device's. Only one spelling names a device. */
    public static OptionalInt ofName(String name) {
        if (name.length() != 1 + DIGITS || name.charAt(0) != 'd') {
            return OptionalInt.empty();
        }
        var number = 0;
        for (var i = 1; i <= DIGITS; i++) {
            var digit = name.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return OptionalInt.empty();
            }
            number = 10 * number + digit;
        }
        return OptionalInt.of(number);
    }
}
