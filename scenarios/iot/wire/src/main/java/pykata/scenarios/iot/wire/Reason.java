package pykata.scenarios.iot.wire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/** Why a reading ended as a dead letter. */
public enum Reason {
    // Said by the gateway, which could not make a reading of the payload.

    /** No bytes. */
    EMPTY,
    /** More than 64 kB. */
    SIZE,
    /** Not UTF-8. */
    UTF8,
    /** Not one JSON object. */
    JSON,
    /** A key stands twice in it. */
    KEYS,
    /** A field is missing, unknown or of the wrong type. */
    FIELD,
    /** A number that no device measures or counts: not finite, negative, or above 2^53. */
    NUMBER,
    /** A time that is not in milliseconds: before 2001, or after 2286. */
    UNIT,
    /** The registry does not know the device. */
    DEVICE,
    /** Published to another device's topic, or to none. */
    TOPIC,

    // Said by the processor; the first five by its rule.

    /** So far behind the newest reading of its device that nobody knows whether it is a duplicate. */
    LATE,
    /** The rule raised an exception. */
    RULE,
    /** A value that the device cannot measure. */
    RANGE,
    /** A time in the future. */
    CLOCK,
    /** A record that is no frame; nobody knows how many readings it held, and it counts as one. */
    FRAME;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Reason of(String word) {
        return Arrays.stream(values())
                .filter(reason -> reason.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no reason is called " + word));
    }
}
