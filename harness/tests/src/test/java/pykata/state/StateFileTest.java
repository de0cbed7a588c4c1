package pykata.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pykata.python.CPython;

/** A state file that several terminals read and change, and that somebody has damaged. */
class StateFileTest {

    private static final String LOCKING = """
            import fcntl, sys
            file = sys.argv[1]
            with open(file + ".lock", "w") as lock:
                fcntl.lockf(lock, fcntl.LOCK_EX)
                print("locked", flush=True)
                sys.stdin.readline()
                with open(file, "w") as state:
                    state.write('{"gil": {"visits": 7}}')
            """;

    private final List<String> told = new ArrayList<>();

    record Visits(int visits, LocalDate last) {

        static final Visits NONE = new Visits(0, LocalDate.of(2026, 11, 1));

        Visits andOne() {
            return new Visits(visits + 1, last);
        }
    }

    @TempDir
    Path folder;

    @Test
    void changes_of_two_terminals_are_both_kept() {
        var one = state();
        var other = state();
        one.change("gil", Visits.NONE, Visits::andOne);
        other.change("gil", Visits.NONE, Visits::andOne);
        other.change("memory-model", Visits.NONE, Visits::andOne);
        assertThat(one.change("gil", Visits.NONE, Visits::andOne).visits()).isEqualTo(3);
        assertThat(one.read())
                .isEqualTo(Map.of("gil", new Visits(3, Visits.NONE.last()), "memory-model", Visits.NONE.andOne()));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the other process locks as POSIX does it")
    void a_change_waits_for_that_of_another_process() throws Exception {
        var python = CPython.reference().executable().toString();
        var other = new ProcessBuilder(python, "-c", LOCKING, file().toString()).start();
        assertThat(other.inputReader().readLine()).isEqualTo("locked");
        var changed = CompletableFuture.supplyAsync(() -> state().change("gil", Visits.NONE, Visits::andOne));
        other.outputWriter().append('\n').close();
        assertThat(changed.get().visits()).isEqualTo(8);
        assertThat(other.waitFor()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{\"gil\": ", "{\"gil\": null}", "{\"gil\": {\"last\": \"soon\"}}"})
    void what_is_not_understood_is_put_aside(String damaged) throws IOException {
        Files.writeString(file(), damaged);
        assertThat(state().read()).isEmpty();
        assertThat(told)
                .containsExactly("visits.json is not understood; it is kept as %s, and a new one begins."
                        .formatted(folder.resolve("visits.damaged-1.json")));
        assertThat(folder.resolve("visits.damaged-1.json")).hasContent(damaged);
        Files.writeString(file(), damaged);
        state().change("gil", Visits.NONE, Visits::andOne);
        assertThat(state().read()).containsOnlyKeys("gil");
        assertThat(folder.resolve("visits.damaged-2.json")).exists();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there a link needs a right of its own")
    void a_link_stays_one() throws IOException {
        var elsewhere = Files.createDirectory(folder.resolve("elsewhere")).resolve("mine.json");
        Files.writeString(elsewhere, "{\"gil\": {\"visits\": 2}}");
        Files.createSymbolicLink(file(), elsewhere);
        state().change("gil", Visits.NONE, Visits::andOne);
        assertThat(file()).isSymbolicLink();
        assertThat(elsewhere).content().contains("3");
        assertThat(elsewhere.getParent()).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void what_a_newer_version_adds_is_passed_over() throws IOException {
        Files.writeString(file(), "{\"gil\": {\"visits\": 2, \"mood\": \"good\"}}");
        assertThat(state().read().get("gil").visits()).isEqualTo(2);
        assertThat(told).isEmpty();
    }

    @Test
    void a_file_that_cannot_be_written_is_one_sentence() throws IOException {
        Files.createDirectory(file());
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> state().change("gil", Visits.NONE, Visits::andOne))
                .satisfies(failure -> assertThat(failure.getMessage().lines()).hasSize(1))
                .withMessageStartingWith("cannot write " + file());
    }

    private StateFile<Visits> state() {
        return new StateFile<>(file(), Visits.class, told::add);
    }

    private Path file() {
        return folder.resolve("visits.json");
    }
}
