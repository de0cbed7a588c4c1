package pykata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** {@code ./kata plan}, on a day of November, with three answers. */
class PlanCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path root;

    @BeforeEach
    void answerThree() throws IOException {
        var repository = SmallRepository.in(root);
        repository.addKata("basics/method-kinds");
        Files.createDirectories(root.resolve("advanced/performance"));
        Files.writeString(root.resolve("advanced/performance/README.md"), "# Performance\n");
    }

    @Test
    void spreads_what_is_left_over_the_days() {
        assertThat(plan("2026-12-05")).isZero();
        assertThat(out).hasToString("""
                        6 days until 2026-12-05, and 3 questions left.

                        2026-11-29  ./kata ask gil, ./kata practice gil
                        2026-12-01  ./kata ask method-kinds, ./kata practice method-kinds
                        2026-12-03  ./kata ask performance

                        ./kata ask brings back each day what is due.
                        """);
    }

    @Test
    void leaves_out_what_is_done() throws IOException {
        Files.writeString(root.resolve("ask.json"), """
                {"basics/gil": {"box": 2, "due": "2026-12-01"},
                 "advanced/performance": {"box": 2, "due": "2026-12-01"}}
                """);
        Files.createDirectory(root.resolve("practice"));
        Files.writeString(root.resolve("practice/progress.json"), """
                {"basics/gil": {"passed": 1, "checks": 3, "hints": 0, "solvedOn": "2026-11-20"},
                 "basics/method-kinds": {"passed": 3, "checks": 3, "hints": 0, "solvedOn": "2026-11-20"}}
                """);
        assertThat(plan("2026-11-30")).isZero();
        assertThat(out).hasToString("""
                        1 day until 2026-11-30, and 1 question left.

                        2026-11-29  ./kata ask method-kinds

                        ./kata ask brings back each day what is due.
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-29, 2026-11-29 is no day to come",
        "2025-12-24, 2025-12-24 is no day to come",
        "tomorrow, tomorrow is no date such as 2026-12-08",
        "2026-2-30, 2026-2-30 is no date such as 2026-12-08"
    })
    void an_interview_is_on_a_day_to_come(String typed, String said) {
        assertThat(plan(typed)).isEqualTo(2);
        assertThat(err.toString()).startsWith("kata: " + said + "\n");
    }

    @Test
    void a_date_may_do_without_its_zeros() throws IOException {
        assertThat(plan("2026-12-8")).isZero();
        assertThat(out.toString()).startsWith("9 days until 2026-12-08, ");
    }

    private int plan(String date) {
        var noon = Clock.fixed(Instant.parse("2026-11-29T12:00:00Z"), ZoneOffset.UTC);
        var command = new PlanCommand(noon, () -> root.resolve("ask.json"));
        command.repository = new Repository(root);
        return KataCommand.handlingErrors(new CommandLine(command))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(date);
    }
}
