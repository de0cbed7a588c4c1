package pykata.designpatterns.largeprojectstructure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import pykata.answer.Question;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.Needs;
import pykata.claim.Observed;
import pykata.python.Implementation;
import pykata.python.Python;

/** What a pipeline tests after a change, and how it publishes. */
class PipelineTest extends ClaimsTest {

    private static final List<String> ALL =
            List.of("acme-billing", "acme-catalog", "acme-money", "acme-orders", "acme-web");

    private static final String GROUPS = """
            [dependency-groups]
            test = ["acme-orders"]
            all = [{ include-group = "test" }]""";

    private static final String EXTRA = "[project.optional-dependencies]\ntest = [\"acme_orders ~=1.4\"]";

    private static final String BACK = "takes a note back";

    private static @Nullable Wheels wheels;

    private static synchronized String wheels() {
        if (wheels == null) {
            wheels = Wheels.of(Question.of(PipelineTest.class));
        }
        return wheels.path();
    }

    @AfterAll
    static void close() {
        if (wheels != null) {
            wheels.close();
            wheels = null;
        }
    }

    @Claim
    void selection_by_declared_dependencies_misses_no_failing_test(Python python, Observed observed) {
        var compared = python.call("affected.compared");
        observed.that(
                        "[files broken in turn, failing runs of 120]",
                        List.of(compared.get("files"), compared.get("failing")))
                .isEqualTo(List.of(24, 59));
        observed.that("by `pyproject.toml`: [runs, missed]", runsAndMissed(compared.get("declared")))
                .isEqualTo(List.of(61, 0));
        observed.that("by import statements: [runs, missed]", runsAndMissed(compared.get("imported")))
                .isEqualTo(List.of(55, 6));
        observed.that(
                        "billing's tests use orders, and a dependency group [says so, does not]: missed",
                        List.of(
                                python.call("affected.with_a_need_of_tests", GROUPS)
                                        .get(1),
                                python.call("affected.with_a_need_of_tests", "").get(1)))
                .isEqualTo(List.of(List.of(), List.of("acme-billing")));
        observed.control("... or an extra says so", python.call("affected.with_a_need_of_tests", EXTRA))
                .isEqualTo(List.of(List.of(), List.of()));
        observed.control("declared, and in no import statement", python.call("affected.unseen"))
                .isEqualTo(List.of(List.of("acme-web", "acme-billing")));
        observed.control(
                        "missed without that line: the same",
                        compared.get("forgotten").get(1))
                .isEqualTo(compared.get("imported").get(1));
        observed.control("billing not declared: [runs, missed]", runsAndMissed(compared.get("forgotten")))
                .isEqualTo(List.of(55, 6));
        var missed = new TreeSet<String>();
        compared.get("imported").get(1).forEach(each -> missed.add(each.get(1).asText()));
        observed.control("whose tests are missed", missed).isEqualTo(List.of("acme-web"));
        observed.control("files that nobody notices", compared.get("unnoticed")).isEqualTo(0);
        observed.control("failing when all is mended", compared.get("mended")).isEqualTo(List.of());
        observed.control(
                        "concerned: web, catalogue, the lock, a distribution unknown",
                        Stream.of("packages/acme-web/a", "packages/acme-catalog/a", "uv.lock", "packages/acme-mail/a")
                                .map(file -> python.call("affected.concerned", file))
                                .toList())
                .isEqualTo(List.of(List.of("acme-web"), List.of("acme-catalog", "acme-orders", "acme-web"), ALL, ALL));
        observed.control(
                        "reviewers: billing, the lock, one that begins with its name",
                        Stream.of("packages/acme-billing/a", "uv.lock", "packages/acme-billing2/a")
                                .map(file -> python.call("owners.owner", file))
                                .toList())
                .isEqualTo(List.of("@payments", "@platform", "@platform"));
        observed.control("distributions without an owner", python.call("owners.without_a_line"))
                .isEqualTo(List.of());
    }

    @Claim
    @Needs("uv")
    void a_release_that_asks_the_index_can_be_killed_after_any_step(Python python, Observed observed) {
        observed.control("order", python.call("releasing.order", wheels()))
                .isEqualTo(List.of("acme-money", "acme-billing", "acme-catalog", "acme-orders", "acme-web"));
        observed.control("order, somebody else's left out", python.call("killing.order_with_others"))
                .isEqualTo(List.of("acme-zoo", "acme-web"));
        var end = end(python);
        observed.that("only the index remembers", killed(python, "asks the index", end))
                .isEqualTo(List.of(15, 0, 0));
        observed.that("... in the order of names", killed(python, "asks the index", end, true))
                .isEqualTo(List.of(15, 6, 0));
        observed.that("notes, then publishes", killed(python, "notes it before", end))
                .isEqualTo(List.of(15, 0, 10));
        observed.that("publishes, then notes", killed(python, "notes it afterwards", end))
                .isEqualTo(List.of(15, 0, 0));
        observed.control("an exception, and `except` takes the note back", killed(python, BACK, "exception"))
                .isEqualTo(List.of(15, 0, 0));
        observed.control("... a kill, which `except` does not see", killed(python, BACK, end))
                .isEqualTo(List.of(15, 0, end.equals("SIGKILL") ? 10 : 0));
        var again = python.call("killing.published_again", wheels(), true);
        observed.that("again, with other bytes", again.get(0)).isEqualTo("refused");
        observed.control("... and the index is as it was", again.get(1)).isEqualTo(true);
        observed.control(
                        "with the same bytes: [times published, as it was]",
                        python.call("killing.published_again", wheels(), false))
                .isEqualTo(List.of(1, true));
    }

    /** How a release ends: CPython's is a process, which is killed; a JVM for each kill of GraalPy's is too dear. */
    private static String end(Python python) {
        var isGraalPy = python.interpreter().implementation() == Implementation.GRAALPY;
        return isGraalPy || System.getProperty("os.name").startsWith("Windows") ? "exception" : "SIGKILL";
    }

    private static List<Object> runsAndMissed(JsonNode selection) {
        return List.of(selection.get(0), selection.get(1).size());
    }

    private static List<Object> killed(Python python, Object... how) {
        var arguments = Stream.concat(Stream.of(wheels()), Stream.of(how)).toArray();
        var counts = python.call("killing.killed_everywhere", arguments);
        return List.of(counts.get("kills"), counts.get("unsound"), counts.get("incomplete"));
    }
}
