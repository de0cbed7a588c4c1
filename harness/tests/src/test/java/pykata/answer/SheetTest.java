package pykata.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sheet to print has all of the probes and none of the answers. */
class SheetTest {

    private static final String PROBES = """
            # Explain the till

            ## Rubric

            > Quoted elsewhere.

            ## Probes

            The first three are for everyone.

            ### 1. The sum

            ```python
            >>> till.total()
            ```

            What does it print?

            > Nothing ([claim 1](README.md#it_costs_the_sum)).
            > It raises.

            ### 2. The lock

            Who holds it?

            > The clerk.

            ## Red flags and false alarms

            - None.
            """;

    @TempDir
    Path folder;

    private Question question;

    @BeforeEach
    void make_question() throws IOException {
        Files.createDirectory(folder.resolve(".mvn"));
        question = new Question(folder, folder);
    }

    @Test
    void leaves_the_answers_out() throws IOException {
        assertThat(sheet(PROBES).write()).contains(question.sheet());
        assertThat(question.sheet()).hasContent("""
                # Explain the till

                Candidate: ____________________ Interviewer: ____________________ Date: ______________

                ### 1. The sum

                ```python
                >>> till.total()
                ```

                What does it print?

                ### 2. The lock

                Who holds it?

                | probe (the first three for everyone) | 1 to 4 | note |
                |---|---|---|
                | the answer | | |
                | 1. The sum | | |
                | 2. The lock | | |
                """);
        assertThat(sheet(PROBES).problem()).isEmpty();
        assertThat(sheet(PROBES).write()).as("written again").isEmpty();
    }

    @Test
    void is_stale_once_a_probe_has_changed() {
        sheet(PROBES).write();
        assertThat(sheet(PROBES.replace("Who holds", "Who waits for")).problem())
                .hasValueSatisfying(problem ->
                        assertThat(problem.what()).isEqualTo("it is not what INTERVIEWER.md says; run ./kata sync"));
    }

    @Test
    void must_fit_on_a_page() {
        assertThat(sheet(PROBES.replace("Who holds it?", "Who?\n".repeat(80))).problem())
                .hasValueSatisfying(problem -> assertThat(problem.toString()).contains("at most 80 go on a page"));
    }

    @Test
    void is_not_made_of_a_page_whose_probes_have_no_headings() {
        var list = sheet("# Explain the till\n\n## Probes\n\n1. Who holds it?\n");
        assertThat(list.write()).isEmpty();
        assertThat(list.problem())
                .hasValueSatisfying(
                        problem -> assertThat(problem.what()).startsWith("no probe has a heading of its own"));
    }

    private Sheet sheet(String interviewer) {
        return new Sheet(question, Page.parse(question.interviewer(), interviewer));
    }
}
