package pykata.measured;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pykata.answer.Question;

/** What makes a score stale. */
class DecidingTest {

    private static final Path ROOT = Question.in(Path.of("")).root();

    @TempDir
    private Path folder;

    @BeforeEach
    void a_question() throws IOException {
        write("src/main/python/till.py");
        write("src/test/java/TillTest.java");
        write("kata/checks.py");
        write("kata/solution.py");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/main/python/till.py",
                "src/main/python/shop/prices.py",
                "src/main/java/Prices.java",
                "src/test/java/TillTest.java",
                "src/test/java/SomePrices.java",
                "server/src/main/python/server.py",
                "requirements.txt"
            })
    void the_claims_are_decided_by(String file) throws IOException {
        var before = deciding().python();
        write(file);
        assertThat(deciding().python()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "src/test/python/broken/a_claim/till.py",
                "src/main/python/.hypothesis/constants/a",
                "README.md",
                "kata/checks.py",
                "target/src/main/a"
            })
    void the_claims_are_not_decided_by(String file) throws IOException {
        var before = deciding().python();
        write(file);
        assertThat(deciding().python()).isEqualTo(before);
    }

    @Test
    void the_kata_is_decided_by_its_checks_and_its_solution() throws IOException {
        var before = deciding().kata();
        write("src/test/java/TillTest.java");
        write("kata/hints.md");
        write("kata/wrong/forgets.py");
        assertThat(deciding().kata()).isEqualTo(before);
        write("kata/checks.py");
        assertThat(deciding().kata()).isNotEqualTo(before);
    }

    @Test
    void both_are_decided_by_what_carries_them_out() {
        var sources = ROOT.resolve("harness/src/main/java");
        assertThat(Deciding.needed(sources, "pykata/mutation/PythonUnderProof.java"))
                .map(file -> file.getFileName().toString())
                .contains("Trials.java", "ClaimTrial.java", "Observed.java", "Fate.java")
                .doesNotContain(
                        "PythonProcess.java",
                        "KataSolution.java",
                        "ProveCommand.java",
                        "PageWriter.java",
                        "Chart.java");
        assertThat(Deciding.needed(sources, "pykata/mutation/KataSolution.java"))
                .map(file -> file.getFileName().toString())
                .contains("Practice.java", "Verdict.java")
                .doesNotContain("PythonProcess.java", "Observed.java", "PracticeCommand.java");
    }

    @Test
    void a_comment_in_java_decides_nothing_and_a_text_does() throws IOException {
        Files.writeString(folder.resolve("src/test/java/TillTest.java"), "f(\"a\"); // a till\n");
        var before = deciding().python();
        Files.writeString(folder.resolve("src/test/java/TillTest.java"), "f(\"a\"); // the till\n");
        assertThat(deciding().python()).isEqualTo(before);
        Files.writeString(folder.resolve("src/test/java/TillTest.java"), "f(\"//a\"); // the till\n");
        var slashes = deciding().python();
        Files.writeString(folder.resolve("src/test/java/TillTest.java"), "f(\"//b\"); // the till\n");
        assertThat(deciding().python()).isNotEqualTo(before).isNotEqualTo(slashes);
    }

    @Test
    void what_an_observation_is_called_and_how_its_lines_are_broken_decides_nothing() throws IOException {
        var test = folder.resolve("src/test/java/TillTest.java");
        Files.writeString(test, "int a; observed.that(\"the till\", till(\"a  b\", 1)).isEqualTo(2);\n");
        var before = deciding().python();
        Files.writeString(
                test,
                "int  a;\nobserved.that(\n    \"the \\\"old\\\" till\",\n    till(\"a  b\",1))\n  .isEqualTo(2);\n");
        assertThat(deciding().python()).isEqualTo(before);
        for (var other : List.of("till(\"a b\", 1)).isEqualTo(2)", "till(\"a  b\", 1)).isEqualTo(3)")) {
            Files.writeString(test, "int a; observed.that(\"the till\", " + other + ";\n");
            assertThat(deciding().python()).isNotEqualTo(before);
        }
    }

    private Deciding deciding() {
        return new Deciding(ROOT, folder);
    }

    /** Writes a file, or something more into it. */
    private void write(String file) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, (Files.exists(path) ? Files.readString(path) : "") + "# a line\n");
    }
}
