package pykata.python;

import java.util.Comparator;
import java.util.regex.Pattern;

/** An interpreter's version. */
public record Version(int major, int minor, int micro) implements Comparable<Version> {

    private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\.(\\d+)(?:\\.(\\d+))?.*");

    /**
     * Reads the numbers a version text begins with; what follows them is ignored.
     *
     * @throws IllegalArgumentException if the text does not begin with {@code major.minor}
     */
    public static Version parse(String text) {
        var numbers = NUMBERS.matcher(text);
        if (!numbers.matches()) {
            throw new IllegalArgumentException("not a version: " + text);
        }
        var micro = numbers.group(3) == null ? "0" : numbers.group(3);
        return new Version(
                Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)), Integer.parseInt(micro));
    }

    @Override
    public int compareTo(Version other) {
        return Comparator.comparingInt(Version::major)
                .thenComparingInt(Version::minor)
                .thenComparingInt(Version::micro)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + micro;
    }
}
