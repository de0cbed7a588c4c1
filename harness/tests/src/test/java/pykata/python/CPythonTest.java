package pykata.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Any CPython that is new enough can stand in for the pinned one; anything else is refused by name. */
class CPythonTest {

    @TempDir
    Path folder;

    @Test
    void a_named_cpython_is_taken_but_not_for_the_pinned_one() {
        var executable = CPython.reference().executable();
        assertThat(CPython.of(executable))
                .isEqualTo(new CPython(CPython.reference().interpreter(), executable, false));
    }

    @Test
    void a_platform_without_an_artifact_is_told_the_property() {
        assertThat(CPython.missing(new Platform("freebsd", "riscv64")))
                .hasMessage("no CPython is packaged for freebsd-riscv64:"
                        + " name an executable with -Dpykata.cpython=/path/to/python3");
    }

    @Test
    void a_missing_executable_is_named() {
        var missing = folder.resolve("python3");
        assertThatExceptionOfType(PythonUnavailable.class)
                .isThrownBy(() -> CPython.of(missing))
                .withMessageStartingWith(missing + " does not run: ");
    }

    @ParameterizedTest
    @CsvSource({
        "graalpy 3.12.8, '%s is no CPython: it says graalpy 3.12.8'",
        "hello, '%s is no CPython: it says hello'",
        "'', '%s is no CPython: it says nothing'",
        "cpython 3.10.19, '%s is CPython 3.10.19; 3.11 or newer is needed'",
        "cpython 2.7.18, '%s is CPython 2.7.18; 3.11 or newer is needed'",
    })
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the executables are shell scripts")
    void another_executable_is_refused_by_what_it_says(String says, String message) throws IOException {
        var executable = Files.writeString(folder.resolve("python3"), "#!/bin/sh\necho " + says + "\n");
        executable.toFile().setExecutable(true);
        assertThatExceptionOfType(PythonUnavailable.class)
                .isThrownBy(() -> CPython.of(executable))
                .withMessage(message, executable);
    }

    @Test
    void the_packaged_one_was_built_with_all_of_the_standard_library() {
        assertThat(CPython.of(CPython.reference().executable()).lacking()).isEmpty();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the executable is a shell script")
    void what_another_one_was_built_without_is_named() throws IOException {
        var executable = Files.writeString(folder.resolve("python3"), """
                #!/bin/sh
                case "$2" in
                    *import_module*) printf 'ctypes\\nsqlite3\\n' ;;
                    *) echo cpython 3.12.1 ;;
                esac
                """);
        executable.toFile().setExecutable(true);
        assertThat(CPython.of(executable).lacking()).containsExactly("ctypes", "sqlite3");
    }
}
