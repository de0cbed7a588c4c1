package pykata.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static pykata.claim.TillAnswer.at;
import static pykata.claim.TillAnswer.healthy;
import static pykata.claim.TillAnswer.ofOneClaim;
import static pykata.claim.TillAnswer.reference;
import static pykata.python.Implementation.GRAALPY;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import pykata.ChildJvm;
import pykata.python.Platform;
import pykata.python.Python;

/** A proof that cannot be tried here is visible, never looks like proved, and is red where that is forbidden. */
class SkippedProofTest {

    private static final String NOT_PROVED = "\"A basket costs the sum of its prices\" is not proved on ";
    private static final String FORBIDDEN = "skipped, which this build forbids: ";

    @Fixture
    @AnswerIn(TillAnswer.FOLDER)
    static class NeedsADatabase extends AnswerTest {

        @Claim
        @NotOn(value = GRAALPY, because = "one interpreter is enough here")
        void a_basket_costs_the_sum_of_its_prices(Python python, Observed observed) {
            Assumptions.abort("there is no database");
        }
    }

    @Test
    void is_skipped_with_its_reason_and_not_counted_as_proved() {
        var verdict = ofOneClaim().prove(NeedsADatabase.class);
        assertThat(verdict.red()).isEmpty();
        assertThat(verdict.green()).isEmpty();
        assertThat(verdict.skipped()).hasSize(2).containsOnly("there is no database");
        assertThat(verdict.printed())
                .contains("SKIPPED  -          A basket costs the sum of its prices")
                .contains("0 of 1 claims proved")
                .doesNotContain("proved on");
    }

    @Test
    void is_red_in_a_strict_build() {
        var verdict = ofOneClaim().with("pykata.strict", "true").prove(NeedsADatabase.class);
        assertThat(verdict.red())
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message)
                        .startsWith(NOT_PROVED + reference())
                        .contains(FORBIDDEN + "there is no database")
                        .endsWith("claim: " + at("README.md", "A basket costs the sum of its prices")));
        assertThat(verdict.green()).isEmpty();
    }

    @Test
    void says_that_nothing_is_packaged_for_this_platform() throws IOException {
        healthy();
        var said = ChildJvm.said(prove("-Dos.arch=riscv64", "false", "true"));
        var absent = "no CPython is packaged for %s-riscv64: name an executable with -Dpykata.cpython=/path/to/python3"
                .formatted(Platform.current().os());
        assertThat(said).contains("strict: false", "strict: true");
        assertThat(said.substring(0, said.indexOf("strict: true")))
                .contains("skipped " + absent)
                .contains("SKIPPED  -          A basket costs the sum of its prices", "0 of 2 claims proved")
                .contains("  skipped on CPython: " + absent)
                .doesNotContain("green", "red ", "proved on");
        assertThat(said.substring(said.indexOf("strict: true")))
                .contains("red " + NOT_PROVED + "CPython\n  " + FORBIDDEN + absent)
                .contains("claim: " + at("README.md", "A basket costs the sum of its prices"))
                .doesNotContain("green", "proved on CPython 3");
    }

    @Test
    void a_named_cpython_that_does_not_run_is_red_and_not_skipped() throws IOException {
        healthy();
        var said = ChildJvm.said(prove("-Dpykata.cpython=/no/such/python3", "false"));
        assertThat(said)
                .contains("red " + NOT_PROVED + "CPython\n  /no/such/python3 does not run: ")
                .contains("FAILED", "0 of 2 claims proved")
                .doesNotContain("green", "skipped");
    }

    private static ProcessBuilder prove(String flag, String... strict) {
        var arguments = Stream.concat(Stream.of(Till.OnCPython.class.getName()), Stream.of(strict));
        return ChildJvm.command(List.of(flag), ProveTheTill.class, arguments.toArray(String[]::new));
    }
}
