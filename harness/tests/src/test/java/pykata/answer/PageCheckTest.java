package pykata.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a page, by file and line. PageSabotageTest tries the commonest mistakes as whole builds. */
class PageCheckTest {

    @TempDir
    Path root;

    private Question question;

    @BeforeEach
    void make_a_repository() throws IOException {
        Files.createDirectories(root.resolve(".mvn"));
        Files.createDirectories(root.resolve("basics/gil/src/main/python"));
        question = Question.in(root.resolve("basics/gil"));
        Files.writeString(root.resolve("README.md"), "# PyKata\n\n<!-- index -->\n\n| old |\n|---|\n");
        Files.writeString(root.resolve("GRAALPY.md"), "# GraalPy\n");
    }

    @Test
    void a_page_must_be_there() {
        assertThat(check()).containsExactly("basics/gil/README.md:1: there is no answer page");
    }

    @Test
    void a_catalogued_question_has_its_title_its_sections_its_interviewer_and_its_row() throws IOException {
        page("# Something about the GIL\n\n## Claims\n");
        assertThat(check())
                .anyMatch(problem ->
                        problem.startsWith("basics/gil/README.md:1: the title is not the question: \"Explain"))
                .anyMatch(problem ->
                        problem.startsWith("basics/gil/README.md:1: the sections are [Claims]; they must be [In"))
                .contains("basics/gil/INTERVIEWER.md:1: there is no page for the interviewer")
                .contains("README.md:3: the index does not have the row of basics/gil as it is now; run ./kata sync")
                .anyMatch(problem -> problem.startsWith("GRAALPY.md:1: there is no list of differences"));
        PageWriter.rewriteRepository(root, Findings.NONE);
        assertThat(check()).noneMatch(problem -> problem.contains("index"));
    }

    @Test
    void an_answer_and_its_interviewers_page_have_1200_visible_words_at_most() throws IOException {
        page("# The GIL\n\n" + "word ".repeat(1201));
        Files.writeString(question.interviewer(), "# The GIL\n\n" + "word ".repeat(1201));
        assertThat(check())
                .anyMatch(problem -> problem.startsWith("basics/gil/README.md:1: 1203 visible words, at most 1200;"))
                .contains("basics/gil/INTERVIEWER.md:1: 1203 words outside tables and listings; at most 1200");
    }

    @Test
    void an_interviewers_page_has_its_sections_and_its_sheet() throws IOException {
        page("# The GIL\n");
        Files.writeString(question.interviewer(), "# The GIL\n\n## Probes\n\n### 1. Two deposits\n\nHow much?\n");
        assertThat(check())
                .anyMatch(problem -> problem.startsWith(
                        "basics/gil/INTERVIEWER.md:1: the sections are [Probes]; they must be [What"))
                .contains("basics/gil/SHEET.md:1: it is not what INTERVIEWER.md says; run ./kata sync");
        PageWriter.rewrite(question, Findings.NONE);
        assertThat(question.sheet()).content().contains("How much?");
        assertThat(check()).noneMatch(problem -> problem.contains("SHEET.md"));
    }

    @Test
    void claims_are_numbered_in_order_and_named_once() throws IOException {
        page("### <a id=\"a\"></a>2. First\n\n### <a id=\"a\"></a>2. Second\n");
        assertThat(check("a"))
                .contains("basics/gil/README.md:1: the claim \"First\" is the page's number 1; run ./kata sync")
                .contains("basics/gil/README.md:3: a second claim has the id a")
                .contains("basics/gil/README.md:1: the claim \"First\" shows nothing observed;"
                        + " put <!-- observed --> under it");
    }

    @Test
    void twins_belong_to_a_claim_and_to_a_module() throws IOException {
        page("### <a id=\"a\"></a>1. First\n");
        twin("a/no_such_module.py");
        twin("b/bank.py");
        assertThat(check("a"))
                .contains("basics/gil/src/test/python/broken/a/no_such_module.py:1:"
                        + " a broken twin of a module that is not in src/main/python")
                .contains("basics/gil/src/test/python/broken/b:1: a broken twin of a claim that is not on the page");
    }

    @Test
    void what_is_to_be_written_is_missing() throws IOException {
        page("# The GIL\n\n<!-- write: what you would say aloud -->\n");
        assertThat(check()).contains("basics/gil/README.md:3: not yet written: what you would say aloud");
    }

    @Test
    void listings_are_of_something() throws IOException {
        page("Text.\n\n<!-- listing: src/main/python/bank.py#deposit -->\n```python\n```\n");
        assertThat(check())
                .contains("basics/gil/README.md:3: a listing of nothing: there is no file src/main/python/bank.py");
    }

    @Test
    void links_lead_to_files_headings_and_anchors() throws IOException {
        page("""
            # Explain

            [web](https://example.org/none) [mail](mailto:a@example.org)
            [own heading](#explain) [own anchor](#here) <a id="here"></a>
            [front page](../../README.md#pykata) [folder](src/main/python)
            [dead](../../README.md#kata) and,
            on the next line, [dead too](#there)
            """);
        assertThat(check())
                .filteredOn(problem -> problem.contains("dead link"))
                .containsExactly(
                        "basics/gil/README.md:6: a dead link: nothing is called #kata in ../../README.md",
                        "basics/gil/README.md:7: a dead link: nothing is called #there in this page");
    }

    @Test
    void a_link_says_the_number_of_the_claim_that_it_leads_to() throws IOException {
        page("""
            ### <a id="first"></a>1. One

            ### <a id="second"></a>2. Two

            [claim 1](#first), [the GIL, claim 1](README.md#second) and [claim 12](#second), [claims](#second)
            """);
        assertThat(check())
                .filteredOn(problem -> problem.contains("a link"))
                .containsExactly(
                        "basics/gil/README.md:5: a link says \"the GIL, claim 1\" and leads to claim 2",
                        "basics/gil/README.md:5: a link says \"claim 12\" and leads to claim 2");
    }

    private List<String> check(String... proofs) {
        return PageCheck.check(question, List.of(proofs), List.of(), Findings.NONE).stream()
                .map(problem -> problem.in(question))
                .toList();
    }

    private void page(String text) throws IOException {
        Files.writeString(question.readme(), text);
    }

    private void twin(String file) throws IOException {
        var twin = question.folder().resolve("src/test/python/broken").resolve(file);
        Files.createDirectories(twin.getParent());
        Files.writeString(twin, "");
    }
}
