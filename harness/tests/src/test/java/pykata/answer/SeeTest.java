package pykata.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program to paste, and what it prints: written by a sync, checked by the build. */
class SeeTest {

    private static final String FILE = "src/main/python/see_it.py";

    @TempDir
    Path root;

    private Question question;

    @BeforeEach
    void make_a_repository() throws IOException {
        Files.createDirectories(root.resolve(".mvn"));
        question = Question.in(root.resolve("basics/tills"));
        Files.createDirectories(question.folder().resolve("src/main/python"));
        program("print(sum([199, 250]))");
        page("<!-- see: " + FILE + " -->\n\nProse that stays.\n");
    }

    @Test
    void is_the_program_without_its_docstring_and_what_it_prints() throws IOException {
        PageWriter.rewrite(question, printing("449\n", "449\n"));
        assertThat(question.readme()).content().isEqualTo("""
                <!-- see: src/main/python/see_it.py -->

                ```python
                print(sum([199, 250]))
                ```

                ```text
                449
                ```

                Prose that stays.
                """);
        assertThat(problems(printing("449\n", "449\n"))).isEmpty();
        assertThat(PageWriter.rewrite(question, printing("449\n", "449\n"))).isEmpty();
        assertThat(PageWriter.rewrite(question, Findings.NONE)).isEmpty();
    }

    @Test
    void has_a_label_for_each_python_where_the_difference_is_the_point() throws IOException {
        page("<!-- see: " + FILE + " differs -->\n");
        PageWriter.rewrite(question, printing("449\n", "450\n"));
        assertThat(question.readme()).content().endsWith("""
                print(sum([199, 250]))
                ```

                CPython 3.14.3 prints:

                ```text
                449
                ```

                GraalPy 25.0.3 prints:

                ```text
                450
                ```
                """);
        assertThat(problems(printing("449\n", "450\n"))).isEmpty();
        assertThat(PageWriter.rewrite(question, printing("449\n", "450\n"))).isEmpty();
        assertThat(problems(printing("449\n", "449\n")))
                .singleElement()
                .asString()
                .contains("the page does not show " + FILE);
    }

    @Test
    void is_red_where_the_pythons_differ_and_nobody_says_so() {
        PageWriter.rewrite(question, printing("449\n", "450\n"));
        assertThat(problems(printing("449\n", "450\n")))
                .containsExactly(FILE + " does not print the same on CPython 3.14.3 and GraalPy 25.0.3;"
                        + " if that is the point, write \"see: " + FILE + " differs\"");
    }

    @Test
    void is_red_when_the_program_or_its_output_has_changed() throws IOException {
        PageWriter.rewrite(question, printing("449\n", "449\n"));
        assertThat(problems(printing("500\n", "500\n"))).hasSize(1);
        program("print(sum([199, 251]))");
        assertThat(problems(Findings.NONE))
                .containsExactly("the page does not show " + FILE + ", or not what it prints; run ./kata sync");
    }

    @Test
    void is_red_before_a_run_has_shown_what_it_prints() {
        PageWriter.rewrite(question, Findings.NONE);
        assertThat(problems(Findings.NONE)).containsExactly("nothing shows what " + FILE + " prints; run ./kata sync");
    }

    @Test
    void is_short() throws IOException {
        program("print(1)\n\n".repeat(20));
        PageWriter.rewrite(question, printing("1\n", "1\n"));
        assertThat(problems(Findings.NONE)).isEmpty();
        program("print(1)\n\n".repeat(21));
        PageWriter.rewrite(question, printing("1\n", "1\n"));
        assertThat(problems(Findings.NONE)).containsExactly(FILE + " has 21 lines; at most 20 are pasted and read");
    }

    private List<String> problems(Findings findings) {
        return PageCheck.check(question, List.of(), List.of(), findings).stream()
                .map(Problem::what)
                .toList();
    }

    private static Findings printing(String cPython, String graalPy) {
        var printed = new LinkedHashMap<String, String>();
        printed.put("CPython 3.14.3", cPython);
        printed.put("GraalPy 25.0.3", graalPy);
        return Findings.of(Map.of(FILE, printed));
    }

    private void page(String text) throws IOException {
        Files.writeString(question.readme(), text);
    }

    private void program(String text) throws IOException {
        Files.writeString(
                question.folder().resolve(FILE), "\"\"\"What a basket costs.\n\nIn cents.\n\"\"\"\n\n" + text + "\n");
    }
}
