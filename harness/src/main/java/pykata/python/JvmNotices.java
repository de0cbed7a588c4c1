package pykata.python;

import java.util.regex.Pattern;

/** What a JVM says of options that it finds in its environment, before it runs anything. */
public final class JvmNotices {

    private static final Pattern NOTICE =
            Pattern.compile("(?m)^(?:NOTE: )?Picked up (?:JDK_JAVA_OPTIONS|JAVA_TOOL_OPTIONS|_JAVA_OPTIONS):.*\\R?");

    private JvmNotices() {}

    public static String removedFrom(String said) {
        return NOTICE.matcher(said).replaceAll("");
    }
}
