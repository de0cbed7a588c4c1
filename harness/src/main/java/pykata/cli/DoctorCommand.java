package pykata.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.commons.io.FileUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import pykata.python.CPython;
import pykata.python.CompletedProcess;
import pykata.python.Folders;
import pykata.python.GraalPy;
import pykata.python.JvmNotices;
import pykata.python.PackageEnvironment;
import pykata.python.Platform;
import pykata.python.PythonUnavailable;
import pykata.python.UserCache;
import pykata.state.StateFile;

@Command(
        name = "doctor",
        description = "What this machine has of what the proofs need.",
        footer = {"", "Example:", "  ./kata doctor --clean"})
final class DoctorCommand extends RepositoryCommand {

    @Option(names = "--clean", description = "Empty the cache folder first; what is needed comes back by itself.")
    private boolean clean;

    @Override
    public Integer call() throws IOException {
        if (clean) {
            clean(UserCache.folder());
        }
        line("platform", Platform.current() + ", " + Runtime.getRuntime().availableProcessors() + " processors");
        line("JDK", Runtime.version() + " in " + System.getProperty("java.home"));
        line("Maven", maven());
        line("GraalPy", GraalPy.version() + (GraalPy.isCompiling() ? ", compiling" : ", interpreting"));
        line("CPython", cPython());
        line("start", quickstart());
        for (var installed : PackageEnvironment.all()) {
            line("packages", "%s, %d KB".formatted(installed.what(), size(installed.folder()) >> 10));
        }
        line("cache", "%s, %d MB".formatted(UserCache.folder(), size(UserCache.folder()) >> 20));
        return 0;
    }

    private void line(String what, String found) {
        out().printf("%-9s %s%n", what, found);
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
            var command = new ProcessBuilder(mvn, "-q", "-Dstyle.color=never", "--version").redirectErrorStream(true);
            var said = CompletedProcess.of(command, Duration.ofMinutes(1)).said();
            return JvmNotices.removedFrom(said).replaceAll("\u001b\\[[0-9;]*m", "");
        } catch (IOException e) {
            return "MISSING: install Maven 3.8 or newer (" + e.getMessage() + ")";
        }
    }

    private static long size(Path folder) {
        return Files.isDirectory(folder) ? FileUtils.sizeOfDirectory(folder.toFile()) : 0;
    }

    /** What somebody has practised does not come back by itself, so it stays. Links are deleted, not followed. */
    static void clean(Path folder) throws IOException {
        for (var file : Folders.children(folder)) {
            if (!file.getFileName().toString().matches(StateFile.filesOf(History.NAME))) {
                Folders.delete(file);
            }
        }
    }
}
