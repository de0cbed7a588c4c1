package pykata.advanced.typesafety;

import static pykata.python.Implementation.CPYTHON;
import static pykata.python.Implementation.GRAALPY;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import pykata.claim.AnswerTest;
import pykata.claim.Claim;
import pykata.claim.Needs;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.Python;

class TypeSafetyTest extends AnswerTest {

    private static final String ORDER = "{\"id\": 7, \"status\": \"open\", \"lines\": [%s]}";
    private static final String LINE = "{\"sku\": \"LAMP\", \"quantity\": %s}";

    private static final String NO_ORDER =
            "{\"id\": 0, \"status\": \"paid\", \"lines\": [%s]}".formatted(LINE.formatted(3));
    private static final Map<String, List<String>> NO_FAULTS =
            Map.of("by hand", List.of(), "pydantic", List.of(), "strict", List.of());

    /** And the paths of what is wrong with each. */
    private static final Map<String, List<String>> WRONG = Map.of(
            "{}",
            List.of("id", "lines", "status"),
            "[]",
            List.of(""),
            ORDER.formatted("{}"),
            List.of("lines[0].quantity", "lines[0].sku"),
            ORDER.formatted("7, {\"sku\": \"A\", \"quantity\": 1, \"x\": 0}"),
            List.of("lines[0]", "lines[1].x"),
            "{\"id\": 1, \"status\": \"open\", \"lines\": 7, \"x\": 0}",
            List.of("lines", "x"));

    @Claim
    void a_text_passes_wherever_an_int_is_declared(Python python, Observed observed) {
        observed.that("`twice(\"3\")`, declared `(quantity: int) -> int`", python.call("inert.twice_of", "3"))
                .isEqualTo("33");
        observed.that("\"3\" as a [dataclass's int, `NewType`, `cast`, `list[int]`]", python.call("inert.accepted"))
                .isEqualTo(List.of("3", "3", "3", List.of("3")));
        observed.that(
                        "`isinstance` by a Protocol: [fits, wrong signature, no method, no such name]",
                        python.call("inert.has_charge"))
                .isEqualTo(List.of(true, true, true, false));
        observed.that("a misspelt annotation: [defining, reading]", python.call("inert.undefined_name"))
                .on(GRAALPY, List.of("NameError", "no function"))
                .on(CPYTHON.before(3, 14), List.of("NameError", "no function"))
                .on(CPYTHON, List.of("no error", "NameError"));
        observed.control(
                        "a `TypedDict` without its key: [its type, its keys]", python.call("inert.row_of_another_kind"))
                .isEqualTo(List.of("dict", "price"));
        observed.control("twice 3", python.call("inert.twice_of", 3)).isEqualTo(6);
        observed.control("what does check: `\"3\" + 1`, `isinstance(\"3\", int)`", python.call("inert.operations"))
                .isEqualTo(List.of("TypeError", false));
    }

    @Claim
    @Needs("pydantic")
    @NotOn(value = GRAALPY, because = "pydantic's core is compiled for CPython alone")
    void a_parser_at_the_border_names_every_fault_at_once(Python python, Observed observed) {
        var four = "{\"id\": true, \"status\": \"lost\", \"lines\": [{\"sku\": 7, \"quantity\": \"three\"}]}";
        var faults = python.call("models.faults", four);
        observed.that("an order with four faults, by hand", faults.get("by hand"))
                .isEqualTo(List.of("id", "lines[0].quantity", "lines[0].sku", "status"));
        observed.control("... strict pydantic", faults.get("strict")).isEqualTo(faults.get("by hand"));
        observed.control("... pydantic", faults.get("pydantic"))
                .isEqualTo(List.of("lines[0].quantity", "lines[0].sku", "status"));
        observed.that(
                        "a quantity of \"3\": [dataclass, by hand, pydantic, strict pydantic]",
                        quantities(python, LINE.formatted("\"3\"")))
                .isEqualTo(List.of("3", "refused", 3, "refused"));
        observed.that("... of `true`", quantities(python, LINE.formatted("true")))
                .isEqualTo(List.of(true, "refused", 1, "refused"));
        observed.that(
                        "a key that nobody knows",
                        quantities(python, LINE.formatted("3").replace("}", ", \"colour\": 1}")))
                .isEqualTo(List.of("refused", "refused", 3, "refused"));
        observed.that(
                        "\"3\" assigned afterwards",
                        python.call("models.set_afterwards", ORDER.formatted(LINE.formatted("3")), "3"))
                .isEqualTo(List.of("refused", "refused", "3", "refused"));
        observed.control(
                        "... to the order's id",
                        python.call("models.set_id_afterwards", ORDER.formatted(LINE.formatted("3")), "3"))
                .isEqualTo(Arrays.asList("refused", "refused", null, "refused"));
        observed.control("a quantity of 3", quantities(python, LINE.formatted("3")))
                .isEqualTo(List.of(3, 3, 3, 3));
        observed.control("a quantity of 1", quantities(python, LINE.formatted("1")))
                .isEqualTo(List.of(1, 1, 1, 1));
        observed.control("no id that is positive", python.call("models.quantities", NO_ORDER))
                .isEqualTo(List.of(3, "refused", "refused", "refused"));
        observed.control("an order that is paid", python.call("models.faults", NO_ORDER.replace("0", "7")))
                .isEqualTo(NO_FAULTS);
        for (var wrong : WRONG.entrySet()) {
            var named = python.call("models.faults", wrong.getKey());
            observed.control("by hand: " + wrong.getKey(), named.get("by hand")).isEqualTo(wrong.getValue());
            observed.control("strict: " + wrong.getKey(), named.get("strict")).isEqualTo(wrong.getValue());
        }
        observed.control("a quantity of 0", quantities(python, LINE.formatted("0")))
                .isEqualTo(List.of(0, "refused", "refused", "refused"));
    }

    private static Object quantities(Python python, String line) {
        return python.call("models.quantities", ORDER.formatted(line));
    }
}
