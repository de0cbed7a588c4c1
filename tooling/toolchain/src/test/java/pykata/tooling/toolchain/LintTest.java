package pykata.tooling.toolchain;

import static java.util.Map.entry;
import static pykata.python.Implementation.GRAALPY;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.Needs;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.Python;

/** What ruff reports, formats and fixes. */
@Needs("ruff")
class LintTest extends ClaimsTest {

    private static final String COUNTED = "linting.counted";

    /** Names, types, comments and order: nothing of what the house forbids. */
    private static final List<?> HOUSE = List.of(
            List.of(1, "CPY001"),
            List.of(1, "D100"),
            List.of(2, "I001"),
            List.of(4, "ANN201"),
            List.of(4, "D103"),
            List.of(4, "ANN001"),
            List.of(4, "ARG001"),
            List.of(7, "ANN201"),
            List.of(7, "D103"));

    @Claim
    @Needs("pre-commit")
    @NotOn(value = GRAALPY, because = "ruff is a program of its own, in a package for CPython")
    void the_rules_you_choose_decide_what_a_linter_sees(Python python, Observed observed) {
        observed.that("fifteen with a defect: reported by [defaults, chosen, all]", reported(python, "defects.py"))
                .isEqualTo(List.of(7, 15, 15));
        observed.that("fifteen without", reported(python, "tidy.py")).isEqualTo(List.of(0, 0, 15));
        observed.that("house rules broken: lines, by chosen rules", python.call("linting.of_the_house", "chosen"))
                .isEqualTo(List.of());
        observed.that("... by our `ast`", python.call("house.of_planted"))
                .isEqualTo(List.of(
                        List.of(4, "money_as_float"), List.of(5, "mail_in_a_log"), List.of(7, "test_without_assert")));
        observed.that("... in other words, and a right test: by our `ast`", python.call("house.of_other_words"))
                .isEqualTo(List.of(List.of(11, "test_without_assert")));
        if (!isOnPath("git")) {
            throw new TestAbortedException("git is not on the path, and pre-commit asks it");
        }
        observed.that(
                        "an unused import, pre-commit: exit status [`git commit`, `--no-verify`, CI]",
                        python.call("hooks.of_a_commit", "import os\n"))
                .isEqualTo(List.of(1, 0, 1));
        observed.control("none: the same", python.call("hooks.of_a_commit", "FEE = 1\n"))
                .isEqualTo(List.of(0, 0, 0));
        observed.control(
                        "what all rules say of the tidy twin",
                        python.call(COUNTED, "tidy.py", "all").get(2))
                .isEqualTo(51);
        observed.control("all rules, of what breaks the house's", python.call("linting.of_the_house", "all"))
                .isEqualTo(HOUSE);
        observed.control("the house's rules, of the tidy twin", python.call("house.of_tidy"))
                .isEqualTo(List.of());
        observed.control("what the chosen rules say of each", python.call("linting.reported", "defects.py", "chosen"))
                .isEqualTo(Map.ofEntries(
                        entry("mutable_default", List.of("B006")),
                        entry("late_binding", List.of("B023")),
                        entry("undefined_name", List.of("F821")),
                        entry("unused_variable", List.of("F841")),
                        entry("assert_a_tuple", List.of("F631")),
                        entry("bare_except", List.of("E722")),
                        entry("blocking_sleep", List.of("ASYNC251")),
                        entry("pickle_loads", List.of("S301")),
                        entry("evaluated", List.of("S307")),
                        entry("through_a_shell", List.of("S602")),
                        entry("weak_hash", List.of("S324")),
                        entry("cause_lost", List.of("B904")),
                        entry("task_dropped", List.of("RUF006")),
                        entry("no_time_zone", List.of("DTZ005")),
                        entry("zip_cut_short", List.of("B905"))));
    }

    private static List<Object> reported(Python python, String file) {
        return List.of(
                python.call(COUNTED, file, "defaults").get(1),
                python.call(COUNTED, file, "chosen").get(1),
                python.call(COUNTED, file, "all").get(1));
    }

    @Claim
    @NotOn(value = GRAALPY, because = "ruff is a program of its own, in a package for CPython")
    void a_formatter_keeps_the_program_and_a_safe_fix_may_not(Python python, Observed observed) {
        var docstring = python.call("formatting.of_a_docstring");
        observed.that(
                        "white space in a docstring: changed [text, tree, tree without it, again]",
                        List.of(docstring.get(0), docstring.get(1), docstring.get(2), docstring.get(4)))
                .isEqualTo(List.of(1, 1, 0, 0));
        observed.that(
                        "carriers that a program finds [before, formatted, after `ruff check --fix`]",
                        List.of(
                                python.call("formatting.printed", "check"),
                                python.call("formatting.printed", "format"),
                                python.call("formatting.printed", "check --fix")))
                .isEqualTo(List.of(1, 1, 0));
        observed.control("one ugly file", python.call("formatting.of_the_ugly_one"))
                .isEqualTo(List.of(1, 0, 0, 1, 0));
        observed.control(
                        "another tree [with docstrings, without]: of another number, of white space",
                        python.call("formatting.is_noticed"))
                .isEqualTo(List.of(List.of(true, true), List.of(true, false)));
        var library = python.call("formatting.of_the_library");
        observed.that("asyncio formatted: files with another text", library.get(0))
                .isAtLeast(20);
        observed.control("... as ruff counts them", library.get(3)).isAtLeast(20);
        observed.that("... with another tree, white space in docstrings aside", library.get(2))
                .isEqualTo(0);
        observed.that("... that a second run changes", library.get(4)).isEqualTo(0);
    }

    private static boolean isOnPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of(Path.of(folder, program), Path.of(folder, program + ".exe")))
                .anyMatch(Files::isExecutable);
    }
}
