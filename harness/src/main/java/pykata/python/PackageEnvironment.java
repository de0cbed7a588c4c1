package pykata.python;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.io.function.Uncheck;
import pykata.state.Lock;

/**
 * What a {@code requirements.txt} pins, installed in the user cache for one interpreter: a virtual environment of a
 * CPython, or a folder for GraalPy's path. Whoever asks first makes it; from then on it needs no network.
 *
 * <p>Safe for builds at the same time (one installs, the others wait) and after a build was killed (each try has a folder
 * of its own, and a marker names the one that is complete). It holds absolute paths and cannot be moved.
 */
public final class PackageEnvironment {

    private static final String MARKER = "complete";

    /** The folders whose entries must all be there still. */
    private static final Set<String> CHECKED = Set.of("bin", "Scripts", "site-packages");

    /** Not tried again by the same build: a try may take seconds to find no index. */
    private static final Map<Path, PythonUnavailable> FAILED = new ConcurrentHashMap<>();

    private final PackageInstaller installer;
    private final Path home;

    PackageEnvironment(PackageInstaller installer) {
        this.installer = installer;
        this.home = packages().resolve(installer.key());
    }

    /**
     * An environment in the user cache.
     *
     * @param what it is, as a reader would say it
     */
    public record Installed(Path folder, String what) {}

    /** Those that are complete. */
    public static List<Installed> all() {
        return Folders.children(packages()).stream()
                .filter(home -> Files.isRegularFile(home.resolve(MARKER)))
                .map(home -> new Installed(
                        home,
                        Uncheck.apply(Files::readAllLines, home.resolve(MARKER)).getFirst()))
                .toList();
    }

    private static Path packages() {
        return UserCache.folder().resolve("packages");
    }

    /** Where it is in the user cache, once it is complete. */
    Path home() {
        return home;
    }

    /**
     * The executable of one that is CPython's.
     *
     * @throws PythonUnavailable if it cannot be made; absent, if no index can be reached
     */
    Path python() {
        return folder().resolve(Platform.current().isWindows() ? "Scripts/python.exe" : "bin/python3");
    }

    /**
     * The packages of one that is GraalPy's.
     *
     * @throws PythonUnavailable if it cannot be made; absent, if no index can be reached
     */
    Path sitePackages() {
        return folder().resolve("site-packages");
    }

    private Path folder() {
        var failed = FAILED.get(home);
        if (failed != null) {
            throw failed;
        }
        try {
            if (complete().isEmpty()) {
                Lock.hold(packages().resolve("lock"), this::make);
            }
            return complete().orElseThrow(() -> new IOException("something deletes what is installed there"));
        } catch (IOException | PythonUnavailable e) {
            var failure = e instanceof PythonUnavailable known
                    ? known
                    : new PythonUnavailable(
                            "%s cannot be installed in %s: %s".formatted(installer.what(), home, e.getMessage()), e);
            FAILED.put(home, failure);
            throw failure;
        }
    }

    private Path make() throws IOException {
        var made = complete();
        if (made.isPresent()) {
            return made.get(); // by another build, which was faster
        }
        System.out.println("Installing " + installer.what() + " (once; a few seconds)");
        System.out.flush();
        Files.createDirectories(home);
        Folders.children(home).forEach(Folders::deleteIfPossible); // what killed builds left, or is no longer whole
        var folder = Files.createTempDirectory(home, "");
        installer.install(packages(), folder);
        var marker = Files.createTempFile(home, MARKER, "");
        Files.write(marker, marking(folder));
        return Files.move(marker, home.resolve(MARKER), StandardCopyOption.ATOMIC_MOVE);
    }

    /** What it is, where, in which folder, and what must be in there. */
    private List<String> marking(Path folder) throws IOException {
        var lines = new ArrayList<>(
                List.of(installer.what(), home.toString(), folder.getFileName().toString()));
        try (var files = Files.walk(folder, 4)) {
            files.filter(file -> CHECKED.contains(file.getParent().getFileName().toString()))
                    .map(file -> folder.relativize(file).toString())
                    .filter(name -> name.matches("\\p{ASCII}+")) // others cannot be read in every locale
                    .forEach(lines::add);
        }
        return lines;
    }

    /** The folder that the marker names, if it is where and as it was made. */
    private Optional<Path> complete() throws IOException {
        var marker = home.resolve(MARKER);
        if (!Files.isRegularFile(marker)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(marker);
        if (!lines.get(1).equals(home.toString())) {
            return Optional.empty();
        }
        var folder = home.resolve(lines.get(2));
        var isWhole = lines.stream().skip(3).allMatch(name -> Files.exists(folder.resolve(name)));
        return isWhole ? Optional.of(folder) : Optional.empty();
    }
}
