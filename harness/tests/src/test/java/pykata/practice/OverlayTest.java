package pykata.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static pykata.practice.Outcome.SOLVED;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file in wrong/ or right/ is laid over the solution: it holds nothing but what is different. */
class OverlayTest {

    private static final String SOLUTION = """
            STEP = 500

            class Rate:
                def of(self, grams):
                    return 50 + 50 * max(self.steps(grams), 1)

                def steps(self, grams):
                    return -(-grams // STEP)

            def postage(grams):
                return Rate().of(grams)
            """;

    @TempDir
    Path folder;

    private Kata kata;

    @BeforeEach
    void copy() {
        kata = PostageKata.with(folder, "solution.py", SOLUTION);
    }

    @Test
    void it_overrides_one_method() {
        var verdict = verdict("""
                class Rate(Rate):
                    def steps(self, grams):
                        return grams // STEP
                """);
        assertThat(verdict.message()).isEqualTo("call      postage(501)\nexpected  150\nactual    100");
    }

    @Test
    void it_shares_the_solutions_names() {
        assertThat(verdict("STEP = 501\n").message()).startsWith("call      postage(501)\n");
        assertThat(verdict("from math import ceil\nRate.steps = lambda self, grams: ceil(grams / STEP)\n")
                        .outcome())
                .isEqualTo(SOLVED);
    }

    @Test
    void a_traceback_names_its_own_lines_and_the_solutions() {
        assertThat(verdict("\n\ndef postage(grams):\n    return Rate().of([])\n")
                        .message())
                .endsWith("at        solution.py:8: return -(-grams // STEP)");
        assertThat(verdict("\n\ndef postage(grams):\n    return grams.weight\n").message())
                .endsWith("at        mine.py:4: return grams.weight");
    }

    @Test
    void a_whole_one_stands_alone() {
        assertThat(verdict("# whole\n" + SOLUTION).outcome()).isEqualTo(SOLVED);
        assertThat(verdict("# whole\ndef postage(grams):\n    return Rate().of(grams)\n")
                        .message())
                .contains("raises NameError");
    }

    @Test
    void a_thread_is_overtaken_in_its_lines_too() {
        PostageKata.write(kata.checks(), """
                from checking import check, expect, main
                from overtaking import overtakings


                @check("every line is a place to be overtaken")
                def lines(kata):
                    places = []
                    for step in overtakings(kata):
                        step.calls(lambda: kata.postage(500), lambda: kata.postage(500))
                        places.append(str(step))
                    for place in ("mine.py:2: return twice(grams)", "solution.py:5: return 50 +"):
                        expect(place, lambda place=place: place in " ".join(places), gives=True)


                if __name__ == "__main__":
                    main()
                """);
        var overlay =
                "def postage(grams):\n    return twice(grams)\ndef twice(grams):\n    return 2 * Rate().of(grams)\n";
        assertThat(verdict(overlay).toString()).contains("Solved");
    }

    private Verdict verdict(String overlay) {
        return new Practice(kata).onCPython(PostageKata.write(kata.folder().resolve("wrong/mine.py"), overlay));
    }
}
