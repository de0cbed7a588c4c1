package pykata.measured;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import pykata.python.CPython;
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
    private static final Pattern MODEL = Pattern.compile("model name\\s*:\\s*(.*)");

    /**
     * Where we are now.
     *
     * @param root the repository's folder
     * @param folder the question's
     */
    public static Environment of(Path root, Path folder) {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Environment(
                model(),
                system.getAvailableProcessors(),
                Math.round(system.getTotalMemorySize() / 1e9),
                Platform.current().toString(),
                "%s, %s".formatted(Runtime.version(), System.getProperty("java.vendor")),
                GraalPy.version().version().toString(),
                CPython.reference().interpreter().version().toString(),
                sources(root, folder),
                commit(root),
                LocalDate.now().toString());
    }

    /** Of what is measured: the benchmark's Python and Java. */
    static String sources(Path root, Path folder) {
        try {
            var text = new StringBuilder();
            for (var file : measured(folder)) {
                text.append(root.relativize(file).toString().replace('\\', '/')).append('\n');
                text.append(Files.readString(file));
            }
            return hash(text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same on every system. */
    static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var bytes = text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(digest.digest(bytes)).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> measured(Path folder) throws IOException {
        try (var files = Files.walk(folder.resolve("src/test"))) {
            return files.filter(file ->
                            MEASURED.matcher(file.toString().replace('\\', '/')).find())
                    .sorted()
                    .toList();
        }
    }

    private static String model() {
        try {
            var matcher = MODEL.matcher(Files.readString(Path.of("/proc/cpuinfo")));
            return matcher.find() ? matcher.group(1).strip() : "unknown processor";
        } catch (IOException e) {
            return System.getenv().getOrDefault("PROCESSOR_IDENTIFIER", "unknown processor");
        }
    }

    private static String commit(Path root) {
        var head = git(root, "rev-parse", "--short=12", "HEAD");
        return git(root, "status", "--porcelain", "--untracked-files=no").isEmpty() ? head : head + "+";
    }

    private static String git(Path root, String... arguments) {
        try {
            var command = new ArrayList<>(List.of("git"));
            command.addAll(List.of(arguments));
            var process = new ProcessBuilder(command).directory(root.toFile()).start();
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes()).strip();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0 ? said : "unknown";
        } catch (IOException e) {
            return "unknown";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }
}
