package pykata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** {@code ./kata ask}, typed line by line. */
class AskCommandTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path root;

    @BeforeEach
    void answerTwo() throws IOException {
        Files.createDirectory(root.resolve(".mvn"));
        write("basics/gil/README.md", """
                        # Explain the Global Interpreter Lock (GIL). How does it affect multithreaded applications?

                        ## In 60 seconds

                        A mutex, *one* per interpreter.

                        It protects the interpreter, not you.

                        ## Claims

                        Many.

                        ## Follow-ups

                        - **Why does it exist?** Reference counts.
                          - *Then how do without?* Other counts.
                          - And who pays?
                        - **`a += 1`?** No.

                        **Known, not proved here**

                        - Nothing.
                        """);
        write("advanced/performance/README.md", "# Performance\n\n## In 60 seconds\n\nMeasure.\n");
    }

    @Test
    void a_whole_interview() {
        assertThat(ask("\nH\n\n\n\n\n\n\n\n", "gil")).isZero();
        assertThat(out).hasToString("""
                        Explain the Global Interpreter Lock (GIL). How does it affect multithreaded
                        applications?

                        Answer aloud. [Enter] stops the clock and shows an answer, [q] [Enter] leaves.
                        You took 0:47. In 60 seconds:

                        A mutex, one per interpreter.

                        It protects the interpreter, not you.

                        How was it? [g]ood, [h]ard or [a]gain, then [Enter]
                        basics/gil is due again on 2026-11-24.

                        [Enter] asks follow-up 1 of 4, [q] [Enter] ends.
                        Why does it exist?

                        [Enter] shows its answer.
                        Reference counts.

                        [Enter] asks follow-up 2 of 4, [q] [Enter] ends.
                        Then how do without?

                        [Enter] shows its answer.
                        Other counts.

                        [Enter] asks follow-up 3 of 4, [q] [Enter] ends.
                        And who pays?

                        [Enter] asks follow-up 4 of 4, [q] [Enter] ends.
                        `a += 1`?

                        [Enter] shows its answer.
                        No.

                        """);
    }

    @Test
    void whoever_ends_the_follow_ups_has_rated_the_answer() {
        assertThat(ask("\ng\n\n\nq\n", "gil")).isZero();
        assertThat(out.toString()).endsWith("[Enter] asks follow-up 2 of 4, [q] [Enter] ends.\n");
        assertThat(history()).content().contains("\"basics/gil\"", "\"box\" : 2");
    }

    @Test
    void on_a_screen_the_clock_can_be_seen() {
        var shown = new CountDownLatch(1);
        var screen = new StringWriter() {
            @Override
            public void write(String text, int from, int length) {
                super.write(text, from, length);
                if (text.startsWith("\r0:")) {
                    shown.countDown();
                }
            }
        };
        var patient = new StringReader("q\n") {
            @Override
            public int read(char[] into, int from, int length) throws IOException {
                try {
                    assertThat(shown.await(10, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                return super.read(into, from, length);
            }
        };
        var inputs = new AskCommand.Inputs(new BufferedReader(patient), true, clock(), alwaysTheLast(), history());
        assertThat(ask(inputs, screen, "gil")).isZero();
        assertThat(screen.toString()).contains("[q] [Enter] leaves.\n\r0:47  ");
    }

    @Test
    void chooses_among_those_that_are_due() {
        history("{\"basics/gil\": {\"box\": 2, \"due\": \"2026-11-24\"}}");
        assertThat(ask("q\n")).isZero();
        assertThat(out.toString()).startsWith("How would you manage performance issues");
    }

    @Test
    void chooses_by_chance() {
        assertThat(ask("q\n")).isZero();
        assertThat(out.toString()).as("the last of two").startsWith("How would you manage");
    }

    @Test
    void asks_what_is_due_first_if_nothing_is_due() {
        history("""
                        {"basics/gil": {"box": 2, "due": "2026-11-25"},
                         "advanced/performance": {"box": 2, "due": "2026-11-26"}}
                        """);
        assertThat(ask("q\n")).isZero();
        assertThat(out.toString())
                .startsWith("Nothing is due before 2026-11-25. This will be the first, if you want it now:\n\n"
                        + "Explain the Global");
    }

    @Test
    void keeps_to_a_module() {
        assertThat(ask("q\n", "basics")).isZero();
        assertThat(out.toString()).startsWith("Explain the Global");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "q\n", "\nQuit\n", "\n\n", "\nx\nq\n"})
    void leaves_politely_wherever_the_input_ends(String typed) {
        assertThat(ask(typed, "performance")).isZero();
        assertThat(out.toString()).endsWith("You left advanced/performance; it stays as due as it was.\n");
        assertThat(err.toString()).isEmpty();
        assertThat(history()).doesNotExist();
    }

    @Test
    void comes_back_later_to_what_went_well() {
        assertThat(ask("\ng\n", "performance")).isZero();
        assertThat(out.toString()).endsWith("advanced/performance is due again on 2026-11-25.\n\n");
        assertThat(history()).content().contains("\"advanced/performance\"", "\"box\" : 2");
    }

    @Test
    void comes_back_at_once_to_what_did_not() {
        assertThat(ask("\nwell\nA\n", "performance")).isZero();
        assertThat(out.toString()).endsWith("""
                        How was it? [g]ood, [h]ard or [a]gain, then [Enter]
                        Please type g, h or a, then Enter; q leaves.
                        How was it? [g]ood, [h]ard or [a]gain, then [Enter]
                        advanced/performance is due again at once.

                        """);
    }

    @Test
    void a_damaged_history_stops_nobody() {
        history("{");
        assertThat(ask("\nh\n", "performance")).isZero();
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("ask.json is not understood; it is kept as ");
        assertThat(history()).content().contains("2026-11-24");
    }

    @Test
    void forgets() {
        history("{");
        assertThat(ask("", "--forget")).isZero();
        assertThat(ask("", "--forget")).isZero();
        assertThat(history()).doesNotExist();
        assertThat(out).hasToString("Forgotten: every question is new again.\nThere was nothing to forget.\n");
    }

    @Test
    void forgets_all_or_nothing() {
        assertThat(ask("", "--forget", "gil")).isEqualTo(2);
        assertThat(err.toString()).startsWith("kata: --forget forgets all questions; name none\n");
    }

    @Test
    void needs_an_answer_to_ask() {
        assertThat(ask("", "tooling")).isEqualTo(2);
        assertThat(ask("", "iot")).isEqualTo(2);
        assertThat(ask("", "gill")).isEqualTo(2);
        assertThat(err.toString())
                .contains(
                        "kata: no question of tooling is answered yet\n",
                        "kata: scenarios/iot is not answered yet: ",
                        "kata: no question is called gill; did you mean basics/gil?\n");
    }

    /** A clock that shows 47 seconds more each time it is looked at; the day stays the same. */
    private static Clock clock() {
        var looks = new int[1];
        InstantSource source = () -> NOON.plusSeconds(47L * looks[0]++);
        return source.withZone(ZoneOffset.UTC);
    }

    private static RandomGenerator alwaysTheLast() {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return 0;
            }

            @Override
            public int nextInt(int bound) {
                return bound - 1;
            }
        };
    }

    private Path history() {
        return root.resolve("ask.json");
    }

    private void history(String json) {
        try {
            Files.writeString(history(), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }

    private int ask(String typed, String... arguments) {
        var in = new BufferedReader(new StringReader(typed));
        return ask(new AskCommand.Inputs(in, false, clock(), alwaysTheLast(), history()), out, arguments);
    }

    private int ask(AskCommand.Inputs inputs, Writer screen, String... arguments) {
        var repository = new Repository(root);
        return KataCommand.handlingErrors(new CommandLine(new AskCommand(repository, inputs)))
                .setOut(new PrintWriter(screen, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
