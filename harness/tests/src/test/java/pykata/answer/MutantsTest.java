package pykata.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The line of a page that tells the score of its mutants. */
class MutantsTest {

    private static final String SCORE = """
            Killed: 9 of 9 of the Python, 3 of 3 of the kata's solution

            | mutants of | made | killed by an assertion | by a crash | by a hang | alive | hash of all that decides it |
            |---|---|---|---|---|---|---|
            | the Python | 9 | 7 | 1 | 1 | 0 | `0123456789abcdef` |
            | the kata's solution | 3 | 3 | 0 | 0 | 0 | `0123456789abcdef` |
            """;

    @TempDir
    private Path folder;

    private Path page;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectory(folder.resolve(".mvn"));
        page = folder.resolve("README.md");
        Files.writeString(page, "## Practice\n\n<!-- mutants -->\n\nProse that stays.\n");
    }

    @Test
    void a_page_without_a_score_stays_as_it_is() {
        assertThat(PageWriter.rewrite(page, Findings.NONE)).isFalse();
    }

    @Test
    void a_page_shows_its_score_and_the_next_one() throws IOException {
        Files.writeString(folder.resolve("mutants.md"), SCORE);
        assertThat(PageWriter.rewrite(page, Findings.NONE)).isTrue();
        assertThat(page).hasContent("""
                        ## Practice

                        <!-- mutants -->

                        Mutants killed: 9 of 9 of the Python, 3 of 3 of the kata's solution ([what lives, and why](mutants.md)).

                        Prose that stays.
                        """);
        Files.writeString(folder.resolve("mutants.md"), SCORE.replace("| 9 | 7 | 1 | 1 |", "| 9 | 6 | 2 | 1 |"));
        assertThat(PageWriter.rewrite(page, Findings.NONE)).isFalse();
        Files.writeString(folder.resolve("mutants.md"), SCORE.replace("| 9 | 7 | 1 | 1 |", "| 10 | 8 | 1 | 1 |"));
        assertThat(PageWriter.rewrite(page, Findings.NONE)).isTrue();
        assertThat(page)
                .content()
                .contains("Mutants killed: 10 of 10 of the Python")
                .doesNotContain("9 of 9");
    }

    @Test
    void another_number_on_the_page_is_a_problem() throws IOException {
        Files.writeString(folder.resolve("mutants.md"), SCORE);
        PageWriter.rewrite(page, Findings.NONE);
        Files.writeString(page, Files.readString(page).replace("9 of 9", "8 of 9"));
        var read = Page.read(page);
        var marker = read.markers("mutants").findFirst().orElseThrow();
        var place = new Block.Place(new Question(folder, folder), read, marker, Findings.NONE, false);
        assertThat(place.problem())
                .hasValueSatisfying(problem -> assertThat(problem.what())
                        .isEqualTo("it does not say how many mutants are killed now; run ./kata sync"));
    }
}
