package pykata.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;
import pykata.python.CPython;
import pykata.python.Implementation;
import pykata.python.Interpreter;
import pykata.python.Version;

/** What fails for want of something is skipped, and everything else is red. */
class AbsenceTest {

    private static final Throwable FAILURE = new AssertionError("observed 1, expected 2\nand more");

    @TempDir
    Path folder;

    @Test
    void a_test_that_gave_up_says_why() {
        assertThat(Absence.behind(new TestAbortedException("no network"), CPython::reference))
                .contains("no network");
    }

    @Test
    void a_failure_where_nothing_is_missing_is_one() {
        assertThat(Absence.behind(FAILURE, CPython::reference)).isEmpty();
        assertThat(Absence.behind(FAILURE, () -> null)).isEmpty();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the executable is a shell script")
    void a_failure_on_a_cpython_that_was_built_without_a_module_says_nothing() throws IOException {
        var executable = Files.writeString(folder.resolve("python3"), "#!/bin/sh\necho sqlite3\n");
        executable.toFile().setExecutable(true);
        var incomplete =
                new CPython(new Interpreter(Implementation.CPYTHON, Version.parse("3.11.3")), executable, false);
        assertThat(Absence.behind(FAILURE, () -> incomplete))
                .contains("CPython 3.11.3 was built without sqlite3, which may be why: observed 1, expected 2");
    }
}
