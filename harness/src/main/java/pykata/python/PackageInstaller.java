package pykata.python;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Installs what a {@code requirements.txt} pins, for one interpreter.
 *
 * @param which tells apart two interpreters of the same version
 * @param markers what the interpreter says of itself; empty if it is the one that installs
 * @param python the CPython that installs
 */
record PackageInstaller(
        Requirements requirements,
        Interpreter interpreter,
        String which,
        Map<String, String> markers,
        Supplier<Path> python) {

    private static final String SCRIPT = Shim.read("install.py");
    private static final String TOOLS = Shim.read("install-requirements.txt");

    /** The script's status where it cannot reach an index. */
    private static final int UNREACHABLE = 75;

    private static final int MOST_LINES = 12;

    /** What is to be installed, as a reader would say it. */
    String what() {
        return "%s (%d packages) for %s"
                .formatted(requirements, requirements.pinned().size(), interpreter);
    }

    /** Names what comes of it: the same again only for the same interpreter, requirements and way to install them. */
    String key() {
        return "%s-%s-%s"
                .formatted(
                        interpreter.implementation(),
                        interpreter.version(),
                        hash(requirements.text() + which + new TreeMap<>(markers) + SCRIPT + TOOLS))
                .toLowerCase(Locale.ROOT);
    }

    /**
     * Installs it, and before the first time what installs.
     *
     * @throws PythonUnavailable if it cannot be installed; absent, if no index can be reached
     */
    void install(Path cache, Path folder) throws IOException {
        var script = Files.writeString(cache.resolve("install.py"), SCRIPT);
        var tools = Files.writeString(cache.resolve("install-requirements.txt"), TOOLS);
        var command = new ArrayList<>(List.of(
                python.get().toString(),
                script.toString(),
                tools.toString(),
                cache.resolve("tools-" + hash(TOOLS + Platform.current())).toString(),
                requirements.file().toString(),
                folder.toString()));
        markers.forEach((name, value) -> command.add(name + "=" + value));
        var builder = new ProcessBuilder(command).directory(cache.toFile()).redirectErrorStream(true);
        InterpreterCommand.cleanEnvironment(builder.environment());
        var process = ProcessTree.start(builder);
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        switch (exitCode(process)) {
            case 0 -> {}
            case UNREACHABLE ->
                throw PythonUnavailable.absent(
                        "no package index can be reached to install %s\n%s".formatted(what(), shown(said)));
            default -> throw new PythonUnavailable("%s cannot be installed\n%s".formatted(what(), shown(said)));
        }
    }

    private static int exitCode(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while installing", e);
        } finally {
            ProcessTree.end(process);
        }
    }

    /** Without the hashes of a mismatch: there is one for each platform. */
    private static String shown(String said) {
        return said.lines()
                .filter(line -> !line.isBlank() && !line.strip().matches("(Expected|or)?\\s*sha256[: ]\\S+"))
                .limit(MOST_LINES)
                .collect(Collectors.joining("\n"))
                .indent(2)
                .stripTrailing();
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
