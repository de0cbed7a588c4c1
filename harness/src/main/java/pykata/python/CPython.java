package pykata.python;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The reference implementation: the pinned CPython of the build, or the executable that the property
 * {@code pykata.cpython} (or the environment's {@code PYKATA_CPYTHON}) names.
 *
 * @param isPinned whether it is the build's own
 */
public record CPython(Interpreter interpreter, Path executable, boolean isPinned) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String WHO = "import sys; print(sys.implementation.name, '%d.%d.%d' % sys.version_info[:3])";

    /** Who builds a CPython without one of the libraries below gets one without the module, and a line that is easily missed. */
    private static final String WHAT = """
            from importlib import import_module
            for module in ("bz2", "ctypes", "lzma", "sqlite3", "ssl", "zlib"):
                try:
                    import_module(module)
                except ImportError:
                    print(module)
            """;

    private static final Map<Path, List<String>> LACKING = new ConcurrentHashMap<>();

    private static @Nullable CPython reference;
    private static @Nullable PythonUnavailable reason;

    /**
     * The CPython that proves claims in this JVM.
     *
     * @throws PythonUnavailable if there is none for this platform, or it cannot be unpacked or started
     */
    public static synchronized CPython reference() {
        if (reference == null && reason == null) {
            try {
                reference = choose();
            } catch (PythonUnavailable e) {
                reason = e;
            }
        }
        if (reason != null) {
            throw reason;
        }
        return reference;
    }

    /** The version that the build packages for this platform, if any. */
    public static Optional<Version> packaged() {
        return CPythonArtifact.onClassPath().map(CPythonArtifact::cpython);
    }

    /** Modules of the standard library that it was built without. The packaged one has all. */
    public List<String> lacking() {
        return isPinned
                ? List.of()
                : LACKING.computeIfAbsent(
                        executable, path -> ask(path, WHAT).lines().toList());
    }

    /**
     * A fresh process in which modules of the given sources can be called.
     *
     * @throws PythonUnavailable if the packages that they need cannot be installed
     */
    public Python start(Sources sources, Limits limits) {
        return start(sources, limits, List.of());
    }

    /**
     * The same, with a script in front that is given the command of the process to be: it does something, and runs it.
     *
     * @param script its path and arguments
     */
    public Python start(Sources sources, Limits limits, List<String> script) {
        return new PythonProcess((now, within) -> command(now, script), sources, limits);
    }

    private InterpreterCommand command(Sources sources, List<String> script) {
        var python = sources.packages() == null
                ? executable
                : environment(sources.packages()).python();
        var words = new ArrayList<>(List.of(python.toString()));
        words.addAll(script);
        return new InterpreterCommand(interpreter, PATIENCE, words, null);
    }

    PackageEnvironment environment(Requirements packages) {
        var path = executable.toString();
        return new PackageEnvironment(new PackageInstaller(packages, interpreter, path, Map.of(), () -> executable));
    }

    private static CPython choose() {
        var named = System.getProperty("pykata.cpython", System.getenv("PYKATA_CPYTHON"));
        if (named != null) {
            return of(Path.of(named));
        }
        var artifact = CPythonArtifact.onClassPath().orElseThrow(() -> missing(Platform.current()));
        return new CPython(
                new Interpreter(Implementation.CPYTHON, artifact.cpython()),
                artifact.unpacked(UserCache.folder(), System.out),
                true);
    }

    static PythonUnavailable missing(Platform platform) {
        return PythonUnavailable.absent(
                "no CPython is packaged for %s: name an executable with -Dpykata.cpython=/path/to/python3"
                        .formatted(platform));
    }

    /**
     * The CPython behind an executable.
     *
     * @throws PythonUnavailable if it does not run, or is not a CPython 3.11 or newer
     */
    static CPython of(Path executable) {
        var said = ask(executable, WHO);
        var words = said.split(" ");
        if (words.length != 2 || !words[0].equals("cpython")) {
            throw new PythonUnavailable(
                    "%s is no CPython: it says %s".formatted(executable, said.isEmpty() ? "nothing" : said));
        }
        var version = Version.parse(words[1]);
        if (version.compareTo(new Version(3, 11, 0)) < 0) {
            throw new PythonUnavailable("%s is CPython %s; 3.11 or newer is needed".formatted(executable, version));
        }
        return new CPython(new Interpreter(Implementation.CPYTHON, version), executable, false);
    }

    private static String ask(Path executable, String question) {
        var builder = new ProcessBuilder(executable.toString(), "-c", question).redirectErrorStream(true);
        InterpreterCommand.cleanEnvironment(builder.environment());
        try {
            return CompletedProcess.of(builder, PATIENCE).said();
        } catch (IOException e) {
            throw new PythonUnavailable("%s does not run: %s".formatted(executable, e.getMessage()), e);
        }
    }
}
