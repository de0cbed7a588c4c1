package pykata.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page in three depths: what each depth must have, and how much may be read there. */
class AnswerFormTest {

    private static final String PAGE = """
            # A question

            ## In 60 seconds

            Said aloud.

            ## See it

            <!-- transcript: ls -->

            ```text
            $ ls
            ```

            ## The picture

            ```mermaid
            flowchart LR
              a --> b
            ```

            A refers to b.

            ## A complete answer has

            - One ([claim 1](#holds)).
            - Two ([claim 1](#holds)).
            - Three (`functools` documentation).
            - Four (PEP 703).
            - Five (Language Reference, 3.3.2).

            ## Claims

            ### <a id="holds"></a>1. It holds

            ## Common wrong answers

            ## When to choose what

            ## Follow-ups

            ## Practice

            ## Read next
            """;

    @TempDir
    Path root;

    private Question question;
    private String page = PAGE;

    @BeforeEach
    void make_a_repository() throws IOException {
        Files.createDirectories(root.resolve(".mvn"));
        Files.createDirectories(root.resolve("basics/tills"));
        question = Question.in(root.resolve("basics/tills"));
    }

    @Test
    void a_page_that_has_it_is_well() {
        assertThat(problems()).isEmpty();
    }

    @Test
    void is_expected_of_a_given_question_and_of_who_has_begun_with_it() {
        assertThat(AnswerForm.isExpectedOf(question, Page.parse(question.readme(), PAGE)))
                .isTrue();
        assertThat(AnswerForm.isExpectedOf(question, Page.parse(question.readme(), "# A question\n")))
                .isFalse();
        var given = Question.in(root.resolve("basics/gil"));
        assertThat(AnswerForm.isExpectedOf(given, Page.parse(given.readme(), "# A question\n")))
                .isTrue();
    }

    @Test
    void has_its_sections_in_order_and_others_besides() throws IOException {
        edit("## Practice", "## Two specimens\n\n## Practice");
        assertThat(problems()).isEmpty();
        edit("## Follow-ups", "## Sources");
        assertThat(problems()).singleElement().asString().contains("they must be [In 60 seconds, See it, The picture,");
    }

    @Test
    void has_a_benchmark_if_one_was_measured() throws IOException {
        Files.createDirectories(root.resolve("basics/tills/benchmarks"));
        Files.writeString(root.resolve("basics/tills/benchmarks/tills.json"), "{}");
        assertThat(problems()).singleElement().asString().contains("Follow-ups, Benchmark, Practice");
        edit("## Practice", "## Benchmark\n\n## Practice");
        assertThat(problems()).isEmpty();
    }

    @Test
    void says_no_more_than_150_words_in_60_seconds() {
        edit("Said aloud.", "word ".repeat(151));
        assertThat(problems()).containsExactly("151 words; at most 150 are said in 60 seconds");
    }

    @Test
    void shows_something_that_a_run_made() {
        edit("<!-- transcript: ls -->", "");
        assertThat(problems()).singleElement().asString().startsWith("nothing to see that a run made");
    }

    @Test
    void has_five_to_nine_points_each_with_its_claim_or_source() {
        edit("- One ([claim 1](#holds)).\n", "");
        assertThat(problems()).containsExactly("4 points; a complete answer has 5 to 9");
        edit("- Two ([claim 1](#holds)).", "- Two ([no claim](#a-question)), `f(x)`.\n- Three (`functools`).");
        assertThat(problems())
                .containsExactly("neither a claim of this page nor a source in brackets: Two (no claim), f(x).");
    }

    @Test
    void counts_what_is_visible_what_is_folded_and_what_is_in_tables() {
        edit(
                "Said aloud.",
                "Said aloud.\n\n<details><summary>If asked</summary>\n\n%s\n\n</details>"
                        .formatted("word ".repeat(600)));
        assertThat(problems()).isEmpty();
        edit("## Claims", "## Claims\n\n" + "word ".repeat(1200));
        assertThat(problems())
                .singleElement()
                .asString()
                .matches("12\\d\\d visible words, at most 1200; 600 more in folds.*");
    }

    @Test
    void has_tables_of_at_most_a_third_of_the_visible_words() {
        edit("## Claims", "## Claims\n\n| many |\n|---|\n| %s |".formatted("word ".repeat(300)));
        assertThat(problems()).singleElement().asString().contains("; 301 in tables, at most ");
        edit("## Claims\n", "## Claims\n\n<details>\n");
        edit("## Common", "</details>\n\n## Common");
        assertThat(problems()).isEmpty();
    }

    private List<String> problems() {
        return new AnswerForm(question, Page.parse(question.readme(), page))
                .problems()
                .map(Problem::what)
                .toList();
    }

    private void edit(String old, String now) {
        assertThat(page).contains(old);
        page = page.replace(old, now);
    }
}
