package pykata.advanced.metaclasses;

import static java.util.stream.Collectors.toMap;
import static pykata.python.Implementation.CPYTHON;
import static pykata.python.Implementation.GRAALPY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.Observed;
import pykata.python.Python;

/** What a metaclass costs, and what does without one. */
class RegistriesTest extends ClaimsTest {

    private static final List<String> WAYS =
            List.of("none", "metaclass", "__init_subclass__", "__set_name__", "decorator");

    private static final Map<String, String> REGISTERS = Map.of(
            "metaclass", "a metaclass registers",
            "__init_subclass__", "... `__init_subclass__`",
            "__set_name__", "... `__set_name__`",
            "decorator", "... a decorator");

    @Claim
    void two_metaclasses_conflict_and_two_init_subclass_hooks_chain(Python python, Observed observed) {
        var byMeta = python.call("conflicts.beside", "RegisteredByMeta");
        observed.that("a registry by metaclass, beside ABC, Enum, a protocol", ofThree(byMeta))
                .isEqualTo(List.of("TypeError", "TypeError", "TypeError"));
        var byHook = python.call("conflicts.beside", "Registered");
        observed.that("... by `__init_subclass__`", ofThree(byHook))
                .isEqualTo(List.of(List.of("Registered"), List.of("Registered"), List.of("Registered")));
        var derived = call(python, "derived");
        observed.that("beside ABC, metaclass derived from both: registered by", derived.get(0))
                .isEqualTo(List.of("RegistryMeta"));
        observed.control("... an abstract class still refuses to make an object", derived.get(1))
                .isEqualTo("TypeError");
        observed.that("two `__init_subclass__`: registered by", chained(python, "Registered", "Audited"))
                .isEqualTo(List.of("Registered", "Audited"));
        observed.that("... without `super()` in the first", chained(python, "ForgetsSuper", "Audited"))
                .isEqualTo(List.of("ForgetsSuper"));

        observed.control("the other way round", chained(python, "Audited", "Registered"))
                .isEqualTo(List.of("Registered", "Audited"));
        observed.control("the second alone", python.call("conflicts.chained", "Audited"))
                .isEqualTo(List.of("Audited"));
        observed.control("an object of a plain class", derived.get(2)).isEqualTo("Plain");
        observed.control("three, with a keyword for the last", call(python, "with_a_keyword"))
                .isEqualTo(List.of("Registered", "Audited", "Tagged"));
        observed.control("by metaclass, beside a plain class", byMeta.get("a plain class"))
                .isEqualTo(List.of("RegistryMeta"));
        observed.control("by the hook, beside a plain class", byHook.get("a plain class"))
                .isEqualTo(List.of("Registered"));
        observed.control("the metaclasses of the other bases", call(python, "metaclasses"))
                .isEqualTo(List.of(true, true, true, false));
    }

    private static List<JsonNode> ofThree(JsonNode outcomes) {
        return List.of(outcomes.get("ABC"), outcomes.get("Enum"), outcomes.get("a protocol"));
    }

    private static JsonNode chained(Python python, String first, String second) {
        return python.call("conflicts.chained", first, second);
    }

    private static JsonNode call(Python python, String function) {
        return python.call("conflicts." + function);
    }

    @Claim
    void four_ways_to_register_cost_one_call_a_class_and_a_metaclass_the_shortcut(Python python, Observed observed) {
        var of = WAYS.stream().collect(toMap(way -> way, way -> python.call("registries.summary", way)));
        for (var way : WAYS.subList(1, 5)) {
            var deep = way.equals("metaclass") || way.equals("__init_subclass__");
            observed.that(REGISTERS.get(way), of.get(way).get("registered"))
                    .isEqualTo(deep ? List.of("Email", "HtmlEmail") : List.of("Email"));
        }
        observed.that("our calls per class, in this order", all(of, "calls per class"))
                .isEqualTo(List.of(1, 1, 1, 1));
        observed.that("CPython's shortcut, metaclass `type`", of.get("none").get("shortcut"))
                .on(CPYTHON.before(3, 13), false)
                .on(CPYTHON, true)
                .on(GRAALPY, null);
        observed.that("... a metaclass without `__call__`", of.get("metaclass").get("shortcut"))
                .on(CPYTHON, false)
                .on(GRAALPY, null);
        observed.control("the shortcut: ABC as a base", python.call("registries.abc_has_the_shortcut"))
                .on(CPYTHON, false)
                .on(GRAALPY, null);

        for (var way : List.of("__init_subclass__", "__set_name__", "decorator")) {
            observed.control(way + ", the shortcut", of.get(way).get("shortcut"))
                    .on(CPYTHON.before(3, 13), false)
                    .on(CPYTHON, true)
                    .on(GRAALPY, null);
        }
        observed.control("our calls per object", all(of, "calls per object")).isEqualTo(List.of(0, 0, 0, 0));
        var email = List.of("Email");
        observed.control("beside an ABC", all(of, "beside an ABC"))
                .isEqualTo(List.of("TypeError", email, email, email));
        var both = List.of(false, true);
        observed.control("registered, of two made by dataclass(slots=True): the one in use", all(of, "made twice"))
                .isEqualTo(List.of(both, both, both, List.of(true)));
        var others = python.call("registries.other_shortcuts");
        for (var without : List.of("no __init__", "own __new__", "any number of arguments", "a keyword")) {
            observed.control("the shortcut: " + without, others.get(without))
                    .on(CPYTHON, false)
                    .on(GRAALPY, null);
        }
        observed.control("the shortcut: an argument", others.get("an argument"))
                .on(CPYTHON.before(3, 13), false)
                .on(CPYTHON, true)
                .on(GRAALPY, null);
        observed.control("calls by @dataclass for one class", python.call("registries.calls_by_dataclass"))
                .isAtLeast(51);
        var none = of.get("none");
        observed.control("no registry", none.get("registered")).isEqualTo(List.of());
        observed.control("no registry, beside an ABC", none.get("beside an ABC"))
                .isEqualTo(List.of());
        observed.control("no registry, made twice", none.get("made twice")).isEqualTo(List.of());
        observed.control("calls for an object of it", python.call("registries.calls_of_an_object"))
                .isEqualTo(1);
        observed.control("calls of three functions", python.call("registries.three_calls"))
                .isEqualTo(3);
    }

    /** One property of all four ways. */
    private static List<JsonNode> all(Map<String, JsonNode> summaries, String property) {
        return WAYS.stream()
                .skip(1)
                .map(way -> summaries.get(way).get(property))
                .toList();
    }
}
