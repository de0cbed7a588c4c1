package pykata.python;

import java.nio.file.Path;
import java.util.Map;
import org.graalvm.polyglot.Engine;
import org.jspecify.annotations.Nullable;

/** Which GraalPy is on the class path, and the packages for its own path. */
final class GraalPyVersion {

    static final Interpreter PINNED = new Interpreter(
            Implementation.GRAALPY,
            Version.parse(Shim.text(Engine.class, "/META-INF/graalvm/org.graalvm.polyglot/version")));

    /** The version of Python that it implements. */
    private static final String LANGUAGE = "3.12.8";

    private GraalPyVersion() {}

    /** The same without the last number, as people say it: 3.12. */
    static String language() {
        return LANGUAGE.replaceFirst("\\.\\d+$", "");
    }

    /**
     * The folder of the packages that sources need; null if they need none. GraalPy has no installer that an embedding
     * could use, so the reference CPython installs.
     *
     * @throws PythonUnavailable if the packages cannot be installed
     */
    static @Nullable Path packages(Sources sources) {
        if (sources.packages() == null) {
            return null;
        }
        var platform = Platform.current().toString();
        var installer = new PackageInstaller(
                sources.packages(),
                PINNED,
                platform,
                markers(),
                () -> CPython.reference().executable());
        return new PackageEnvironment(installer).sitePackages();
    }

    /** What GraalPy says of itself, in the words of a requirement's environment markers. */
    static Map<String, String> markers() {
        return Map.ofEntries(
                Map.entry("implementation_name", "graalpy"),
                Map.entry("implementation_version", PINNED.version().toString()),
                Map.entry("platform_python_implementation", "GraalVM"),
                Map.entry("python_full_version", LANGUAGE),
                Map.entry("python_version", language()));
    }
}
