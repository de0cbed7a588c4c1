package pykata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pykata.answer.Question;

/** What a shell completes, asked as bash asks. */
class CompletionTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no bash")
    @CsvSource({
        "pra, practice",
        "gi, gil",
        "basics/gi, basics/gil",
        "help pra, practice",
        "practice gi, gil",
        "prove basics/me, basics/memory-model basics/method-kinds",
        "show memory-m, memory-model",
        "ask bas, basics",
        "list bas, basics",
        "prove --j, --json"
    })
    void commands_questions_and_options_are_completed(String typed, String offered) throws Exception {
        var script = Files.writeString(folder.resolve("completion"), kata("generate-completion"));
        var ask = """
                source %s
                COMP_WORDS=(./kata %s)
                COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                $(complete -p kata | sed 's/.*-F \\([^ ]*\\).*/\\1/')
                printf '%%s\\n' "${COMPREPLY[@]}"
                """.formatted(script, typed);
        var bash =
                new ProcessBuilder("bash", "-c", ask).redirectErrorStream(true).start();
        bash.getOutputStream().close();
        var said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said.lines().map(String::strip).distinct()).contains(offered.split(" "));
    }

    @Test
    void its_advice_is_for_where_the_command_is() throws IOException {
        assertThat(kata("generate-completion", "--help")).contains("source <(./kata generate-completion)");
    }

    private static String kata(String... arguments) {
        var out = new StringWriter();
        var repository = new Repository(Question.in(Path.of("")).root());
        KataCommand.commandLine(repository).setOut(new PrintWriter(out, true)).execute(arguments);
        return out.toString();
    }
}
