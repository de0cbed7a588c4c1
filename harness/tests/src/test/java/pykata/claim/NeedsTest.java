package pykata.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static pykata.claim.TillAnswer.healthy;
import static pykata.claim.TillAnswer.name;
import static pykata.claim.TillAnswer.reference;
import static pykata.python.Implementation.GRAALPY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pykata.ChildJvm;
import pykata.python.CPython;
import pykata.python.GraalPy;
import pykata.python.Python;

/** A claim sees the packages that it needs, and only those that are pinned. */
@RealIndex
class NeedsTest {

    private static final String REQUIREMENTS = "requirements.txt";

    @Fixture
    @AnswerIn(TillAnswer.FOLDER)
    static class OneNeedsThem extends AnswerTest {

        @Claim
        @Needs("More.Itertools")
        void a_basket_costs_the_sum_of_its_prices(Python python, Observed observed) {
            Till.total(python, observed);
        }

        @Claim
        void change_is_what_was_paid_less_the_sum(Python python, Observed observed) {
            Till.change(python, observed);
        }
    }

    @Fixture
    @AnswerIn(TillAnswer.FOLDER)
    @Needs("more-itertools")
    static class AllNeedThem extends AnswerTest {

        @Claim
        @NotOn(value = GRAALPY, because = "one interpreter is enough here")
        void a_basket_costs_the_sum_of_its_prices(Python python, Observed observed) {
            Till.total(python, observed);
        }

        @Claim
        @NotOn(value = GRAALPY, because = "one interpreter is enough here")
        void change_is_what_was_paid_less_the_sum(Python python, Observed observed) {
            Till.change(python, observed);
        }
    }

    @Test
    void without_it_a_claim_sees_no_package() throws IOException {
        var verdict = till().prove(OneNeedsThem.class, Till.TOTAL, Till.CHANGE);
        assertThat(verdict.green())
                .contains(Till.TOTAL + ": " + GraalPy.version(), Till.TOTAL + ": " + reference())
                .noneMatch(title -> title.startsWith(Till.CHANGE));
        assertThat(verdict.red())
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message).contains("Change is", "ModuleNotFoundError"));
    }

    @Test
    void on_the_class_it_is_for_every_claim_and_for_the_files_that_run_alone() throws IOException {
        var verdict = till().prove(AllNeedThem.class);
        assertThat(verdict.red()).isEmpty();
        assertThat(verdict.printed()).contains("2 of 2 claims proved");
    }

    @Test
    void what_is_not_pinned_is_named_with_the_file() throws IOException {
        var verdict = till().write(REQUIREMENTS, "attrs==26.1.0").prove(AllNeedThem.class, Till.TOTAL);
        assertThat(verdict.red())
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message)
                        .contains("needs more-itertools, which ", name(REQUIREMENTS) + " does not pin"));
    }

    /** Nothing is installed in that cache, and nobody listens at that address. */
    @Test
    void where_no_index_answers_a_claim_is_skipped_and_red_if_that_is_forbidden(@TempDir Path cache)
            throws IOException {
        till();
        var flags = List.of(
                "-Dpykata.cache=" + cache,
                "-Dpykata.cpython=" + CPython.reference().executable());
        var proving = ChildJvm.command(flags, ProveTheTill.class, AllNeedThem.class.getName(), "false", "true");
        proving.environment().put("PIP_INDEX_URL", "http://127.0.0.1:1/simple");
        proving.environment().put("PIP_RETRIES", "0");
        var said = ChildJvm.said(proving);
        assertThat(said.substring(0, said.indexOf("strict: true")))
                .contains("skipped no package index can be reached to install till/requirements.txt (3 packages) for ")
                .contains("0 of 2 claims proved")
                .doesNotContain("green", "red ");
        assertThat(said.substring(said.indexOf("strict: true")))
                .contains(BuildOptions.FORBIDDEN + "no package index can be reached to install till/requirements.txt")
                .doesNotContain("green", "skipped no ");
    }

    /** Proved with one module that imports a package, wherever it is used. */
    private static TillAnswer till() throws IOException {
        var pinned = Files.readString(Path.of("src/test/packages").resolve(REQUIREMENTS));
        return healthy()
                .write(REQUIREMENTS, pinned)
                .edit("src/main/python/till.py", "\"\"\"\n\n\n", "\"\"\"\n\nimport more_itertools\n\n\n");
    }
}
