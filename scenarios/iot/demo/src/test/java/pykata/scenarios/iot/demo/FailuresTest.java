package pykata.scenarios.iot.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FailuresTest {

    private static final Path QUESTION = Path.of("..");
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)\\.(\\w+)`");
    private static final Pattern NAMED_ALONE = Pattern.compile("`(\\w+Test)`");
    private static final String SWITCH = "named = \"pykata.iot.system\"";

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

    @Test
    void the_list_says_which_of_them_do_not_run_each_time() throws IOException {
        var named = NAMED_ALONE
                .matcher(Files.readString(QUESTION.resolve("FAILURES.md")))
                .results()
                .map(each -> each.group(1) + ".java")
                .collect(Collectors.toSet());
        var switched = new HashSet<String>();
        for (var file : files("Test.java")) {
            if (Files.readString(file).contains(SWITCH)) {
                switched.add(file.getFileName().toString());
            }
        }

        assertThat(named).isEqualTo(switched);
    }

    private static String source(String file) throws IOException {
        var found = files(file);
        assertThat(found).as(file).hasSize(1);
        return Files.readString(found.getFirst());
    }

    private static List<Path> files(String end) throws IOException {
        try (var files = Files.walk(QUESTION)) {
            return files.filter(path -> path.toString().endsWith(end)).toList();
        }
    }
}
