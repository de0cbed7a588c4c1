package pykata.measured;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.io.function.Uncheck;
import pykata.python.CPython;
import pykata.python.CompletedProcess;
import pykata.python.Folders;
import pykata.python.GraalPy;
import pykata.python.Platform;

/**
 * What numbers were measured on, and what they are numbers of.
 *
 * @param sources a hash of the Python and the Java that was measured
 * @param commit of the repository, with a plus if something was not committed
 */
public record Environment(
        String processor,
        int processors,
        long memoryGigabytes,
        String platform,
        String jdk,
        String graalPy,
        String cPython,
        String sources,
        String commit,
        String date) {

    private static final Pattern MEASURED = Pattern.compile("/python/benchmark/.*\\.py$|Benchmark\\.java$");
    private static final Pattern SYSTEM = Pattern.compile("(?!(.*/)?(target|__pycache__)/)(.*/)?src/main/.*");
    private static final Pattern MODEL = Pattern.compile("model name\\s*:\\s*(.*)");

    /**
     * Where we are now.
     *
     * @param root the repository's folder
     * @param folder the question's
     * @param isOfSystem whether all of its code is measured, as a running system
     */
    public static Environment of(Path root, Path folder, boolean isOfSystem) {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Environment(
                model(),
                system.getAvailableProcessors(),
                Math.round(system.getTotalMemorySize() / 1e9),
                Platform.current().toString(),
                "%s, %s".formatted(Runtime.version(), System.getProperty("java.vendor")),
                GraalPy.version().version().toString(),
                CPython.reference().interpreter().version().toString(),
                sources(root, folder, isOfSystem),
                commit(root),
                LocalDate.now().toString());
    }

    /** Of what is measured: the benchmark's Python and Java, and of a system all that it consists of. */
    static String sources(Path root, Path folder, boolean isOfSystem) {
        return hash(Folders.files(isOfSystem ? folder : folder.resolve("src/test"), "").stream()
                .filter(file -> MEASURED.matcher(named(root, file)).find()
                        || isOfSystem && SYSTEM.matcher(named(folder, file)).matches())
                .map(file -> named(root, file) + "\n" + Uncheck.apply(Files::readString, file))
                .collect(Collectors.joining()));
    }

    /** A file relative to a folder that it is in; the same on every system. */
    static String named(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** The same on every system. */
    static String hash(String text) {
        return DigestUtils.sha256Hex(text.replace("\r\n", "\n")).substring(0, 16);
    }

    private static String model() {
        try {
            var matcher = MODEL.matcher(Files.readString(Path.of("/proc/cpuinfo")));
            return matcher.find() ? matcher.group(1).strip() : "unknown processor";
        } catch (IOException e) {
            return System.getenv().getOrDefault("PROCESSOR_IDENTIFIER", "unknown processor");
        }
    }

    /** Short, with a plus if something is not committed. */
    static String commit(Path root) {
        var command = new ProcessBuilder("git", "describe", "--always", "--exclude=*", "--abbrev=12", "--dirty=+")
                .directory(root.toFile())
                .redirectError(Redirect.DISCARD);
        try {
            var git = CompletedProcess.of(command, Duration.ofSeconds(10));
            return git.status() == 0 ? git.said() : "unknown";
        } catch (IOException e) {
            return "unknown";
        }
    }
}
