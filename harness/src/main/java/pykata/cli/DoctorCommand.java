package pykata.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import pykata.python.CPython;
import pykata.python.GraalPy;
import pykata.python.PackageEnvironment;
import pykata.python.Platform;
import pykata.python.PythonUnavailable;
import pykata.python.UserCache;
import pykata.state.StateFile;

@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "What this machine has of what the proofs need.",
        footer = {"", "Example:", "  ./kata doctor --clean"})
final class DoctorCommand implements Callable<Void> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--clean", description = "Empty the cache folder first; what is needed comes back by itself.")
    private boolean clean;

    private final Repository repository;

    DoctorCommand(Repository repository) {
        this.repository = repository;
    }

    @Override
    public Void call() throws IOException {
        var out = spec.commandLine().getOut();
        if (clean) {
            clean(UserCache.folder());
        }
        line(
                out,
                "platform",
                Platform.current() + ", " + java.lang.Runtime.getRuntime().availableProcessors() + " processors");
        line(out, "JDK", Runtime.version() + " in " + System.getProperty("java.home"));
        line(out, "Maven", maven());
        line(out, "GraalPy", GraalPy.version() + (GraalPy.isCompiling() ? ", compiling" : ", interpreting"));
        line(out, "CPython", cPython());
        line(out, "start", quickstart());
        for (var installed : PackageEnvironment.all()) {
            line(out, "packages", "%s, %d KB".formatted(installed.what(), size(installed.folder()) >> 10));
        }
        line(out, "cache", "%s, %d MB".formatted(UserCache.folder(), size(UserCache.folder()) >> 20));
        out.flush();
        return null;
    }

    private static void line(PrintWriter out, String what, String found) {
        out.printf("%-9s %s%n", what, found);
    }

    private static String cPython() {
        try {
            var python = CPython.reference();
            return python.interpreter() + " in " + python.executable();
        } catch (PythonUnavailable reason) {
            return "MISSING: " + reason.getMessage();
        }
    }

    private String quickstart() {
        var archive = repository.root().resolve("target/quickstart/classes.jsa");
        return Files.exists(archive)
                ? "tests start GraalPy from %s, %d MB"
                        .formatted(archive, archive.toFile().length() >> 20)
                : "tests start GraalPy slowly, until the next mvn test has made an archive for it";
    }

    private static String maven() {
        var mvn = Platform.current().os().equals("windows") ? "mvn.cmd" : "mvn";
        try {
            var process = new ProcessBuilder(mvn, "-q", "-Dstyle.color=never", "--version")
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            return new String(process.getInputStream().readAllBytes())
                    .replaceAll("\u001b\\[[0-9;]*m", "")
                    .strip();
        } catch (IOException e) {
            return "MISSING: install Maven 3.8 or newer (" + e.getMessage() + ")";
        }
    }

    private static long size(Path folder) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What somebody has practised does not come back by itself, so it stays. Links are deleted, not followed. */
    static void clean(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(folder) && !isHistory(folder.relativize(file))) {
                    Files.delete(file);
                }
            }
        }
    }

    private static boolean isHistory(Path inCache) {
        return inCache.toString().matches(StateFile.filesOf(History.NAME));
    }
}
