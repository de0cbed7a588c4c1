package pykata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pykata.cli.Probe.Answer;
import pykata.cli.Probe.Outcome;
import pykata.cli.Probe.Trial;

/** Only answers are compared, and only what differs is called different. */
class ComparisonTest {

    @Test
    void equal_texts_are_the_same() {
        verdict(returned("{1, 2}", "set"), returned("{1, 2}", "set"), 0, "The same.");
        verdict(returned("1", "int"), returned("1.0", "float"), 1, "DIFFERENT.");
    }

    @Test
    void where_long_values_part_is_told() {
        var same = "'" + "x".repeat(600);
        assertThat(Comparison.of(trial(returned(same + "1'", "str")), trial(returned(same + "2'", "str")))
                        .sentences())
                .containsExactly(
                        "DIFFERENT, from character 602 on: ...%1$s1'... and ...%1$s2'...".formatted("x".repeat(30)));
    }

    @Test
    void of_equal_dicts_in_another_order_only_the_order_differs() {
        verdict(
                new Answer(Outcome.RETURNED, "", "{1: 1, 2: 2}", "{1: 1, 2: 2}", "dict", "", 0),
                new Answer(Outcome.RETURNED, "", "{2: 2, 1: 1}", "{1: 1, 2: 2}", "dict", "", 0),
                1,
                "DIFFERENT in the order of a dict only: == finds the two equal.");
    }

    @Test
    void exceptions_are_the_same_by_their_type() {
        verdict(raised("ValueError"), raised("ValueError"), 0, "The same.");
        verdict(raised("ValueError"), raised("TypeError"), 1, "DIFFERENT.");
        verdict(raised("ValueError"), returned("1", "int"), 1, "DIFFERENT.");
    }

    @Test
    void what_differs_on_one_python_asked_twice_is_not_called_different() {
        var differ = Comparison.of(trial(returned("1", "int")), trial(returned("2", "int")));
        var same = Comparison.of(trial(returned("1", "int")), trial(returned("1", "int")));
        assertThat(differ.given(same)).isEqualTo(differ);
        assertThat(differ.given(differ).status()).isEqualTo(3);
        assertThat(differ.given(differ).sentences())
                .singleElement()
                .asString()
                .startsWith("Not compared: asked again, CPython differs from itself, too.");
    }

    @Test
    void who_looks_for_a_file_beside_the_function_is_told_where_it_runs() {
        var missing = trial(raised("FileNotFoundError"));
        assertThat(Comparison.of(missing, missing))
                .isEqualTo(
                        new Comparison(
                                0,
                                List.of(
                                        "The same.",
                                        "The function runs in an empty folder; a file beside its own is found from __file__.")));
    }

    @Test
    void what_cannot_be_compared_is_not_called_the_same() {
        verdict(incomparable("generator"), incomparable("generator"), 3, "Not compared: return list(...) of it.");
        verdict(
                incomparable("coroutine"),
                incomparable("coroutine"),
                3,
                "Not compared: return asyncio.run(...) of it.");
        verdict(incomparable("generator"), incomparable("map"), 1, "DIFFERENT.");
        verdict(incomparable("generator"), returned("1", "int"), 1, "DIFFERENT.");
        verdict(incomparable("list"), returned("[1]", "list"), 3, "Not compared: one Python has no text for it.");
    }

    @Test
    void who_does_not_answer_is_not_compared() {
        verdict(
                returned("1", "int"),
                none(Outcome.STOPPED),
                3,
                "Not compared: GraalPy gave no answer. --seconds N gives them longer.");
        verdict(none(Outcome.ENDED), returned("1", "int"), 3, "Not compared: CPython gave no answer.");
        verdict(none(Outcome.ENDED), none(Outcome.ENDED), 3, "Not compared: neither gave an answer.");
        verdict(none(Outcome.UNLOADABLE), none(Outcome.UNLOADABLE), 3, "Not tried: neither can import the file.");
    }

    @Test
    void what_is_printed_counts_but_for_addresses() {
        var value = returned("1", "int");
        assertThat(Comparison.of(new Trial(value, "at 0x7f12\n", ""), new Trial(value, "at 0x9", "warned"))
                        .status())
                .isZero();
        assertThat(Comparison.of(new Trial(value, "1\n", ""), new Trial(value, "2\n", "")))
                .isEqualTo(new Comparison(1, List.of("DIFFERENT in what it prints.")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    unloadable | SyntaxError           |                             | GraalPy speaks Python 3.12: newer syntax
                    unloadable | ModuleNotFoundError   |                             | GraalPy speaks Python 3.12: what the library
                    raised     | RecursionError        |                             | CPython counts frames
                    raised     | NotImplementedError   | concurrent/futures/process.py | GraalPy has no ProcessPoolExecutor
                    raised     | ZoneInfoNotFoundError |                             | GraalPy looks for time zones
                    """)
    void a_known_difference_is_explained(String outcome, String type, String detail, String why) {
        var graalPy = new Answer(Outcome.valueOf(outcome.toUpperCase(Locale.ROOT)), type, null, null, type, detail, 0);
        var comparison = Comparison.of(trial(returned("1", "int")), trial(graalPy));
        assertThat(comparison.status()).isEqualTo(1);
        assertThat(comparison.sentences()).hasSize(2).first().isEqualTo("DIFFERENT.");
        assertThat(comparison.sentences().getLast()).startsWith(why).endsWith(" See GRAALPY.md.");
    }

    @Test
    void a_recursion_that_only_cpython_ends_is_explained_too() {
        assertThat(Comparison.of(trial(raised("RecursionError")), trial(returned("1", "int")))
                        .sentences())
                .hasSize(2);
        assertThat(Comparison.of(trial(raised("KeyError")), trial(returned("1", "int")))
                        .sentences())
                .hasSize(1);
    }

    private static void verdict(Answer cPython, Answer graalPy, int status, String sentence) {
        var comparison = Comparison.of(trial(cPython), trial(graalPy));
        assertThat(comparison.sentences()).first().isEqualTo(sentence);
        assertThat(comparison.status()).isEqualTo(status);
    }

    private static Trial trial(Answer answer) {
        return new Trial(answer, "", "");
    }

    private static Answer returned(String text, String type) {
        return new Answer(Outcome.RETURNED, text, text, text, type, "", 0);
    }

    private static Answer raised(String type) {
        return new Answer(Outcome.RAISED, type, null, null, type, "", 0);
    }

    private static Answer incomparable(String type) {
        return new Answer(Outcome.INCOMPARABLE, "a " + type, null, null, type, "", 0);
    }

    private static Answer none(Outcome outcome) {
        return Answer.none(outcome, "nothing", "");
    }
}
