package pykata.python;

import java.net.URI;
import java.nio.file.Path;

/** Unpacks an artifact in a JVM of its own: {@code Unpack <version> <URL of its executable> <cache>}. */
final class Unpack {

    private Unpack() {}

    public static void main(String[] arguments) throws Exception {
        var url = URI.create(arguments[1]).toURL();
        var artifact = new CPythonArtifact(arguments[0], Platform.current(), url);
        try {
            System.out.println("ready " + artifact.unpacked(Path.of(arguments[2]), System.out));
        } catch (PythonUnavailable reason) {
            System.out.println("unavailable: " + reason.getMessage());
        }
    }
}
