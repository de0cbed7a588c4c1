package pykata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pykata.answer.Catalogue;
import pykata.answer.Page;
import pykata.answer.Question;

/** {@code ./kata list} of a repository with three answers, of which one is only begun. */
class ListCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path root;

    @BeforeEach
    void answerThree() throws IOException {
        write("basics/gil/README.md", "### <a id=\"one\"></a>1. One\n\n### <a id=\"two\"></a>2. Two\n");
        write("basics/gil/kata/checks.py", "");
        write("basics/memory-model/README.md", "### <a id=\"one\"></a>1. One\n");
        write("basics/memory-model/benchmarks/2026-11-23.json", "{}");
        write("basics/memory-model/kata/checks.py", "");
        write("advanced/performance/README.md", "");
        write("advanced/performance/benchmarks/README.md", "no results yet");
    }

    @Test
    void shows_claims_and_marks() {
        assertThat(list("basics")).isZero();
        assertThat(out).hasToString("""
                        basics/enterprise-features                not answered yet
                            What are Python's key features that make it suitable for enterprise-scale
                            applications?
                        basics/generators-vs-iterators            not answered yet
                            How do generators differ from iterators in Python?
                        basics/gil                                2 claims, kata
                            Explain the Global Interpreter Lock (GIL). How does it affect multithreaded
                            applications?
                        basics/method-kinds                       not answered yet
                            What is the difference between @staticmethod, @classmethod, and instance
                            methods?
                        basics/memory-model                       1 claim, kata, benchmark
                            Can you explain Python's memory management model?
                        """);
    }

    /** It counts headings, to be quick. */
    @Test
    void shows_as_many_claims_as_the_pages_have() {
        assertThat(Catalogue.answered(Question.in(Path.of("")).root()))
                .isNotEmpty()
                .allSatisfy(question -> assertThat(Page.countClaims(question.readme()))
                        .isEqualTo(Page.read(question.readme()).claims().size()));
    }

    @Test
    void shows_how_far_the_learner_has_come() throws IOException {
        write("practice/progress.json", """
                {"basics/gil": {"passed": 3, "checks": 11, "hints": 2, "solvedOn": "2026-11-29"},
                 "basics/memory-model": {"passed": 4, "checks": 11, "hints": 0}}
                """);
        assertThat(list("basics", "--kata")).isZero();
        assertThat(out).hasToString("""
                        basics/gil                                2 claims, kata
                            Explain the Global Interpreter Lock (GIL). How does it affect multithreaded
                            applications?
                            Your kata: solved on 2026-11-29, last time 3 of 11 checks passed, 2 of the
                            hints taken.
                        basics/memory-model                       1 claim, kata, benchmark
                            Can you explain Python's memory management model?
                            Your kata: last time 4 of 11 checks passed.
                        """);
    }

    @Test
    void every_line_fits_into_eighty_columns() {
        assertThat(list()).isZero();
        assertThat(out.toString().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void shows_those_that_are_answered() {
        assertThat(list("--answered")).isZero();
        assertThat(ids()).containsExactly("basics/gil", "basics/memory-model", "advanced/performance");
    }

    @Test
    void shows_those_with_a_kata() {
        assertThat(list("--kata")).isZero();
        assertThat(ids()).containsExactly("basics/gil", "basics/memory-model");
    }

    @Test
    void shows_those_whose_benchmark_has_results() {
        assertThat(list("--benchmark")).isZero();
        assertThat(ids()).containsExactly("basics/memory-model");
    }

    @Test
    void says_that_none_fits() {
        assertThat(list("tooling", "--answered")).isZero();
        assertThat(out.toString()).isEmpty();
        assertThat(err).hasToString("There is none.\n");
    }

    @Test
    void suggests_the_module_that_was_meant() {
        assertThat(list("basic")).isEqualTo(2);
        assertThat(err).hasToString("kata: no module is called basic; did you mean basics?\nSee ./kata list --help\n");
    }

    @Test
    void names_the_modules_if_none_is_near() {
        assertThat(list("quantum")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("kata: no module is called quantum; there are basics, advanced, design-patterns, tooling,");
    }

    private Stream<String> ids() {
        return out.toString().lines().map(line -> line.split(" ")[0]).filter(id -> !id.isEmpty());
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }

    private int list(String... arguments) {
        var all = new String[arguments.length + 1];
        all[0] = "list";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return KataCommand.commandLine(new Repository(root))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }
}
