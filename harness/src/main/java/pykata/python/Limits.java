package pykata.python;

import java.time.Duration;

/**
 * What a piece of Python may use up before it is stopped.
 *
 * @param time for one call, or for one run of a module
 * @param memory bytes of address space; holds for CPython on Linux
 * @param output bytes in any one file, the log of what is printed included; holds for CPython on Linux and macOS
 */
public record Limits(Duration time, long memory, long output) {

    public static final Limits DEFAULT = new Limits(Duration.ofSeconds(30), 4L << 30, 64L << 20);

    public Limits within(Duration otherTime) {
        return new Limits(otherTime, memory, output);
    }

    /** The time, as a reader would say it: 30, or 2.5. */
    public String seconds() {
        var millis = time.toMillis();
        return millis % 1000 == 0 ? "" + millis / 1000 : "" + millis / 1000.0;
    }
}
