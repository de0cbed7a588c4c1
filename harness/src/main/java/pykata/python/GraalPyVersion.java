package pykata.python;

import org.graalvm.polyglot.Engine;

/** Which GraalPy is on the class path. */
final class GraalPyVersion {

    static final Interpreter PINNED = new Interpreter(
            Implementation.GRAALPY,
            Version.parse(Shim.text(Engine.class, "/META-INF/graalvm/org.graalvm.polyglot/version")));

    /** The version of Python that it implements. */
    static final String LANGUAGE = "3.12.8";

    private GraalPyVersion() {}

    /** The same without the last number, as people say it: 3.12. */
    static String language() {
        return LANGUAGE.replaceFirst("\\.\\d+$", "");
    }
}
