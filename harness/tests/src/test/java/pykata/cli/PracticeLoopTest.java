package pykata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import pykata.python.CPython;

/** The practice loop as somebody at a terminal has it: {@code person.py} reads, types and saves. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Python has no pseudo-terminals there")
class PracticeLoopTest {

    /** An arrow key: its last letter is no command. */
    private static final String UP = "\u001b[A";

    private static final String CTRL_C = "\u0003";
    private static final String CTRL_D = "\u0004";

    @TempDir
    Path root;

    @TempDir
    Path temporary;

    private final List<Map<String, Object>> steps = new ArrayList<>();
    private SmallRepository repository;

    @BeforeEach
    void repository() {
        repository = SmallRepository.in(root);
    }

    @Test
    void a_learner_gets_from_the_exercise_to_the_solution() throws Exception {
        sees("The exercise is now in practice/gil.py", "FAIL  the examples hold", "Keys: h hint (1 of 3)");
        saves("def postage(grams):\n    return {500: 100, 501: 150}.get(grams)\n");
        sees("ok    the examples hold", "FAIL  other weights cost what they should", "1 of 3 checks pass", "Keys:");
        types(UP + "h");
        sees("1: ", "Keys: h hint (2 of 3)");
        types("a");
        sees("It depends on its weight.", "Keys:");
        types("s");
        sees("Press s once more", "Keys:");
        types("s");
        sees("def postage(", "Keys:");
        saves("def postage(:\n");
        sees("gil.py cannot be used: syntax error", "Keys:");
        saves(SmallRepository.RIGHT);
        sees("Solved: all 3 checks pass.", "Next: ./kata ask", "Keys: d difference", "... solved", "Keys:");
        types("d");
        sees("+++ the solution", "Keys:");
        types("t");
        sees("100 cents up to 500 grams", "Keys:");
        types("r");
        sees("Your version is kept as practice/gil-1.py.", "FAIL  the examples hold", "Keys:");
        types("q");
        ends(1);
        assertThat(person(Map.of())).endsWith("terminal restored: True\n");
        assertThat(root.resolve("practice/gil-1.py")).hasContent(SmallRepository.RIGHT);
    }

    @Test
    void nobody_waits_for_graalpy() throws Exception {
        repository.save(SmallRepository.RIGHT);
        sees("Solved: all 3 checks pass.", "tries it, too ...", "Keys:");
        types("h");
        sees("1: ", "Keys:");
        saves("def postage(:\n");
        sees("gil.py cannot be used: syntax error", "Keys:");
        saves(SmallRepository.RIGHT);
        sees("Solved: all 3 checks pass.", "Keys:");
        types("Q");
        ends(0);
        assertThat(person(Map.of())).doesNotContain("And on GraalPy").endsWith("terminal restored: True\n");
        assertNothingIsLeft();
    }

    @Test
    void ctrl_c_ends_it_and_what_it_started_and_restores_the_terminal() throws Exception {
        repository.save("while True: pass\n");
        sees("basics/gil, in practice/gil.py");
        types(CTRL_C);
        ends(130);
        assertThat(person(Map.of(), "--seconds", "600")).endsWith("terminal restored: True\n");
        assertNothingIsLeft();
    }

    @Test
    void who_is_told_to_end_leaves_nothing_behind() throws Exception {
        repository.save("while True: pass\n");
        sees("basics/gil, in practice/gil.py");
        steps.add(Map.of("signal", 15));
        ends(143);
        assertThat(person(Map.of(), "--seconds", "600")).endsWith("terminal restored: True\n");
        assertNothingIsLeft();
    }

    private void assertNothingIsLeft() {
        assertThat(ProcessHandle.allProcesses()
                        .flatMap(process -> process.info().commandLine().stream())
                        .filter(command -> command.contains(repository.working().toString())))
                .isEmpty();
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void a_dumb_terminal_gets_plain_lines_of_eighty_columns_and_says_that_keys_need_enter() throws Exception {
        sees("Keys, each with Enter: h hint");
        types("h\n");
        sees("1: ", "Keys, each with Enter:");
        types(CTRL_D);
        ends(1);
        assertThat(person(Map.of("TERM", "dumb")))
                .contains("      at        gil.py:10: raise NotImplementedError(\"postage is yours\n")
                .doesNotContain("\u001b");
    }

    @Test
    void no_colour_where_none_is_wanted() throws Exception {
        sees("Keys:");
        types("q");
        ends(1);
        assertThat(person(Map.of("NO_COLOR", "1"))).contains("\u001b[H").doesNotContain("\u001b[31m", "\u001b[1m");
    }

    private void sees(String... texts) {
        for (var text : texts) {
            steps.add(Map.of("await", text));
        }
    }

    private void types(String keys) {
        steps.add(Map.of("type", keys));
    }

    private void saves(String text) {
        steps.add(Map.of("write", repository.working().toString(), "text", text));
    }

    private void ends(int status) {
        steps.add(Map.of("end", status));
    }

    /** Carries out the steps; what the terminal got. */
    private String person(Map<String, String> environment, String... options) throws IOException, InterruptedException {
        var kata = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dpykata.root=" + root,
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                "pykata.cli.KataCommand",
                "practice",
                "gil"));
        kata.addAll(List.of(options));
        var all = new HashMap<>(Map.of("TERM", "xterm-256color"));
        all.putAll(environment);
        var script = new ObjectMapper().writeValueAsString(Map.of("command", kata, "environment", all, "steps", steps));
        var process = new ProcessBuilder(
                        CPython.reference().executable().toString(), "src/test/python/person.py", script)
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
