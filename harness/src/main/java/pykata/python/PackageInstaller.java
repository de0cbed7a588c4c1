package pykata.python;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

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

    private static final String SCRIPT = Shim.text(PackageInstaller.class, "install.py");
    private static final String TOOLS = Shim.text(PackageInstaller.class, "install-requirements.txt");

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
        var installed = CompletedProcess.of(builder, Duration.ofHours(1));
        switch (installed.status()) {
            case 0 -> {}
            case UNREACHABLE ->
                throw PythonUnavailable.absent(
                        "no package index can be reached to install %s\n%s".formatted(what(), shown(installed.said())));
            default ->
                throw new PythonUnavailable("%s cannot be installed\n%s".formatted(what(), shown(installed.said())));
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
        return DigestUtils.sha256Hex(text).substring(0, 12);
    }
}
