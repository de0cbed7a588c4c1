package pykata.advanced.typesafety;

import static pykata.python.Implementation.CPYTHON;
import static pykata.python.Implementation.GRAALPY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
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
            Map.of("by hand", List.of(), "pydantic", List.of(), "strict outside", List.of(), "strict", List.of());

    /** And the paths of what is wrong with each. */
    private static final Map<String, List<String>> WRONG = Map.of(
            "{",
            List.of(""),
            "[".repeat(200_000) + "]".repeat(200_000),
            List.of(""),
            ORDER.replace("7", "7".repeat(5_000)).formatted(""),
            List.of(""),
            ORDER.replace("7", "7, \".id\": 7").formatted(""),
            List.of(".id"),
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
                        "`isinstance` by a Protocol: [fits, wrong signature, `charge = 7`, no `charge`]",
                        python.call("inert.has_charge"))
                .isEqualTo(List.of(true, true, true, false));
        observed.that("a misspelt annotation: [when defined, when read]", python.call("inert.annotated", "Cents"))
                .on(GRAALPY, List.of("NameError", "no function"))
                .on(CPYTHON.before(3, 14), List.of("NameError", "no function"))
                .on(CPYTHON, List.of("no error", "NameError"));
        observed.that(
                        "the same after `from __future__ import annotations`",
                        python.call("inert.annotated", "Cents", "from __future__ import annotations"))
                .isEqualTo(List.of("no error", "no error"));
        observed.control("a right annotation", python.call("inert.annotated", "int"))
                .isEqualTo(List.of("no error", "no error"));
        observed.control(
                        "a `TypedDict` without its key: [its type, its keys]", python.call("inert.row_of_another_kind"))
                .isEqualTo(List.of("dict", "price"));
        observed.control("twice 3", python.call("inert.twice_of", 3)).isEqualTo(6);
        observed.control("what does check: `\"3\" + 1`, `isinstance(\"3\", int)`", python.call("inert.operations"))
                .isEqualTo(List.of("TypeError", false));
    }

    @Claim
    @Needs("pydantic")
    @NotOn(
            value = GRAALPY,
            because = "pydantic's core needs a native wheel, which an embedded GraalPy does not install here")
    void a_parser_at_the_border_names_every_fault_at_once(Python python, Observed observed) {
        var four = "{\"id\": true, \"status\": \"lost\", \"lines\": [{\"sku\": 7, \"quantity\": \"three\"}]}";
        var faults = python.call("models.faults", four);
        observed.that("an order with four faults, by hand", faults.get("by hand"))
                .isEqualTo(List.of("id", "lines[0].quantity", "lines[0].sku", "status"));
        observed.control("... strict pydantic", faults.get("strict")).isEqualTo(faults.get("by hand"));
        observed.control("... pydantic", faults.get("pydantic"))
                .isEqualTo(List.of("lines[0].quantity", "lines[0].sku", "status"));
        var answers = List.of(
                quantities(python, LINE.formatted("\"3\"")),
                quantities(python, LINE.formatted("true")),
                quantities(python, LINE.formatted("3").replace("}", ", \"colour\": 1}")),
                python.call("models.set_afterwards", ORDER.formatted(LINE.formatted("3")), "3"));
        observed.that("a dataclass", each("dataclass", answers))
                .isEqualTo(List.of("3", true, "TypeError", "FrozenInstanceError"));
        observed.that("a parser by hand", each("by hand", answers))
                .isEqualTo(List.of("Invalid", "Invalid", "Invalid", "FrozenInstanceError"));
        observed.that("pydantic's defaults", each("pydantic", answers)).isEqualTo(List.of(3, 1, 3, "3"));
        observed.that("pydantic, the order strict, its lines not", each("strict outside", answers))
                .isEqualTo(List.of(3, 1, 3, "3"));
        observed.that("pydantic, all strict", each("strict", answers))
                .isEqualTo(Collections.nCopies(4, "ValidationError"));
        var assigned = python.call("models.set_id_afterwards", ORDER.formatted(LINE.formatted("3")), "3");
        for (var way : List.of("dataclass", "by hand")) {
            observed.control("the order's id assigned, " + way, assigned.get(way))
                    .isEqualTo("FrozenInstanceError");
        }
        for (var way : List.of("strict outside", "strict")) {
            observed.control("the order's id assigned, " + way, assigned.get(way))
                    .isEqualTo("ValidationError");
        }
        observed.control("the order's id assigned, pydantic", assigned.get("pydantic"))
                .isEqualTo(null);
        for (var quantity : List.of(3, 1)) {
            observed.control(
                            "a quantity of " + quantity,
                            quantities(python, LINE.formatted(quantity))
                                    .valueStream()
                                    .toList())
                    .isEqualTo(Collections.nCopies(5, quantity));
        }
        observed.control("no id that is positive", python.call("models.quantities", NO_ORDER))
                .isEqualTo(answers(3));
        observed.control("an order that is paid", python.call("models.faults", NO_ORDER.replace("0", "7")))
                .isEqualTo(NO_FAULTS);
        for (var wrong : WRONG.entrySet()) {
            var named = python.call("models.faults", wrong.getKey());
            observed.control("by hand: " + name(wrong.getKey()), named.get("by hand"))
                    .isEqualTo(wrong.getValue());
            observed.control("strict: " + name(wrong.getKey()), named.get("strict"))
                    .isEqualTo(wrong.getValue());
        }
        observed.control("a quantity of 0", quantities(python, LINE.formatted("0")))
                .isEqualTo(answers(0));
        observed.control(
                        "a key that is there twice",
                        quantities(python, LINE.formatted("3, \"quantity\": 4"))
                                .valueStream()
                                .toList())
                .isEqualTo(Collections.nCopies(5, 4));
    }

    /** Of a number that is too small: what the dataclass makes of it, and what the others do. */
    private static Map<String, Object> answers(int number) {
        return Map.of(
                "dataclass", number,
                "by hand", "Invalid",
                "pydantic", "ValidationError",
                "strict outside", "ValidationError",
                "strict", "ValidationError");
    }

    private static String name(String text) {
        return text.length() < 200 ? text : text.substring(0, 40) + "...";
    }

    private static List<JsonNode> each(String way, List<JsonNode> answers) {
        return answers.stream().map(each -> each.get(way)).toList();
    }

    private static JsonNode quantities(Python python, String line) {
        return python.call("models.quantities", ORDER.formatted(line));
    }
}
