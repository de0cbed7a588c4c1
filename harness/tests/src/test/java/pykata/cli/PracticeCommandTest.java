package pykata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pykata.practice.Kata;
import pykata.practice.PracticeSession;
import pykata.practice.Workspace;
import pykata.python.GraalPy;

/** What a learner sees who asks for one verdict, as without a terminal. */
class PracticeCommandTest {

    @TempDir
    Path root;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private SmallRepository repository;

    @BeforeEach
    void repository() {
        repository = SmallRepository.in(root);
    }

    @Test
    void begins_with_a_copy_of_the_exercise() {
        assertThat(practice()).isEqualTo(1);
        assertThat(said()).isEqualTo("""
                The exercise is now in practice/gil.py; what to do stands at its top.
                FAIL  the examples hold
                      call      postage(500)
                      expected  100
                      actual    raises NotImplementedError: postage is yours to write
                      at        gil.py:10: raise NotImplementedError("postage is yours
                                to write")

                0 of 3 checks pass.
                """);
        assertThat(repository.working())
                .content()
                .contains("python3 basics/gil/kata/checks.py practice/gil.py in the repository's folder")
                .contains("def postage(");
    }

    @Test
    void shows_one_failing_check_and_what_the_file_printed() {
        repository.save("""
                def postage(grams):
                    print("postage of", grams)
                    return {500: 100, 501: 150}.get(grams)
                """);
        assertThat(practice()).isEqualTo(1);
        assertThat(said()).isEqualTo("""
                ok    the examples hold
                FAIL  other weights cost what they should
                      call      postage(1)
                      expected  100
                      actual    None
                It printed:
                  | postage of 1

                1 of 3 checks pass.
                """);
    }

    @Test
    void tells_what_graalpy_makes_of_a_solution() {
        repository.save(SmallRepository.RIGHT);
        assertThat(practice()).isZero();
        assertThat(said()).isEqualTo("""
                ok    the examples hold
                ok    other weights cost what they should
                ok    a weight in words is a TypeError

                Solved: all 3 checks pass.
                And on GraalPy %s ... solved
                That was the last kata. Next: ./kata ask
                """.formatted(GraalPy.version().version()));
    }

    @Test
    void shows_all_that_the_failing_check_printed() {
        repository.save("""
                def postage(grams):
                    for step in range(30):
                        print("step", step, "of", grams)
                    return 100
                """);
        assertThat(practice()).isEqualTo(1);
        assertThat(said())
                .contains("It printed:\n  | step 0 of 500\n", "\n  | step 29 of 501\n")
                .doesNotContain("at last");
    }

    @Test
    void of_a_file_that_prints_for_ever_the_last_lines_are_enough() {
        repository.save("""
                def postage(grams):
                    while True:
                        print("waiting")
                """);
        assertThat(practice()).isEqualTo(3);
        assertThat(said()).contains("limit     too much output\n", "It printed, at last:\n");
        assertThat(said().lines().filter("  | waiting"::equals)).hasSize(20);
    }

    /** The escape that clears a screen, and the one that begins a title, by one character of Latin-1. */
    @Test
    void what_a_terminal_would_obey_is_not_shown_as_it_is() {
        repository.save("""
                def postage(grams):
                    print("\\x1b[2J", "\\x9d0;title\\x07", "\\u202e")
                    raise ValueError("\\x1b[2J \\x9b2J \\u202e")
                """);
        assertThat(practice()).isEqualTo(1);
        assertThat(said())
                .contains("actual    raises ValueError: ?[2J ?2J ?", "  | ?[2J ?0;title? ?")
                .doesNotContainPattern("[\\p{Cntrl}\u0080-\u009f\u202e&&[^\n]]");
    }

    @Test
    void what_graalpy_is_too_old_for_is_no_fault_of_the_solution() {
        repository.save("type Grams = int\n" + SmallRepository.RIGHT + "template = t'{7}'\n");
        assertThat(practice()).isZero();
        assertThat(said())
                .contains(
                        "Solved: all 3 checks pass.\nAnd on GraalPy %s ... not tried: it speaks Python 3.12\n"
                                .formatted(GraalPy.version().version()),
                        "gil.py:4: template = t'{7}'\n");
    }

    @Test
    void names_the_next_kata_that_is_not_solved() throws IOException {
        repository.addKata("advanced/performance");
        repository.addKata("basics/method-kinds");
        Files.createDirectories(root.resolve("practice"));
        Files.writeString(
                root.resolve("practice/progress.json"),
                "{\"basics/method-kinds\": {\"passed\": 0, \"checks\": 3,"
                        + " \"hints\": 0, \"solvedOn\": \"2026-11-29\"}}");
        repository.save(SmallRepository.RIGHT);
        practice();
        assertThat(said()).endsWith("\nNext: ./kata practice performance\n");
    }

    @Test
    void shows_the_task_as_it_stands_in_the_learners_file() {
        assertThat(kata("practice", "gil", "--task")).isZero();
        assertThat(said())
                .startsWith("postage(grams): 100 cents up to 500 grams")
                .contains("python3 basics/gil/kata/checks.py practice/gil.py in the repository's folder")
                .doesNotContain("\"\"\"", "def ");
        assertThat(repository.working()).doesNotExist();
    }

    @Test
    void shows_how_a_file_differs_from_the_solution() {
        repository.save("\"\"\"My notes.\"\"\"\n" + SmallRepository.RIGHT);
        assertThat(kata("practice", "gil", "--diff")).isZero();
        assertThat(said())
                .startsWith("--- gil.py\n+++ the solution\n")
                .contains("\n-    return 50 + 50 * max(-(-grams // 500), 1)\n")
                .doesNotContain("notes");
    }

    @Test
    void a_progress_that_cannot_be_read_is_one_sentence() throws IOException {
        repository.save(SmallRepository.RIGHT);
        Files.createDirectories(root.resolve("practice/progress.json"));
        assertThat(practice()).isEqualTo(3);
        assertThat(err.toString().lines().toList()).singleElement().asString().startsWith("kata: cannot read ");
        assertThat(kata("list", "basics")).isZero();
    }

    @Test
    void says_that_a_file_cannot_be_used() {
        repository.save("def postage(:\n");
        assertThat(practice()).isEqualTo(2);
        assertThat(said()).isEqualTo("""
                FAIL  gil.py cannot be used: syntax error
                      gil.py:1: def postage(
                      SyntaxError: invalid syntax

                No check was reached.
                """);
    }

    @Test
    void says_where_a_file_was_stopped() {
        repository.save("def postage(grams):\n    while True: pass\n");
        assertThat(practice("--seconds", "0.5")).isEqualTo(3);
        assertThat(said()).isEqualTo("""
                FAIL  the examples hold
                      limit     0.5 s are up
                      at        gil.py:2: while True: pass

                0 of 3 checks pass.
                """);
    }

    @Test
    void resumes_where_the_learner_left() {
        repository.save("def postage(grams):\n    return {500: 100, 501: 150}.get(grams)\n");
        practice();
        kata("practice", "gil", "--hint");
        out.getBuffer().setLength(0);
        practice();
        assertThat(said()).startsWith("Last time 1 of 3 checks passed, 1 of the hints taken.\n");
    }

    @Test
    void gives_hints_one_by_one() {
        kata("practice", "gil", "--hint");
        assertThat(said()).contains("1: ").doesNotContain("2: ", "no more hints");
        kata("practice", "gil", "--hint");
        kata("practice", "gil", "--hint");
        kata("practice", "gil", "--hint");
        assertThat(said()).contains("2: ", "3: ").endsWith("There are no more hints.\n");
    }

    @Test
    void keeps_the_learners_version_when_it_starts_over() {
        repository.save("mine = 1\n");
        practice("--reset");
        assertThat(said()).startsWith("Your version is kept as practice/gil-1.py.\n");
        repository.save("mine = 2\n");
        practice("--reset");
        assertThat(root.resolve("practice/gil-1.py")).hasContent("mine = 1\n");
        assertThat(root.resolve("practice/gil-2.py")).hasContent("mine = 2\n");
        assertThat(repository.working()).content().contains("postage is yours to write");
    }

    @Test
    void a_folder_in_the_place_of_the_working_file_is_kept_too() throws IOException {
        Files.createDirectories(repository.working());
        Files.writeString(repository.working().resolve("notes.txt"), "mine");
        practice("--reset");
        assertThat(said()).startsWith("Your version is kept as practice/gil-1.py.\n");
        assertThat(root.resolve("practice/gil-1.py/notes.txt")).hasContent("mine");
        assertThat(repository.working()).content().contains("postage is yours to write");
    }

    @Test
    void a_limit_of_no_time_is_refused() {
        assertThat(practice("--seconds", "0")).isEqualTo(2);
        assertThat(err.toString()).startsWith("kata: --seconds is more than 0 and at most 3600\n");
    }

    @Test
    void shows_the_solution_on_demand() {
        assertThat(kata("practice", "gil", "--solution")).isZero();
        assertThat(said()).contains("def postage(");
        assertThat(repository.working()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"basics/gil\": ", "null"})
    void a_progress_that_cannot_be_understood_is_put_aside(String damaged) throws IOException {
        repository.save(SmallRepository.RIGHT);
        Files.writeString(root.resolve("practice/progress.json"), damaged);
        assertThat(practice()).isZero();
        var aside = root.resolve("practice/progress.damaged-1.json");
        assertThat(err.toString())
                .isEqualTo("kata: progress.json is not understood; it is kept as %s, and a new one begins.%n"
                        .formatted(aside));
        assertThat(aside).hasContent(damaged);
    }

    @Test
    void what_is_solved_stays_solved() {
        repository.save(SmallRepository.RIGHT);
        practice();
        repository.save("def postage(grams):\n    return {500: 100, 501: 150}.get(grams)\n");
        practice();
        out.getBuffer().setLength(0);
        kata("practice");
        assertThat(said())
                .matches("(?s).*basics/gil +Solved on \\d{4}-\\d\\d-\\d\\d, last time 1 of 3 checks passed\\.\n.*");
    }

    @Test
    void a_working_file_that_is_gone_is_told() {
        repository.save(SmallRepository.RIGHT);
        var session = new PracticeSession(
                new Workspace(root.resolve("practice"), new Kata(new Repository(root).at("basics/gil"))),
                Duration.ofSeconds(5),
                err::write);
        assertThat(repository.working().toFile().delete()).isTrue();
        assertThat(session.judge().toString()).startsWith("FAIL  gil.py cannot be used: import error");
    }

    @Test
    void a_folder_that_cannot_be_written_is_one_sentence() throws IOException {
        Files.writeString(root.resolve("practice"), "a file where the folder should be");
        assertThat(practice()).isEqualTo(3);
        assertThat(err.toString().lines().toList())
                .singleElement()
                .asString()
                .startsWith("kata: cannot write ")
                .contains("practice");
    }

    @Test
    void a_question_without_a_kata_is_told() throws IOException {
        Files.delete(root.resolve("basics/gil/kata/checks.py"));
        assertThat(practice()).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo("kata: basics/gil has no kata; ./kata list --kata shows which have one\n"
                        + "See ./kata practice --help\n");
    }

    @Test
    void without_a_question_it_says_how_far_one_has_come() {
        assertThat(kata("practice")).isZero();
        repository.save("def postage(grams):\n    return {500: 100, 501: 150}.get(grams)\n");
        practice();
        kata("practice");
        assertThat(said().lines())
                .contains("basics/gil   Not begun.")
                .contains("basics/gil   Last time 1 of 3 checks passed.");
    }

    @Test
    void how_far_one_has_come_stands_in_one_column() {
        repository.addKata("design-patterns/versioning-compatibility");
        kata("practice");
        assertThat(said()).isEqualTo("""
                basics/gil                                 Not begun.
                design-patterns/versioning-compatibility   Not begun.
                """);
    }

    private int practice(String... options) {
        var all = new String[options.length + 3];
        System.arraycopy(new String[] {"practice", "gil", "--once"}, 0, all, 0, 3);
        System.arraycopy(options, 0, all, 3, options.length);
        return kata(all);
    }

    private int kata(String... arguments) {
        return KataCommand.commandLine(new Repository(root))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private String said() {
        return out.toString().replace("\r\n", "\n").replace('\\', '/');
    }
}
