package pykata.python;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The packages for GraalPy's path: it has no installer that an embedding could use, so the reference CPython installs. */
final class GraalPyPackages {

    private GraalPyPackages() {}

    /**
     * The folder of the packages that sources need; null if they need none.
     *
     * @throws PythonUnavailable if the packages cannot be installed
     */
    static @Nullable Path of(Sources sources) {
        var packages = sources.packages();
        if (packages == null) {
            return null;
        }
        var platform = Platform.current().toString();
        var installer = new PackageInstaller(
                packages,
                GraalPyVersion.PINNED,
                platform,
                markers(),
                () -> CPython.reference().executable());
        return new PackageEnvironment(installer).sitePackages();
    }

    /** What GraalPy says of itself, in the words of a requirement's environment markers. */
    static Map<String, String> markers() {
        var implementation = GraalPyVersion.PINNED.version().toString();
        return Map.ofEntries(
                Map.entry("implementation_name", "graalpy"),
                Map.entry("implementation_version", implementation),
                Map.entry("platform_python_implementation", "GraalVM"),
                Map.entry("python_full_version", GraalPyVersion.LANGUAGE),
                Map.entry("python_version", GraalPyVersion.language()));
    }
}
