package pykata.claim;

import java.lang.management.ManagementFactory;

/** What a build demands of its claims. */
public final class BuildOptions {

    static final String FORBIDDEN = "skipped, which this build forbids: ";

    private static final int SECONDS = 12;

    private BuildOptions() {}

    /** Whether a skipped proof fails the build: {@code -Dpykata.strict=true} or {@code PYKATA_STRICT=true}. */
    public static boolean isStrict() {
        return Boolean.parseBoolean(System.getProperty("pykata.strict", System.getenv("PYKATA_STRICT")));
    }

    /** Whether the build runs all tests: it passes on its filter, which is empty if there is none. An IDE passes none. */
    static boolean isWholeRun() {
        return "".equals(System.getProperty("pykata.filter"));
    }

    /** Seconds that a question's claims may take; a pom that needs more says why. */
    static int budget() {
        return Integer.getInteger("pykata.budget", SECONDS);
    }

    /** Whether this machine has had more to do in the last minute than it has processors. Never so on Windows, which does not say. */
    static boolean isMachineBusy() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return system.getSystemLoadAverage() > system.getAvailableProcessors();
    }
}
