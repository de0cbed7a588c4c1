package pykata.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static pykata.practice.Outcome.IMPORT_ERROR;
import static pykata.practice.Outcome.LIMIT_HIT;
import static pykata.practice.Outcome.OUR_FAULT;
import static pykata.practice.Outcome.SOLVED;
import static pykata.practice.Outcome.SYNTAX_ERROR;
import static pykata.practice.Outcome.WRONG_ANSWER;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pykata.python.CPython;
import pykata.python.Limits;
import pykata.python.Python;

/** A learner's file gets the verdict, the message and the exit status that it deserves. */
class CheckingTest {

    private static final String RIGHT = "def postage(grams):\n    return 50 + 50 * max(-(-grams // 500), 1)\n";

    @TempDir
    Path folder;

    @Test
    void a_right_file_is_solved_whatever_it_prints() {
        var noisy = """
                import os
                print('{"outcome": "wrong answer"}')
                os.write(1, b"straight to the descriptor")
                """;
        var verdict = verdict(noisy + RIGHT + "print('end')\n");
        assertThat(verdict.outcome()).isEqualTo(SOLVED);
        assertThat(verdict.message()).isEmpty();
        assertThat(verdict.checks()).hasSize(3);
        assertThat(verdict.passed()).isEqualTo(3);
    }

    @Test
    void a_wrong_value_is_shown_with_its_call_and_what_was_expected() {
        var verdict = verdict("def postage(grams):\n    return 100\n");
        assertThat(verdict.outcome()).isEqualTo(WRONG_ANSWER);
        assertThat(verdict.message()).isEqualTo("call      postage(501)\nexpected  150\nactual    100");
        assertThat(verdict.firstFailure().orElseThrow()).isEqualTo("the examples hold");
        assertThat(verdict.checks()).hasSize(3);
    }

    @Test
    void an_exception_is_a_wrong_answer_and_shows_the_learners_line() {
        var verdict = verdict("def postage(grams):\n    return RATES[grams]\n");
        assertThat(verdict.outcome()).isEqualTo(WRONG_ANSWER);
        assertThat(verdict.message())
                .startsWith("call      postage(500)\nexpected  100\nactual    raises NameError: ")
                .endsWith("\nat        exercise.py:2: return RATES[grams]");
    }

    @Test
    void a_call_that_the_learners_function_does_not_take_is_a_wrong_answer() {
        var verdict = verdict("def postage():\n    return 100\n");
        assertThat(verdict.outcome()).isEqualTo(WRONG_ANSWER);
        assertThat(verdict.message()).contains("call      postage(500)", "raises TypeError");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sys.exit(0)", "os._exit(0)"})
    void leaving_the_interpreter_is_a_wrong_answer(String statement) {
        var verdict = verdict("import os, sys\ndef postage(grams):\n    %s\n".formatted(statement));
        assertThat(verdict.outcome()).isEqualTo(WRONG_ANSWER);
        assertThat(verdict.message()).contains("raises SystemExit: 0", "exercise.py:3: " + statement);
    }

    @Test
    void a_syntax_error_is_shown_with_its_line() {
        var verdict = verdict("def postage(grams):\n    return (50 +\n");
        assertThat(verdict.outcome()).isEqualTo(SYNTAX_ERROR);
        assertThat(verdict.message()).startsWith("exercise.py:2: return (50 +\nSyntaxError: ");
    }

    @ParameterizedTest
    @CsvSource({
        "import rates, ModuleNotFoundError",
        "RATES[500], NameError",
        "raise SystemExit(0), SystemExit",
        "import os; os._exit(0), SystemExit"
    })
    void an_error_while_importing_is_shown_with_its_line(String line, String error) {
        var verdict = verdict("\n" + line + "\n" + RIGHT);
        assertThat(verdict.outcome()).isEqualTo(IMPORT_ERROR);
        assertThat(verdict.message()).startsWith("exercise.py:2: " + line + "\n" + error);
    }

    @Test
    void an_endless_loop_hits_the_limit_and_is_shown_with_its_line() {
        var kata = PostageKata.with(folder, "exercise.py", "def postage(grams):\n    while True:\n        pass\n");
        var verdict = new Practice(kata, Duration.ofSeconds(1)).onCPython(kata.exercise());
        assertThat(verdict.outcome()).isEqualTo(LIMIT_HIT);
        assertThat(verdict.message()).matches("limit     1 s are up\nat        exercise.py:[23]: .*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return float(50 + 50 * max(-(-grams // 500), 1))",
                "import unittest.mock; return unittest.mock.ANY",
                "return type('Any', (), {'__eq__': lambda self, other: True})()",
                "return type('Odd', (int,), {'__eq__': lambda self, other: 1 / 0})(100)",
                "return type('Odd', (), {'__repr__': lambda self: 1 / 0})()",
            })
    void what_is_only_equal_is_a_wrong_answer(String statement) {
        var verdict = verdict("def postage(grams):\n    %s\n".formatted(statement));
        assertThat(verdict.outcome()).isEqualTo(WRONG_ANSWER);
        assertThat(verdict.message()).startsWith("call      postage(500)\nexpected  100\nactual    ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | false | false",
                "0 | 0.0 | false",
                "1 | 1 | true",
                "'\"a\"' | '\"a\"' | true",
                "[0, [1]] | [0, [true]] | false",
                "[0, [1]] | [0, [1]] | true",
                "[0] | [0, 0] | false",
                "{\"a\": 1} | {\"a\": 1.0} | false",
                "{\"a\": [1]} | {\"a\": [1]} | true",
                "{\"a\": 1} | {\"b\": 1} | false",
                "null | null | true",
            })
    void values_are_the_same_if_their_types_are(String actual, String expected, boolean same) throws IOException {
        try (var python = CPython.reference().start(PostageKata.SOUND.sources(), Limits.DEFAULT)) {
            var json = new ObjectMapper();
            assertThat(python.call("checking.same", json.readTree(actual), json.readTree(expected))
                            .asBoolean())
                    .isEqualTo(same);
        }
    }

    @Test
    void a_check_says_what_it_takes_for_equal() {
        var kata = PostageKata.with(folder, "checks.py", """
                from math import isclose

                from checking import check, expect, main


                @check("about a hundred")
                def hundred(kata):
                    expect("postage(500)", lambda: kata.postage(500), gives=100, equal=isclose)


                if __name__ == "__main__":
                    main()
                """);
        var file = exercise("def postage(grams):\n    return 1e2 + 1e-9\n");
        assertThat(new Practice(kata).onCPython(file).outcome()).isEqualTo(SOLVED);
    }

    @Test
    void an_emptied_list_of_checks_is_no_pass() {
        var verdict = verdict("""
                import gc
                [every.clear() for every in gc.get_objects() if type(every) is dict and "the examples hold" in every]
                def postage(grams):
                    return 0
                """);
        assertThat(verdict.outcome()).isEqualTo(WRONG_ANSWER);
        var kata = PostageKata.with(folder, "checks.py", "from checking import main\nmain()\n");
        assertThat(new Practice(kata).onCPython(kata.solution()).outcome()).isEqualTo(OUR_FAULT);
    }

    @Test
    void the_command_line_ends_by_itself() {
        var file = exercise("def postage(grams):\n    while True: pass\n");
        var run = run(PostageKata.SOUND, file.toString(), "--seconds", "0.5");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).isEqualTo("""
                FAIL  the examples hold
                      limit     0.5 s are up
                      at        exercise.py:2: while True: pass
                0 of 3 checks pass.
                """);
    }

    @Test
    void an_error_in_the_checks_is_our_own_fault() {
        var broken = """
                from checking import check, main


                @check("a parcel has a weight")
                def weight(kata):
                    assert parcels


                if __name__ == "__main__":
                    main()
                """;
        var kata = PostageKata.with(folder, "checks.py", broken);
        var verdict = new Practice(kata).onCPython(kata.solution());
        assertThat(verdict.outcome()).isEqualTo(OUR_FAULT);
        assertThat(verdict.message()).contains("checks.py", "line 6", "NameError");
        var run = run(kata, kata.solution().toString());
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).contains("FAIL  a parcel has a weight", "This is our own fault");
    }

    @Test
    void checks_that_cannot_be_loaded_are_our_own_fault() {
        var kata = PostageKata.with(folder, "checks.py", "import parcels\n");
        var verdict = new Practice(kata).onCPython(kata.solution());
        assertThat(verdict.outcome()).isEqualTo(OUR_FAULT);
        assertThat(verdict.message()).contains("no verdict", "parcels");
    }

    @Test
    void the_command_line_stops_at_the_first_check_that_fails() {
        var run = run("def postage(grams):\n    return {500: 100, 501: 150}.get(grams)\n");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("""
                ok    the examples hold
                FAIL  other weights cost what they should
                      call      postage(1)
                      expected  100
                      actual    None
                1 of 3 checks pass. hints.md helps, a step at a time.
                """);
    }

    @Test
    void the_command_line_says_when_it_is_solved() {
        var run = run(RIGHT);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).endsWith("Solved: all 3 checks pass.\n");
    }

    @ParameterizedTest
    @CsvSource({"def postage(, syntax error, SyntaxError", "import parcels, import error, ModuleNotFoundError"})
    void the_command_line_says_why_a_file_cannot_be_used(String text, String outcome, String error) {
        var run = run(text + "\n");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).startsWith("""
                        FAIL  exercise.py cannot be used: %s
                              exercise.py:1: %s
                              %s:""".formatted(outcome, text, error));
    }

    @Test
    void the_command_line_says_how_it_is_used() {
        assertThat(run(PostageKata.SOUND, "--help"))
                .satisfies(run -> assertThat(run.exitCode()).isZero())
                .satisfies(run -> assertThat(run.out()).contains("usage: checks.py", "--report", "0 solved"));
        assertThat(run(PostageKata.SOUND))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.err()).contains("usage: checks.py", "file"));
        assertThat(run(PostageKata.SOUND, "nowhere.py"))
                .satisfies(run -> assertThat(run.exitCode()).isEqualTo(2))
                .satisfies(run -> assertThat(run.out()).contains("nowhere.py cannot be read: "));
    }

    private Verdict verdict(String text) {
        return new Practice(PostageKata.SOUND).onCPython(exercise(text));
    }

    private Python.Run run(String text) {
        return run(PostageKata.SOUND, exercise(text).toString());
    }

    private static Python.Run run(Kata kata, String... arguments) {
        try (var python = CPython.reference().start(kata.sources(), Limits.DEFAULT)) {
            var run = python.run("checks", arguments);
            return new Python.Run(run.exitCode(), run.out().replace("\r\n", "\n"), run.err());
        }
    }

    private Path exercise(String text) {
        return PostageKata.write(folder.resolve("exercise.py"), text);
    }
}
