package pykata.python;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.graalvm.polyglot.Engine;

/** Which GraalPy is on the class path. */
final class GraalPyVersion {

    static final Interpreter PINNED = new Interpreter(Implementation.GRAALPY, read());

    private GraalPyVersion() {}

    private static Version read() {
        try (var stream = Engine.class.getResourceAsStream("/META-INF/graalvm/org.graalvm.polyglot/version")) {
            return Version.parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
