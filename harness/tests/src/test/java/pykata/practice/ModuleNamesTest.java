package pykata.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static pykata.practice.Outcome.IMPORT_ERROR;
import static pykata.practice.Outcome.SOLVED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pykata.python.CPython;

/** A learner's file, and those beside it, may have the names of modules that the checks and the library use. */
class ModuleNamesTest {

    private static final String RIGHT = "def postage(grams):\n    return 50 + 50 * max(-(-grams // 500), 1)\n";
    private static final List<String> NAMES =
            List.of("operator", "token", "checks", "checking", "judging", "verdict", "traceback");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"operator", "token", "checks", "checking", "judging", "command", "my exercise", "a.b"})
    void the_file_has_any_name(String name) {
        assertThat(verdict(name + ".py", RIGHT).outcome()).isEqualTo(SOLVED);
    }

    @Test
    void the_files_beside_it_have_any_name() {
        NAMES.forEach(name -> save(name + ".py", "raise ImportError('this is the learner's')"));
        assertThat(verdict("exercise.py", "import operator\n" + RIGHT).outcome())
                .isEqualTo(SOLVED);
        assertThat(verdict("exercise.py", RIGHT + "1 / 0\n").message())
                .isEqualTo("exercise.py:3: 1 / 0\nZeroDivisionError: division by zero");
    }

    @Test
    void files_beside_the_checks_have_any_name_by_hand() throws Exception {
        var kata = PostageKata.with(folder.resolve("harness/tests"), "exercise.py", RIGHT);
        copy(Path.of("../src/main/python"), folder.resolve("harness/src/main/python"));
        for (var name : List.of("operator", "token", "checking", "judging", "argparse", "types")) {
            Files.writeString(kata.folder().resolve(name + ".py"), "raise ImportError('this is the learner's')");
        }
        var builder = new ProcessBuilder(CPython.reference().executable().toString(), "checks.py", "exercise.py");
        builder.directory(kata.folder().toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("PYTHON"));
        var process = builder.start();
        assertThat(new String(process.getInputStream().readAllBytes())).endsWith("Solved: all 3 checks pass.\n");
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void a_module_of_the_learners_is_found_whatever_its_name() {
        save("checking.py", "FIRST = 50");
        var using = "from checking import FIRST\n" + RIGHT.replace("return 50", "return FIRST");
        assertThat(verdict("exercise.py", using).outcome()).isEqualTo(SOLVED);
    }

    @Test
    void a_module_of_the_learners_is_fresh_in_each_check() {
        save("tally.py", "calls = 0");
        var counting = """
                import tally
                tally.calls += 1
                assert tally.calls == 1
                """;
        assertThat(verdict("exercise.py", counting + RIGHT).outcome()).isEqualTo(SOLVED);
    }

    @Test
    void the_modules_of_the_checks_are_not_the_learners() {
        var verdict = verdict("exercise.py", "import checking\nchecking.checks.clear()\n" + RIGHT);
        assertThat(verdict.outcome()).isEqualTo(IMPORT_ERROR);
        assertThat(verdict.message()).startsWith("exercise.py:1: import checking\nModuleNotFoundError");
    }

    @Test
    void what_the_checks_import_from_the_future_is_theirs() {
        var kata = PostageKata.with(folder, "checks.py", """
                from __future__ import annotations

                from checking import check, expect, main


                @check("annotations are objects")
                def annotations(kata):
                    expect("postage.__annotations__", lambda: kata.postage.__annotations__, gives={"grams": int})


                if __name__ == "__main__":
                    main()
                """);
        var file = save("exercise.py", "def postage(grams: int): pass\n");
        assertThat(new Practice(kata).onCPython(file).outcome()).isEqualTo(SOLVED);
    }

    private Verdict verdict(String name, String text) {
        return new Practice(PostageKata.SOUND).onCPython(save(name, text));
    }

    private Path save(String name, String text) {
        return PostageKata.write(folder.resolve(name), text);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.newDirectoryStream(from, "*.py")) {
            for (var file : files) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
