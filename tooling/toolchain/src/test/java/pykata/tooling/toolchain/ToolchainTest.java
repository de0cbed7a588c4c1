package pykata.tooling.toolchain;

import static pykata.python.Implementation.GRAALPY;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pykata.claim.AnswerTest;
import pykata.claim.Claim;
import pykata.claim.Needs;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.Python;

class ToolchainTest extends AnswerTest {

    private static final Map<String, String> DEFECTS = Map.of(
            "added", "a default that calls share",
            "evaluated", "`eval` of a customer's text",
            "shipping", "an undefined name in a branch",
            "discount", "a condition with a wrong limit",
            "split", "cents that get lost",
            "refund", "a cent too little",
            "totals", "a query in a loop",
            "logged", "memory that is kept",
            "quantity", "a text, declared `int`",
            "tax", "the rate of an old year, in code and test");

    private static final List<String> ORDER = List.of(
            "added", "evaluated", "shipping", "discount", "split", "refund", "totals", "logged", "quantity", "tax");

    private static final Map<String, List<String>> SEEN = Map.of(
            "added", List.of("ruff"),
            "evaluated", List.of("ruff, chosen rules"),
            "shipping", List.of("ruff", "ty", "coverage", "hypothesis"),
            "discount", List.of("coverage"),
            "split", List.of("hypothesis"),
            "refund", List.of("examples"),
            "totals", List.of("cProfile"),
            "logged", List.of("tracemalloc"),
            "quantity", List.of("ty"),
            "tax", List.of());

    @Claim
    @Needs({"ruff", "ty", "pytest", "coverage", "hypothesis"})
    @NotOn(value = GRAALPY, because = "ruff, ty, coverage and hypothesis are compiled for CPython")
    void each_tool_sees_its_own_kind_of_defect(Python python, Observed observed) {
        var planted = python.call("matrix.seen", "planted");
        for (var name : ORDER) {
            observed.that(DEFECTS.get(name), planted.get(name)).isEqualTo(SEEN.get(name));
        }
        var mended = python.call("matrix.seen", "mended");
        var left = new ArrayList<String>();
        mended.properties().forEach(each -> {
            each.getValue().forEach(tool -> left.add(each.getKey() + " by " + tool.asText()));
        });
        observed.that("in the twin without defects", left)
                .isEqualTo(List.of("shipping by coverage", "discount by coverage"));
        var mendedMore = python.call("matrix.with_more", "mended");
        observed.that(
                        "... two tests more [examples, coverage]",
                        List.of(mendedMore.get("examples"), mendedMore.get("coverage")))
                .isEqualTo(List.of(List.of(), List.of()));
        observed.control(
                        "two tests more, with the defects",
                        python.call("matrix.with_more", "planted").get("examples"))
                .isEqualTo(List.of("refund", "shipping", "discount"));
        observed.control("functions of the twin", mended.size()).isEqualTo(planted.size());
        observed.control("a function without a defect", planted.get("fetch")).isEqualTo(List.of());
    }
}
