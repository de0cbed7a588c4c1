package pykata.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import pykata.answer.ObservedTable;
import pykata.answer.Question;
import pykata.claim.Literal;

/** What GRAALPY.md says that somebody's own code may meet, row by row as it is observed. */
class BetweenPythonsTest {

    private static final String PARAMETERS = "type Rates[T = int] = list[T]";
    private static final String HANDLER = "try: pass\nexcept KeyError, ValueError: pass";

    private record Row(String what, String function, Object... arguments) {

        String observed(Python graalPy, Python cPython) {
            return "| %s | `%s` | `%s` |".formatted(what, on(graalPy), on(cPython));
        }

        private String on(Python python) {
            return Literal.of(python.call("between." + function, arguments));
        }
    }

    private static final List<Row> ROWS = List.of(
            new Row(
                    "a function calls itself 900 times, in a thread with Java's default stack of 1 MB",
                    "recursion_in_a_thread",
                    900),
            new Row("... 900 times, with a stack of 16 MB", "recursion", 900),
            new Row("... 1,500 times, with a stack of 16 MB", "recursion", 1500),
            new Row("... 500 times, after `sys.setrecursionlimit(100)`", "recursion_with_another_limit", 100, 500),
            new Row("`type Rates[T = int] = list[T]` (3.13)", "syntax", PARAMETERS),
            new Row("`except KeyError, ValueError:` (3.14)", "syntax", HANDLER),
            new Row("`import annotationlib` (3.14)", "library", "annotationlib"),
            new Row("`ProcessPoolExecutor(1).submit(abs, -42).result()`", "pool_of_processes"),
            new Row("`zoneinfo.TZPATH` names folders", "time_zone_path"),
            new Row("`list({\"plum\", \"fig\", \"kiwi\", \"lime\", \"pear\"})`", "order_of_a_set"));

    @Test
    void the_page_shows_what_is_observed() throws IOException {
        assumeTrue(CPython.reference().isPinned() && Platform.current().equals(ObservedTable.PLATFORM));
        var page = Files.readAllLines(Question.in(Path.of("")).root().resolve("GRAALPY.md"));
        var head = page.indexOf("| your code | GraalPy %s | CPython %s |"
                .formatted(
                        GraalPy.version().version(),
                        CPython.reference().interpreter().version()));
        assertThat(head).as("the table's head").isPositive();
        var shown = page.subList(head + 2, page.size()).stream()
                .takeWhile(line -> line.startsWith("|"))
                .toList();
        try (var graalPy = Rig.GRAALPY.start();
                var cPython = Rig.CPYTHON.start()) {
            var observed =
                    ROWS.stream().map(row -> row.observed(graalPy, cPython)).toList();
            assertThat(shown).containsExactlyElementsOf(observed);
        }
    }
}
