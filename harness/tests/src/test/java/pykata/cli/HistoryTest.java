package pykata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pykata.cli.Leitner.Grade;

/** A history that is there, missing, damaged, or out of reach. */
class HistoryTest {

    private static final Leitner STATE = new Leitner(2, LocalDate.of(2026, 11, 25));

    private final List<String> told = new ArrayList<>();

    @TempDir
    private Path folder;

    private History history;

    @BeforeEach
    void begin() {
        history = new History(file(), told::add);
    }

    private Path file() {
        return folder.resolve("cache/ask.json");
    }

    private void keep(String id, Leitner state) {
        history.change(id, before -> state);
    }

    @Test
    void begins_empty() {
        assertThat(history.read()).isEmpty();
        assertThat(folder).isEmptyDirectory();
        assertThat(told).isEmpty();
    }

    @Test
    void keeps_what_it_is_told_and_what_it_knew() throws IOException {
        keep("basics/gil", STATE);
        keep("gone/by-now", STATE);
        keep("basics/gil", new Leitner(3, LocalDate.of(2026, 11, 27)));
        assertThat(file()).hasContent("""
                        {
                          "basics/gil" : {
                            "box" : 3,
                            "due" : "2026-11-27"
                          },
                          "gone/by-now" : {
                            "box" : 2,
                            "due" : "2026-11-25"
                          }
                        }
                        """);
        assertThat(history.read()).containsOnlyKeys("basics/gil", "gone/by-now").containsEntry("gone/by-now", STATE);
        assertThat(file().getParent()).isDirectoryNotContaining("glob:**.part");
        assertThat(told).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{\"basics/gil\": null}",
                "{\"basics/gil\": {\"bo",
                "[]",
                "{\"basics/gil\": {}}",
                "{\"basics/gil\": {\"box\": 9, \"due\": \"2026-11-25\"}}",
                "{\"basics/gil\": {\"box\": 1, \"due\": \"soon\"}}"
            })
    void sets_a_damaged_one_aside(String damaged) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), damaged);
        Files.writeString(file().resolveSibling("ask.damaged-1.json"), "an earlier one");

        assertThat(history.read()).isEmpty();

        var aside = file().resolveSibling("ask.damaged-2.json");
        assertThat(told)
                .containsExactly(
                        "ask.json is not understood; it is kept as %s, and a new one begins.".formatted(aside));
        assertThat(aside).hasContent(damaged);
        keep("basics/gil", STATE);
        assertThat(history.read()).isEqualTo(Map.of("basics/gil", STATE));
    }

    /** A folder in its place stands for whatever cannot be read: file permissions do not stop every user. */
    @Test
    void leaves_alone_what_it_cannot_read() throws IOException {
        Files.createDirectories(file().resolve("kept"));

        assertThat(history.read()).isEmpty();
        keep("basics/gil", STATE);

        assertThat(told).hasSize(2);
        assertThat(told.getFirst()).startsWith("The history cannot be used, so every question counts as new: ");
        assertThat(told.getLast()).startsWith("This answer cannot be kept in the history: ");
        assertThat(file().resolve("kept")).exists();
    }

    @Test
    void says_that_it_cannot_be_written() throws IOException {
        Files.writeString(folder.resolve("cache"), "a file where the folder should be");

        keep("basics/gil", STATE);

        assertThat(told).singleElement().asString().startsWith("This answer cannot be kept in the history: ");
        assertThat(told.getFirst().lines()).hasSize(1);
    }

    @Test
    void goes_on_from_what_another_terminal_kept_meanwhile() {
        var today = LocalDate.of(2026, 11, 24);
        new History(file(), told::add).change("basics/gil", before -> before.after(Grade.GOOD, today));
        history.change("basics/gil", before -> before.after(Grade.GOOD, today));
        assertThat(history.read()).containsEntry("basics/gil", new Leitner(3, today.plusDays(4)));
    }

    @Test
    void survives_when_the_cache_is_emptied() throws IOException {
        keep("basics/gil", STATE);
        var aside = file().resolveSibling("ask.damaged-1.json");
        Files.writeString(aside, "{");
        var other = Files.createDirectories(file().resolveSibling("cpython/bin"));

        DoctorCommand.clean(file().getParent());

        assertThat(history.read()).containsOnlyKeys("basics/gil");
        assertThat(aside).exists();
        assertThat(other.getParent()).doesNotExist();
    }
}
