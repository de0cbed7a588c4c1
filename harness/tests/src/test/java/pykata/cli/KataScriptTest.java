package pykata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pykata.answer.Question;

/** The script in front of the command, with something else in Java's place. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there it is kata.cmd")
class KataScriptTest {

    @TempDir
    Path folder;

    /** Java takes the locale's encoding for its arguments: in that of C, a letter beyond ASCII is lost. */
    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", ""})
    void arguments_are_utf_8_in_any_locale(String locale) throws IOException {
        assertThat(said(locale)).isEqualTo("C.UTF-8\n");
    }

    @Test
    void a_locale_of_utf_8_stays() throws IOException {
        assertThat(said("de_DE.UTF-8")).isEqualTo("de_DE.UTF-8\n");
    }

    private String said(String locale) throws IOException {
        var java = Files.writeString(folder.resolve("java"), """
                #!/bin/sh
                echo "$LC_ALL"
                """);
        assertThat(java.toFile().setExecutable(true)).isTrue();
        var own = Question.in(Path.of("")).root().resolve("kata");
        var kata = Files.copy(own, folder.resolve("kata")).toString(); // where nothing is built
        var command = new ProcessBuilder("sh", kata, "both", "a.py", "f").redirectErrorStream(true);
        command.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
        command.environment().put("LC_ALL", locale);
        command.environment().merge("PATH", folder.toString(), (path, first) -> first + ":" + path);
        command.environment().keySet().removeIf(name -> name.matches("JAVA.*_HOME"));
        var process = command.start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
