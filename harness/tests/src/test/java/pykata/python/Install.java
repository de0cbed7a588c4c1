package pykata.python;

import java.nio.file.Path;
import java.time.Duration;

/** Installs a folder's requirements in a JVM of its own, for CPython, and calls a function of them. */
final class Install {

    private Install() {}

    public static void main(String[] arguments) {
        var requirements = Requirements.in(Path.of(arguments[0])).orElseThrow();
        var limits = Limits.DEFAULT.within(Duration.ofSeconds(20));
        try (var python = CPython.reference().start(Rig.SOURCES.needing(requirements), limits)) {
            System.out.println(
                    "attrs " + python.call("packaged.version", "attrs").asText());
        } catch (PythonUnavailable reason) {
            System.out.println((reason.isAbsent() ? "absent: " : "unavailable: ") + reason.getMessage());
        }
    }
}
