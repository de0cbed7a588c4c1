package pykata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pykata.answer.Catalogue;
import pykata.answer.Findings;
import pykata.answer.PageCheck;

/** {@code ./kata new} in a repository with one answer. */
class NewCommandTest {

    private static final String CLAIM = "write_one_sentence_that_can_be_wrong";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path root;

    @BeforeEach
    void answerOne() throws IOException {
        Files.createDirectories(root.resolve(".mvn"));
        write("README.md", "# PyKata\n\n<!-- index -->\n");
        write("GRAALPY.md", "# GraalPy\n\n<!-- differences -->\n");
        write("pom.xml", pom("harness", "basics"));
        write("basics/pom.xml", pom("gil"));
    }

    @Test
    void writes_all_parts_of_the_first_question_of_a_module() throws IOException {
        assertThat(kata("new", "scenarios/code-review")).isZero();
        assertThat(files("scenarios").keySet())
                .containsExactlyInAnyOrder(
                        "scenarios/pom.xml",
                        "scenarios/code-review/README.md",
                        "scenarios/code-review/INTERVIEWER.md",
                        "scenarios/code-review/SHEET.md",
                        "scenarios/code-review/pom.xml",
                        "scenarios/code-review/src/main/python/code_review.py",
                        "scenarios/code-review/src/main/java/pykata/scenarios/codereview/CodeReviewDemo.java",
                        "scenarios/code-review/src/test/java/pykata/scenarios/codereview/CodeReviewTest.java",
                        "scenarios/code-review/src/test/python/broken/" + CLAIM + "/code_review.py",
                        "scenarios/code-review/kata/exercise.py",
                        "scenarios/code-review/kata/checks.py",
                        "scenarios/code-review/kata/solution.py",
                        "scenarios/code-review/kata/hints.md");
        assertThat(root.resolve("pom.xml")).hasContent(pom("harness", "basics", "scenarios"));
        assertThat(root.resolve("scenarios/pom.xml"))
                .content()
                .contains("<artifactId>scenarios</artifactId>", "    <module>code-review</module>\n");
        assertThat(root.resolve("scenarios/code-review/pom.xml"))
                .content()
                .contains("<artifactId>code-review</artifactId>")
                .hasLineCount(14);
        assertThat(root.resolve("README.md"))
                .content()
                .contains("](scenarios/code-review/README.md) ", "[exercise](scenarios/code-review/kata/exercise.py)");
    }

    @Test
    void tells_what_to_do_next() {
        assertThat(kata("new", "memory-model")).isZero();
        assertThat(out).hasToString("""
                        Wrote 12 files in basics/memory-model.
                        Added it to the build and to the index.

                        Next, in this order:
                          README.md
                            the claims: sentences that can be wrong, each with an id
                          src/main/python/memory_model.py
                            the Python that shows them
                          src/test/java/pykata/basics/memorymodel/MemoryModelTest.java
                            a method per claim, named by its id
                          src/test/python/broken/write_one_sentence_that_can_be_wrong/
                            a folder per claim: the same Python, broken as the claim rules out
                          kata/, src/main/java/ and INTERVIEWER.md
                            when the claims are proved

                        See what is still to be written:
                          mvn -q test -pl basics/memory-model -am
                        Prove it, and fill in numbers, listings, tables and the index:
                          ./kata sync memory-model
                        """);
        assertThat(root.resolve("basics/pom.xml")).hasContent(pom("gil", "memory-model"));
    }

    /** The rest of what is red is up to a run of the tests: the claim, its twin, the kata. */
    @ParameterizedTest
    @MethodSource("ids")
    void all_that_is_wrong_with_the_pages_is_what_is_not_written(String id) {
        assertThat(kata("new", id)).isZero();
        var question = new Repository(root).at(id);
        assertThat(PageCheck.check(question, List.of(CLAIM), List.of(), Findings.NONE))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.what()).startsWith("not yet written: "));
        assertThat(kata("sync", "--static")).isEqualTo(1);
        assertThat(out.toString())
                .contains("\n%s/README.md:".formatted(id), ": not yet written: ")
                .endsWith("""
                        %1$s/mutants.md: the mutants of the Python have not been tried; ./kata mutants %1$s
                        %1$s/mutants.md: the mutants of the kata's solution have not been tried; ./kata mutants %1$s
                        """.formatted(id));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void no_line_is_too_long_for_the_formatters(String id) throws IOException {
        for (var file : new Template(id).question().entrySet()) {
            var most = file.getKey().endsWith(".py") ? 100 : 120;
            if (!file.getKey().endsWith(".md")) {
                assertThat(file.getValue().lines())
                        .as(file.getKey())
                        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(most));
            }
            assertThat(file.getKey() + file.getValue()).doesNotContain("{{");
        }
    }

    static Set<String> ids() {
        return Catalogue.questions().keySet();
    }

    @Test
    void refuses_a_question_that_is_there_already() throws IOException {
        write("basics/gil/notes.txt", "mine");
        var before = files("");
        assertThat(kata("new", "gil")).isEqualTo(2);
        assertThat(err).hasToString("""
                        kata: basics/gil exists already; nothing was written
                        See ./kata new --help
                        """);
        assertThat(files("")).isEqualTo(before);
    }

    @Test
    void suggests_the_question_that_was_meant() throws IOException {
        var before = files("");
        assertThat(kata("new", "advanced/metaclases")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("kata: no question is called advanced/metaclases; did you mean advanced/metaclasses?\n");
        assertThat(files("")).isEqualTo(before);
    }

    @Test
    void writes_nothing_if_a_pom_cannot_be_edited() throws IOException {
        write("basics/pom.xml", "<project/>");
        var before = files("");
        assertThat(kata("new", "memory-model")).isEqualTo(3);
        assertThat(err)
                .hasToString("kata: memory-model cannot be added to basics/pom.xml: it has no <modules> with one"
                        + " <module> a line. Nothing was written.\n");
        assertThat(files("")).isEqualTo(before);
    }

    @Test
    void leaves_nothing_behind_if_it_fails_half_way() throws IOException {
        Files.delete(root.resolve("README.md")); // the last that is written
        Files.createDirectory(root.resolve("README.md"));
        var before = files("");
        assertThat(kata("new", "advanced/metaclasses")).isEqualTo(3);
        assertThat(files("")).isEqualTo(before);
        assertThat(root.resolve("advanced")).doesNotExist();
        assertThat(root).isDirectoryNotContaining("glob:**/.new-*");
    }

    private static String pom(String... modules) {
        return "<project>\n  <modules>\n    <module>%s</module>\n  </modules>\n</project>\n"
                .formatted(String.join("</module>\n    <module>", modules));
    }

    /** What is below a folder: texts by path. */
    private Map<String, String> files(String folder) throws IOException {
        try (var files = Files.walk(root.resolve(folder))) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> root.relativize(file).toString().replace('\\', '/'),
                            NewCommandTest::text,
                            (one, _) -> one,
                            TreeMap::new));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }

    private int kata(String... arguments) {
        return KataCommand.commandLine(new Repository(root))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
