package pykata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pykata.answer.Question;
import pykata.python.CPython;
import pykata.python.GraalPy;

/** What somebody sees who types {@code ./kata ...}: plain text, wherever it goes. */
class CommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void without_a_word_it_says_what_it_can_do() {
        assertThat(kata()).isZero();
        assertThat(out.toString())
                .startsWith("Usage: kata [-hV] [QUESTION] [COMMAND]")
                .contains("list ", "show ", "run ", "prove ", "sync ", "Examples:", "./kata basics/gil")
                .doesNotContain("\u001b");
    }

    @Test
    void fits_into_eighty_columns() {
        KataCommand.commandLine(repository()).getSubcommands().keySet().forEach(command -> kata(command, "--help"));
        kata("--help");
        kata("list");
        assertThat(out.toString().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list",
                "show",
                "ask",
                "plan",
                "new",
                "run",
                "prove",
                "practice",
                "mutants",
                "bench",
                "both",
                "sync",
                "tally",
                "doctor",
                "help",
                "generate-completion"
            })
    void every_command_shows_an_example(String command) {
        kata(command, "--help");
        assertThat(out.toString()).containsPattern("\nExamples?:\n  [^\n]*\\./kata " + command);
    }

    @Test
    void lists_a_module_in_reading_order() {
        assertThat(kata("list", "basics")).isZero();
        assertThat(out.toString().lines().map(line -> line.split(" ")[0]).filter(id -> !id.isEmpty()))
                .containsExactly(
                        "basics/enterprise-features",
                        "basics/generators-vs-iterators",
                        "basics/gil",
                        "basics/method-kinds",
                        "basics/memory-model");
        assertThat(out.toString())
                .containsPattern("basics/gil {32}\\d claims, kata(, benchmark)?\n    Explain the Global");
    }

    @Test
    void lists_what_can_be_practised() {
        assertThat(kata("list", "--kata")).isZero();
        assertThat(out.toString()).contains("basics/gil").doesNotContain("not answered yet");
    }

    @Test
    void shows_a_page_without_what_is_there_for_the_web() {
        assertThat(kata("show", "gil")).isZero();
        assertThat(out.toString())
                .startsWith("Explain the Global Interpreter Lock (GIL).")
                .contains("\n1. ", "\nRead next\n---------\n", "[On the JVM: one GIL per context]")
                .doesNotContain("<a id", "<details>", "<!--");
    }

    @Test
    void shows_the_interviewers_page() {
        assertThat(kata("show", "--interviewer", "basics/gil")).isZero();
        assertThat(out.toString()).contains("\nRubric\n------\n").doesNotContain("In 60 seconds");
    }

    @ParameterizedTest
    @CsvSource({
        "GIL, ./kata basics/gil",
        "Basics/Gil, ./kata basics/gil",
        "lst, ./kata list",
        "prvoe, ./kata prove",
        "practise gil, ./kata practice gil",
        "practise gil --once, ./kata practice gil --once",
        "benhc gil --quick --rows x, ./kata bench gil --quick --rows x",
        "gill prove --json, ./kata prove basics/gil --json"
    })
    void suggests_the_question_or_the_command_that_was_meant_whatever_follows(String typed, String meant) {
        assertThat(kata(typed.split(" "))).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("kata: no command and no question is called %s; did you mean %s?\n"
                        .formatted(typed.split(" ")[0], meant));
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "gil prove, ./kata prove gil",
        "basics/gil prove --json, ./kata prove basics/gil --json",
        "gil --quick bench, ./kata bench gil --quick",
        "gil practice, ./kata practice gil",
        "gil doctor --clean, ./kata doctor --clean"
    })
    void a_question_before_its_command_is_refused_in_the_form_that_works(String typed, String right) {
        assertThat(kata(typed.split(" "))).isEqualTo(2);
        assertThat(err.toString()).startsWith("kata: the command comes first: " + right + "\n");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_misspelt_command_behind_a_question_is_suggested_in_front_of_it() {
        assertThat(kata("gil", "prvoe")).isEqualTo(2);
        assertThat(err.toString()).startsWith("kata: no command is called prvoe; did you mean ./kata prove gil?\n");
    }

    @Test
    void a_module_is_no_question() {
        assertThat(kata("basics")).isEqualTo(2);
        assertThat(err.toString()).startsWith("kata: basics is a module: ./kata list basics shows its questions\n");
    }

    @Test
    void says_where_names_are_shown_if_none_is_near() {
        assertThat(kata("quantum", "--json")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("kata: no command and no question is called quantum;"
                        + " ./kata help shows the commands, ./kata list the questions\n");
    }

    @ParameterizedTest
    @CsvSource({
        "help doctor --clean, doctor",
        "help mutants, mutants",
        "help bench, bench",
        "help sync gil --static, sync",
        "help both a.py f 1, both",
        "help prove --frobnicate, prove"
    })
    void help_only_helps_whatever_follows(String typed, String command) {
        assertThat(kata(typed.split(" "))).isZero();
        assertThat(out.toString()).startsWith("Usage: kata " + command + " ");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void help_alone_shows_the_commands_and_knows_a_question_when_it_sees_one() {
        assertThat(kata("help")).isZero();
        assertThat(out.toString()).startsWith("Usage: kata [-hV] [QUESTION] [COMMAND]");
        out.getBuffer().setLength(0);
        assertThat(kata("help", "gil")).isZero();
        assertThat(out.toString()).startsWith("gil is a question: ./kata show gil shows its answer");
    }

    @Test
    void help_suggests_the_command_that_was_meant() {
        assertThat(kata("help", "practise")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("kata: no command is called practise; did you mean ./kata help practice?\n");
    }

    @Test
    void suggests_the_option_that_was_meant() {
        assertThat(kata("prove", "gil", "--jsno")).isEqualTo(2);
        assertThat(err.toString()).startsWith("kata: Unknown option: '--jsno'; did you mean --json?\n");
    }

    @Test
    void suggests_the_question_that_was_meant() {
        assertThat(kata("prove", "basics/gill")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo("kata: no question is called basics/gill; did you mean basics/gil?\n"
                        + "See ./kata prove --help\n");
    }

    @ParameterizedTest
    @CsvSource({
        "generators, basics/generators-vs-iterators",
        "Versioning, design-patterns/versioning-compatibility",
        "python, design-patterns/patterns-in-python",
        "memory, basics/memory-model"
    })
    void a_word_of_a_question_suggests_it(String typed, String meant) {
        assertThat(kata("show", typed)).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("kata: no question is called %s; did you mean %s?\n".formatted(typed, meant));
    }

    @Test
    void a_module_in_the_place_of_a_question_is_told() {
        assertThat(kata("show", "basics")).isEqualTo(2);
        assertThat(err.toString()).startsWith("kata: basics is a module: ./kata list basics shows its questions\n");
    }

    @Test
    void a_question_is_also_known_as_its_folder() {
        assertThat(kata("show", "basics/gil/", "--minute")).isZero();
    }

    @Test
    void says_which_words_are_too_many() {
        assertThat(kata("show", "gil", "memory-model")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("kata: too many words: nothing is expected in the place of memory-model\n");
    }

    @Test
    void does_not_guess_wildly() {
        assertThat(kata("show", "quantum")).isEqualTo(2);
        assertThat(err.toString()).contains("no question is called quantum; ./kata list shows them all");
    }

    @Test
    void says_that_a_question_is_not_answered_yet(@TempDir Path unanswered) {
        assertThat(kata(new Repository(unanswered), "run", "iot")).isEqualTo(2);
        assertThat(err.toString()).startsWith("kata: scenarios/iot is not answered yet: You are tasked with");
    }

    @Test
    void refuses_an_option_it_does_not_have() {
        assertThat(kata("prove", "--frobnicate")).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("kata: Unknown option: '--frobnicate'\nSee ./kata prove --help\n");
    }

    @Test
    void shows_where_two_pythons_differ() {
        assertThat(kata("both", "src/test/python/values.py", "implementation")).isEqualTo(1);
        assertThat(out.toString())
                .contains("'graalpy'\n")
                .contains("'cpython'\n")
                .endsWith("DIFFERENT.\n");
    }

    @Test
    void takes_the_same_exception_for_the_same() {
        assertThat(kata("both", "src/test/python/values.py", "divide", "1", "0"))
                .isZero();
        assertThat(out.toString())
                .contains("raises ZeroDivisionError\n", "values.py\", line 25, in divide")
                .endsWith("The same.\n");
    }

    @Test
    void does_not_call_two_missing_functions_the_same() {
        assertThat(kata("both", "src/test/python/values.py", "nowhere")).isEqualTo(2);
        assertThat(err.toString()).startsWith("kata: src/test/python/values.py defines no nowhere\n");
    }

    @Test
    void refuses_arguments_that_are_not_json() {
        assertThat(kata("both", "src/test/python/values.py", "echo", "EUR")).isEqualTo(2);
        assertThat(err.toString()).startsWith("kata: not JSON: EUR (text needs quotes of its own: '\"EUR\"')");
    }

    @Test
    void refuses_a_file_that_is_not_there() {
        assertThat(kata("both", "no/such.py", "echo")).isEqualTo(2);
        assertThat(err.toString()).startsWith("kata: there is no file no/such.py to read");
    }

    @Test
    void says_what_this_machine_has() {
        assertThat(kata("doctor")).isZero();
        assertThat(out.toString().lines().map(line -> line.split(" ")[0]).filter(word -> !word.equals("packages")))
                .containsExactly("platform", "JDK", "Maven", "GraalPy", "CPython", "start", "cache");
        assertThat(out.toString()).contains(GraalPy.version().toString()).doesNotContain("MISSING", "\u001b");
    }

    @Test
    void says_which_packages_are_installed_and_how_large_they_are(@TempDir Path cache) throws IOException {
        assertThat(CPython.reference().executable()).isExecutable(); // in the cache that it is in
        var what = "web/requirements.txt (8 packages) for CPython 3.14.3";
        var environment = Files.createDirectories(cache.resolve("packages/cpython-3.14.3-0123456789ab"));
        Files.writeString(environment.resolve("complete"), what + "\n" + "x".repeat(3 << 10));
        System.setProperty("pykata.cache", cache.toString());
        try {
            assertThat(kata("doctor")).isZero();
        } finally {
            System.clearProperty("pykata.cache");
        }
        assertThat(out.toString()).containsOnlyOnce("packages  ").contains("packages  " + what + ", 3 KB");
    }

    private int kata(String... arguments) {
        return kata(repository(), arguments);
    }

    private int kata(Repository repository, String... arguments) {
        return KataCommand.commandLine(repository)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private static Repository repository() {
        return new Repository(Question.in(Path.of("")).root());
    }
}
