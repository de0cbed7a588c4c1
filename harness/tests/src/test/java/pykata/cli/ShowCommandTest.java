package pykata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An answer in its three depths, as a terminal shows it. */
class ShowCommandTest {

    private static final String ONE_MINUTE = """
            What does a parcel cost?
            ========================

            In 60 seconds
            -------------

            It depends on its weight (claim 2).
            """;

    private static final String FIVE_MINUTES = ONE_MINUTE + """

            See it
            ------

                print(50 + 50)

            prints:

                100

            The picture
            -----------

            A parcel has a weight, and the weight has a price.

            A complete answer has
            ---------------------

            - Weight steps (claim 2).
            - What carriers ask: the terms (https://example.org/terms).
            """;

    @TempDir
    Path root;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write_the_answer() throws IOException {
        SmallRepository.in(root);
        Files.writeString(root.resolve("basics/gil/README.md"), """
                # What does a parcel cost?

                ## In 60 seconds

                It depends on its [weight](#it_depends_on_weight).

                ## See it

                <!-- see: src/main/python/see_it.py -->

                ```python
                print(50 + 50)
                ```

                ```text
                100
                ```

                ## The picture

                ```mermaid
                flowchart LR
                  parcel --> weight --> price
                ```

                A parcel has a weight, and the weight has a price.

                ## A complete answer has

                - Weight steps ([claim 2](#it_depends_on_weight)).
                - What carriers ask: [the terms](https://example.org/terms).

                ## Claims

                ### <a id="it_costs_something"></a>1. It costs something

                ### <a id="it_depends_on_weight"></a>2. It depends on its weight

                See [hints](kata/hints.md), [the claims](#claims) and [the front page](../../README.md#whatever).

                ![Points.](benchmarks/gil.svg)
                """);
        Files.writeString(
                root.resolve("basics/gil/INTERVIEWER.md"),
                "# What does a parcel cost?\n\n## Probes\n\n1. [And two?](README.md#it_costs_something)\n");
    }

    @Test
    void one_minute_is_what_is_said_aloud() {
        assertThat(kata("show", "gil", "--minute")).isZero();
        assertThat(out).hasToString(ONE_MINUTE);
    }

    @Test
    void five_minutes_are_a_program_a_sentence_for_the_picture_and_the_points() {
        assertThat(kata("show", "gil", "--five")).isZero();
        assertThat(out).hasToString(FIVE_MINUTES);
    }

    @Test
    void everything_says_where_its_links_lead() {
        assertThat(kata("show", "gil")).isZero();
        assertThat(out.toString())
                .startsWith(FIVE_MINUTES + "\nClaims\n------\n")
                .endsWith("""

                        See hints (basics/gil/kata/hints.md), the claims and the front page (README.md).

                        Chart: basics/gil/benchmarks/gil.svg
                        """);
    }

    @Test
    void the_interviewers_page_names_the_claims_of_the_answer() {
        assertThat(kata("show", "gil", "--interviewer")).isZero();
        assertThat(out.toString()).endsWith("1. And two? (claim 1)\n");
    }

    @Test
    void the_sheet_is_shown_if_there_is_one() throws IOException {
        assertThat(kata("show", "gil", "--sheet")).isEqualTo(2);
        assertThat(err.toString()).contains("basics/gil has no SHEET.md");
        Files.writeString(root.resolve("basics/gil/SHEET.md"), "# What does a parcel cost?\n\n### 1. Two parcels\n");
        assertThat(kata("show", "gil", "--sheet")).isZero();
        assertThat(out.toString()).contains("1. Two parcels");
    }

    @Test
    void there_is_one_depth_at_a_time() {
        assertThat(kata("show", "gil", "--five", "--minute")).isEqualTo(2);
        assertThat(err.toString()).contains("mutually exclusive");
    }

    private int kata(String... arguments) {
        return KataCommand.commandLine(new Repository(root))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
