package pykata.python;

import org.graalvm.polyglot.Engine;

/** Which GraalPy is on the class path. */
final class GraalPyVersion {

    static final Interpreter PINNED = new Interpreter(
            Implementation.GRAALPY,
            Version.parse(Shim.text(Engine.class, "/META-INF/graalvm/org.graalvm.polyglot/version")));

    private GraalPyVersion() {}
}
