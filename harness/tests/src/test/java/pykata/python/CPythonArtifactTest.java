package pykata.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import pykata.ChildJvm;

/** Whatever happens while CPython is unpacked, there is one good copy afterwards, or a reason and no copy. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the small artifact's executable is a shell script")
class CPythonArtifactTest {

    private static final String COUNT = "echo compiled >> \"$here/../../compiled\"";

    @TempDir
    Path folder;

    @Test
    void is_unpacked_once_without_cpythons_own_tests() throws IOException {
        var artifact = SmallArtifact.in(folder, COUNT);
        var said = new ByteArrayOutputStream();
        assertThat(artifact.unpacked(cache(), new PrintStream(said)))
                .isExecutable()
                .isEqualTo(home().resolve("bin/python3"));
        assertThat(artifact.unpacked(cache(), new PrintStream(said))).isExecutable();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .containsOnlyOnce("Unpacking CPython 3.14.99 into " + home() + " (once; a few seconds)");
        isOneGoodCopy();
        assertThat(home().resolve("lib/python3.14/test")).doesNotExist();
        assertThat(home().resolve("lib/python3.14/lib-dynload/libffi.so.8")).exists();
    }

    @Test
    void is_unpacked_again_where_a_copy_was_left_half_way() throws IOException {
        Files.createDirectories(home().resolve("bin"));
        Files.writeString(home().resolve("bin/python3"), "half a pyth");
        Files.writeString(home().resolve("left over"), "");
        Files.createDirectories(cache().resolve(home().getFileName() + ".unpacking-1/lib"));
        SmallArtifact.in(folder, COUNT).unpacked(cache(), quiet());
        isOneGoodCopy();
        assertThat(home().resolve("left over")).doesNotExist();
    }

    @Test
    void is_unpacked_again_where_the_executable_is_gone() throws IOException {
        var executable = SmallArtifact.in(folder, COUNT).unpacked(cache(), quiet());
        Files.delete(executable);
        Files.delete(cache().resolve("compiled"));
        SmallArtifact.in(folder, COUNT).unpacked(cache(), quiet());
        isOneGoodCopy();
    }

    @Test
    void is_unpacked_once_by_processes_and_threads_at_once() throws Exception {
        var artifact = SmallArtifact.in(folder, COUNT);
        var processes = List.of(unpack(artifact).start(), unpack(artifact).start());
        try (var threads = Executors.newFixedThreadPool(2)) {
            var executables = new ArrayList<Future<Path>>();
            for (var thread = 0; thread < 2; thread++) {
                executables.add(threads.submit(() -> artifact.unpacked(cache(), quiet())));
            }
            for (var executable : executables) {
                assertThat(executable.get(60, TimeUnit.SECONDS)).isExecutable();
            }
        }
        for (var process : processes) {
            assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("ready " + home().resolve("bin/python3"));
        }
        isOneGoodCopy();
    }

    /** The compiler kills its build, outlives it, and goes on writing into what that had unpacked. */
    @Test
    void is_unpacked_again_after_a_build_was_killed_half_way() throws Exception {
        var artifact = SmallArtifact.in(folder, """
            test -e "$here/../../survivor" && exit
            echo $$ > "$here/../../survivor"
            kill -9 $PPID
            while mkdir -p "$here/../lib/late-$((i += 1))"; do :; done
            """);
        assertThat(ChildJvm.said(unpack(artifact))).contains("Unpacking").doesNotContain("ready", "unavailable");
        try {
            assertThat(home()).doesNotExist();
            assertThat(artifact.unpacked(cache(), quiet())).isExecutable();
            assertThat(home().resolve("lib")).isDirectoryContaining("glob:**python3.14");
            assertThat(home().resolve("lib")).isDirectoryNotContaining("glob:**late*");
        } finally {
            var survivor =
                    Long.parseLong(Files.readString(cache().resolve("survivor")).strip());
            ProcessHandle.of(survivor).ifPresent(process -> {
                process.destroyForcibly();
                process.onExit().join();
            });
        }
    }

    @Test
    void says_what_to_do_when_the_disk_is_full_and_leaves_nothing() throws IOException {
        var unpack = unpack(SmallArtifact.in(folder, COUNT));
        var limited = new ArrayList<>(List.of("sh", "-c", "ulimit -f 100; exec \"$@\"", "sh"));
        limited.addAll(unpack.command());
        assertThat(ChildJvm.said(unpack.command(limited)))
                .contains("unavailable: CPython 3.14.99 cannot be unpacked into " + cache() + ": ")
                .containsPattern("\\(\\d+ MB are free there, about 130 are needed\\)")
                .contains("Make room, or set PYKATA_CACHE to another folder");
        assertThat(cache()).isDirectoryNotContaining("regex:.*small[^/]*(?<!\\.lock)");
    }

    @Test
    void says_why_the_library_could_not_be_compiled() throws IOException {
        var artifact = SmallArtifact.in(folder, "echo no space left; exit 1");
        assertThatExceptionOfType(PythonUnavailable.class)
                .isThrownBy(() -> artifact.unpacked(cache(), quiet()))
                .withMessageContaining("compiling its standard library failed: no space left");
        assertThat(home()).doesNotExist();
    }

    /** The only test that unpacks the real one: killed once on the way, then wholly. */
    @Test
    void the_real_one_runs_after_a_build_was_killed_while_unpacking_it() throws Exception {
        var artifact = CPythonArtifact.onClassPath().orElseThrow();
        var killed = unpack(artifact).start();
        assertThat(killed.inputReader().readLine()).startsWith("Unpacking CPython ");
        killed.destroyForcibly().waitFor();
        assertThat(cache().resolve("cpython-" + artifact.version() + "-" + artifact.platform()))
                .doesNotExist();
        var executable = artifact.unpacked(cache(), quiet());
        assertThat(CPython.of(executable).interpreter().version()).isEqualTo(artifact.cpython());
    }

    private ProcessBuilder unpack(CPythonArtifact artifact) {
        return ChildJvm.command(
                List.of(), Unpack.class, artifact.version(), artifact.jarEntry().toString(), cache().toString());
    }

    private void isOneGoodCopy() {
        assertThat(home().resolve("complete")).hasContent(SmallArtifact.VERSION);
        assertThat(home().resolve("lib/python3.14/os.py")).hasSize((1 << 20) + 2);
        assertThat(cache().resolve("compiled")).hasContent("compiled");
        assertThat(cache()).isDirectoryNotContaining("glob:**unpacking*");
    }

    private Path cache() {
        return folder.resolve("cache");
    }

    private Path home() {
        return cache().resolve("cpython-" + SmallArtifact.VERSION + "-" + Platform.current());
    }

    private static PrintStream quiet() {
        return new PrintStream(PrintStream.nullOutputStream());
    }
}
