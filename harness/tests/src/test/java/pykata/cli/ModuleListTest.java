package pykata.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A pom gets one more module, and nothing else. */
class ModuleListTest {

    private static final String POM = """
            <project>
              <!-- all of it -->
              <modules>
                <module>harness</module>
                <module>basics</module>
                <module>scenarios</module>
              </modules>
              <properties/>
            </project>
            """;

    @ParameterizedTest
    @CsvSource({"advanced, basics", "devops, scenarios", "tooling, /modules"})
    void in_its_sorted_place(String module, String before) {
        var line = "    <module>%s</module>\n".formatted(module);
        var edited = ModuleList.of(POM).with(module);
        assertThat(edited).containsPattern(line + " *<(module>)?" + before);
        assertThat(edited.replace(line, "")).isEqualTo(POM);
    }

    @Test
    void once_only() {
        assertThat(ModuleList.of(POM).with("basics")).isEqualTo(POM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<project/>",
                "<modules></modules>",
                "<modules>\n</modules>",
                "<modules>\n<module>a</module><module>b</module>\nand more\n</modules>",
                "<modules>\n<module>a</module>\n</modules>\n<modules>\n<module>b</module>\n</modules>",
                "</modules>\n<modules>\n<module>a</module>"
            })
    void refuses_what_it_does_not_know(String pom) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ModuleList.of(pom))
                .withMessage("it has no <modules> with one <module> a line");
    }
}
