package pykata.python;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an interpreter is started as a process.
 *
 * @param warmUp time that may pass before its first answer although nothing is wrong
 * @param words what runs a Python script, before the script's own path and arguments
 * @param packages a folder of packages to be found; null if there are none, or if they come with the command
 */
record InterpreterCommand(
        Interpreter interpreter,
        Duration warmUp,
        List<String> words,
        @Nullable Path packages) {

    /** Takes away what would make one machine's Python differ from another's, and fixes what is left open. */
    static void cleanEnvironment(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("PYTHON") || name.startsWith("LC_"));
        environment.put("PYTHONHASHSEED", "0");
        environment.put("PYTHONUTF8", "1");
        environment.put("PYTHONDONTWRITEBYTECODE", "1");
        environment.put("PYTHONSAFEPATH", "1");
        environment.put("PYTHONNOUSERSITE", "1");
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("MALLOC_ARENA_MAX", "2"); // else each thread reserves 64 MB of the address space we limit
        environment.put("TZ", "UTC");
    }

    /** The same for one that works in a folder of its own, and has that for temporary files, too. */
    static void cleanEnvironment(Map<String, String> environment, Path folder) {
        cleanEnvironment(environment);
        List.of("TMPDIR", "TEMP", "TMP").forEach(name -> environment.put(name, folder.toString()));
    }
}
