package pykata.python;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.function.Uncheck;

/**
 * The folder that code under proof works in: new, empty, and deleted at the latest when this JVM ends.
 *
 * @param temporary with the folder and what we keep beside it
 */
record WorkingFolder(TemporaryFolder temporary) implements AutoCloseable {

    /** What names the folder for temporary files, here or there. */
    private static final List<String> TEMPORARY = List.of("TMPDIR", "TEMP", "TMP");

    static WorkingFolder create() {
        var folder = new WorkingFolder(TemporaryFolder.create());
        Uncheck.apply(Files::createDirectory, folder.path());
        return folder;
    }

    /** What is around it: for what we keep ourselves. */
    Path home() {
        return temporary.path();
    }

    Path path() {
        return home().resolve("work");
    }

    /** Takes away what would make one machine's Python differ from another's, and fixes what is left open. */
    void cleanEnvironment(Map<String, String> environment) {
        InterpreterCommand.cleanEnvironment(environment);
        TEMPORARY.forEach(name -> environment.put(name, path().toString()));
    }

    /** Takes away what has been left in it, except on Windows what is still open. */
    void clear() {
        Folders.children(path()).forEach(Folders::deleteIfPossible);
    }

    @Override
    public void close() {
        temporary.close();
    }
}
