package pykata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import pykata.answer.Question;

/** What {@code ./kata mutants} says before it begins. */
class MutantsCommandTest {

    private final StringWriter err = new StringWriter();

    @Test
    void a_wrong_name_is_refused_with_the_nearest() {
        assertThat(kata("mutants", "gill")).isEqualTo(2);
        assertThat(err.toString()).startsWith("kata: no question is called gill; did you mean basics/gil?\n");
    }

    @Test
    void quick_is_for_one_question_and_a_name() {
        assertThat(kata("mutants", "--quick", "bank.deposit")).isEqualTo(2);
        assertThat(kata("mutants", "gil", "method-kinds", "--quick", "bank.deposit"))
                .isEqualTo(2);
        assertThat(kata("mutants", "gil", "--quick", "bank.py: deposit")).isEqualTo(2);
        assertThat(err.toString())
                .contains("kata: --quick is for one question\n", "kata: --quick wants a name such as bank.deposit\n");
    }

    private int kata(String... arguments) {
        return KataCommand.commandLine(new Repository(Question.in(Path.of("")).root()))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
