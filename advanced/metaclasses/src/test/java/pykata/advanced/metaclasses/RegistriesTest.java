package pykata.advanced.metaclasses;

import static pykata.python.Implementation.CPYTHON;
import static pykata.python.Implementation.GRAALPY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.Observed;
import pykata.python.Python;

/** What a metaclass costs whoever uses it, and what does without one. */
class RegistriesTest extends ClaimsTest {

    @Claim
    void two_metaclasses_conflict_and_two_init_subclass_hooks_chain(Python python, Observed observed) {
        var byMeta = python.call("conflicts.beside", "RegisteredByMeta");
        observed.that("a registry by metaclass, beside ABC, Enum, a protocol", ofThree(byMeta))
                .isEqualTo(List.of("TypeError", "TypeError", "TypeError"));
        var derived = call(python, "derived");
        observed.that(
                        "metaclass derived from both: registers; abstract `Channel()`",
                        List.of(derived.get(0), derived.get(1)))
                .isEqualTo(List.of(List.of("RegistryMeta"), "TypeError"));
        var byHook = python.call("conflicts.beside", "Registered");
        observed.that("a registry by `__init_subclass__`, beside the same", ofThree(byHook))
                .isEqualTo(List.of(List.of("Registered"), List.of("Registered"), List.of("Registered")));
        observed.that("beside a second `__init_subclass__`", chained(python, "Registered", "Audited"))
                .isEqualTo(List.of("Registered", "Audited"));
        observed.that("... without `super()` in the first", chained(python, "Selfish", "Audited"))
                .isEqualTo(List.of("Selfish"));

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
        for (var way : List.of("metaclass", "__init_subclass__")) {
            var summary = python.call("registries.summary", way);
            observed.that(labelOf(way), costs(summary))
                    .isEqualTo(List.of(
                            List.of("Email", "HtmlEmail"),
                            1,
                            0,
                            way.equals("metaclass") ? "TypeError" : List.of("Email")));
            observed.control(way + ", made anew by dataclass(slots=True)", summary.get("made anew"))
                    .isEqualTo(List.of(false, true));
        }
        for (var way : List.of("__set_name__", "decorator")) {
            var summary = python.call("registries.summary", way);
            observed.that(labelOf(way), costs(summary)).isEqualTo(List.of(List.of("Email"), 1, 0, List.of("Email")));
            observed.control(way + ", made anew by dataclass(slots=True)", summary.get("made anew"))
                    .isEqualTo(way.equals("decorator") ? List.of(true) : List.of(false, true));
        }
        observed.that(
                        "CPython's shortcut: no registry, metaclass, `__init_subclass__`, `__set_name__`, decorator",
                        shortcuts(python))
                .on(CPYTHON.before(3, 13), List.of(false, false, false, false, false))
                .on(CPYTHON, List.of(true, false, true, true, true))
                .on(GRAALPY, Arrays.asList(null, null, null, null, null));

        observed.control("an ABC has the shortcut", python.call("registries.abc_has_the_shortcut"))
                .on(CPYTHON, false)
                .on(GRAALPY, null);
        observed.control("calls by @dataclass for one class", python.call("registries.calls_by_dataclass"))
                .isAtLeast(50);
        var none = python.call("registries.summary", "none");
        observed.control("no registry", costs(none)).isEqualTo(List.of(List.of(), 0, 0, List.of()));
        observed.control("no registry, made anew", none.get("made anew")).isEqualTo(List.of());
        observed.control("calls for an object of it", python.call("registries.calls_of_an_object"))
                .isEqualTo(1);
        observed.control("calls of three functions", python.call("registries.three_calls"))
                .isEqualTo(3);
    }

    private static List<JsonNode> shortcuts(Python python) {
        return Stream.of("none", "metaclass", "__init_subclass__", "__set_name__", "decorator")
                .map(way -> python.call("registries.summary", way).get("shortcut"))
                .toList();
    }

    private static String labelOf(String way) {
        return switch (way) {
            case "metaclass" -> "a metaclass registers; our calls per class, per object; beside ABC";
            case "decorator" -> "a decorator";
            default -> "`%s`".formatted(way);
        };
    }

    private static List<JsonNode> costs(JsonNode summary) {
        return List.of(
                summary.get("registered"),
                summary.get("calls per class"),
                summary.get("calls per object"),
                summary.get("beside an ABC"));
    }
}
