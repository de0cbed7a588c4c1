package pykata.scenarios.iot.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FailuresTest {

    private static final Path QUESTION = Path.of("..");
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

    @Test
    void each_test_exists_that_the_list_of_failures_names() throws IOException {
        var named = NAMED.matcher(Files.readString(QUESTION.resolve("FAILURES.md")))
                .results()
                .toList();

        assertThat(named).hasSizeGreaterThan(30);
        for (var each : named) {
            assertThat(source(each.group(1) + ".java")).contains("void " + each.group(2) + "(");
        }
    }

    private static String source(String file) throws IOException {
        try (var files = Files.walk(QUESTION)) {
            var found = files.filter(path -> path.endsWith(file)).toList();
            assertThat(found).as(file).hasSize(1);
            return Files.readString(found.getFirst());
        }
    }
}
