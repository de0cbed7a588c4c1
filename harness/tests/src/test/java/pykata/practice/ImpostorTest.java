package pykata.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static pykata.practice.Outcome.WRONG_ANSWER;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import pykata.python.CPython;
import pykata.python.Limits;
import pykata.python.Sources;

/** An impostor knows the answers to the examples, of whatever kind they are, and no others. */
class ImpostorTest {

    private static final Sources SOURCES = Sources.of(Path.of("src/test/python"), Path.of("../src/main/python"));

    @Test
    void the_empty_one_has_no_names() {
        var verdict = new Practice(PostageKata.SOUND).onCPython(Impostor.EMPTY);
        assertThat(verdict.outcome()).isEqualTo(WRONG_ANSWER);
        assertThat(verdict.message()).contains("call      postage(500)", "raises AttributeError");
    }

    @Test
    void the_constant_one_has_one_answer() {
        var verdict = new Practice(PostageKata.SOUND).onCPython(Impostor.CONSTANT);
        assertThat(verdict.outcome()).isEqualTo(WRONG_ANSWER);
        assertThat(verdict.message()).isEqualTo("call      postage(501)\nexpected  150\nactual    100");
    }

    @Test
    void the_hard_coded_one_knows_the_examples() {
        var verdict = new Practice(PostageKata.SOUND).onCPython(Impostor.HARD_CODED);
        assertThat(verdict.firstFailure().orElseThrow()).isEqualTo("other weights cost what they should");
        assertThat(verdict.message()).isEqualTo("call      postage(2000)\nexpected  250\nactual    150");
    }

    @Test
    void methods_properties_iterators_coroutines_and_exceptions_are_replayed() {
        var answers = answers(false);
        assertThat(answers.get("replayed")).isEqualTo(answers.get("examples"));
    }

    @Test
    void what_the_examples_do_not_show_is_not_known() {
        assertThat(answers(false).get("otherwise")).hasToString("[2,3,3,[1,2],null,8]");
        assertThat(answers(true).get("otherwise")).hasToString("[2,3,3,[1,2],null,8]");
    }

    private static JsonNode answers(boolean firstOnly) {
        try (var python = CPython.reference().start(SOURCES, Limits.DEFAULT)) {
            return python.call("imposture.answers", firstOnly);
        }
    }
}
