package pykata.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of differences holds what the observed tables say, and a question whose part of it is stale is red. */
class DifferencesTest {

    private static final String STALE =
            "GRAALPY.md:3: the list of differences does not have those of basics/gil as they are now; run ./kata sync";

    @TempDir
    Path root;

    private Question gil;

    @BeforeEach
    void two_answers() throws IOException {
        Files.createDirectories(root.resolve(".mvn"));
        gil = answer("basics/gil", """
                ### <a id="cleans_up"></a>1. `a | b` cleans up

                <!-- observed -->

                | observed | GraalPy 25.0.3 | CPython 3.14.3 |
                |---|---|---|
                | after `close()` | `1` | `1` |
                | after del | `[]` | `['closed', '\\|']` |
                | \\_\\_del\\_\\_ calls | `0` | `1` |
                | only there | — | `2` |

                ### <a id="agrees"></a>2. They agree

                <!-- observed -->

                | observed | GraalPy 25.0.3 and CPython 3.14.3 |
                |---|---|
                | balance | `100` |

                ### <a id="in_java"></a>3. It is about Java

                <!-- observed -->

                | observed | GraalPy 25.0.3 |
                |---|---|
                | inside | `2` |

                ### <a id="shows_nothing"></a>4. It shows nothing yet
                """);
        answer("basics/method-kinds", """
                ### <a id="binds"></a>1. It binds

                <!-- observed -->

                | observed | GraalPy 25.0.3 | CPython 3.14.4 |
                |---|---|---|
                | bound | `1` | `2` |
                """);
        Files.writeString(root.resolve("README.md"), "# PyKata\n\n<!-- index -->\n");
        Files.writeString(root.resolve("GRAALPY.md"), "# GraalPy\n\n<!-- differences -->\n\nProse that stays.\n");
    }

    @Test
    void are_the_rows_that_differ_in_the_order_of_the_questions() {
        assertThat(Differences.table(root))
                .containsExactly(
                        "| claim | observed | GraalPy 25.0.3 | CPython 3.14.3, CPython 3.14.4 |",
                        "|---|---|---|---|",
                        "| [`a \\| b` cleans up](basics/gil/README.md#cleans_up)"
                                + " | after del | `[]` | `['closed', '\\|']` |",
                        "| | \\_\\_del\\_\\_ calls | `0` | `1` |",
                        "| [It binds](basics/method-kinds/README.md#binds) | bound | `1` | `2` |");
    }

    @Test
    void are_written_once() throws IOException {
        assertThat(PageWriter.rewrite(root.resolve("GRAALPY.md"), Findings.NONE))
                .isTrue();
        assertThat(root.resolve("GRAALPY.md"))
                .content()
                .startsWith("# GraalPy\n\n<!-- differences -->\n\n| claim | ")
                .endsWith(" | `1` | `2` |\n\nProse that stays.\n");
        assertThat(PageWriter.rewrite(root.resolve("GRAALPY.md"), Findings.NONE))
                .isFalse();
        assertThat(problems()).isEmpty();
    }

    @Test
    void that_are_stale_are_red() throws IOException {
        assertThat(problems()).containsExactly(STALE);
        PageWriter.rewrite(root.resolve("GRAALPY.md"), Findings.NONE);
        edit("| after del | `[]` |", "| after del | `[1]` |");
        assertThat(problems()).containsExactly(STALE);
    }

    @Test
    void that_are_no_more_are_red() throws IOException {
        PageWriter.rewrite(root.resolve("GRAALPY.md"), Findings.NONE);
        var readme = Files.readString(gil.readme());
        Files.writeString(gil.readme(), readme.replace("`0` | `1`", "`1` | `1`"));
        assertThat(problems()).containsExactly(STALE);
    }

    @Test
    void of_another_question_do_not_disturb() throws IOException {
        PageWriter.rewrite(root.resolve("GRAALPY.md"), Findings.NONE);
        edit("| bound | `1` |", "| bound | `7` |");
        assertThat(problems()).isEmpty();
    }

    @Test
    void need_their_place() throws IOException {
        edit("<!-- differences -->", "");
        assertThat(problems())
                .containsExactly(
                        "GRAALPY.md:1: there is no list of differences; put <!-- differences --> where it belongs");
        Files.delete(root.resolve("GRAALPY.md"));
        assertThat(problems()).containsExactly("GRAALPY.md:1: there is no page for who embeds Python");
    }

    @Test
    void stand_beside_links_that_lead_somewhere() throws IOException {
        PageWriter.rewrite(root.resolve("GRAALPY.md"), Findings.NONE);
        edit(
                "Prose",
                "[One](basics/gil/README.md#cleans_up), [two](basics/gil/README.md#was_renamed),"
                        + " [not ours](basics/method-kinds/README.md#nor_this). Prose");
        assertThat(problems())
                .singleElement()
                .asString()
                .endsWith(": a dead link: nothing is called #was_renamed in basics/gil/README.md");
    }

    private List<String> problems() {
        PageWriter.rewrite(root.resolve("README.md"), Findings.NONE);
        return PageCheck.check(gil).stream()
                .map(problem -> problem.in(gil))
                .filter(problem -> problem.startsWith("GRAALPY.md"))
                .toList();
    }

    private Question answer(String id, String page) throws IOException {
        Files.createDirectories(root.resolve(id));
        Files.writeString(root.resolve(id).resolve("README.md"), page);
        return Question.in(root.resolve(id));
    }

    private void edit(String old, String now) throws IOException {
        var file = root.resolve("GRAALPY.md");
        var text = Files.readString(file);
        assertThat(text).contains(old);
        Files.writeString(file, text.replace(old, now));
    }
}
