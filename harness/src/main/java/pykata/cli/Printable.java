package pykata.cli;

import java.util.regex.Pattern;

/** Text of somebody else's made fit for a terminal, which obeys some characters instead of showing them. */
final class Printable {

    /** Control characters, and what turns the direction of writing; but for the line's end and the tab. */
    private static final Pattern OBEYED = Pattern.compile("[\\p{Cc}\\u202a-\\u202e\\u2066-\\u2069&&[^\\n\\t]]");

    private Printable() {}

    static String of(String text) {
        return OBEYED.matcher(text).replaceAll("?");
    }
}
