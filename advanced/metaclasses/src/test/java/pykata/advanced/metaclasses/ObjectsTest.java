package pykata.advanced.metaclasses;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.Observed;
import pykata.python.Python;

/** What a metaclass decides when objects are made. */
class ObjectsTest extends ClaimsTest {

    @Claim
    void a_singleton_by_new_runs_init_again_and_call_of_the_metaclass_can_skip_it(Python python, Observed observed) {
        observed.that(
                        "`Settings()` three times, one object by `__new__`: `__init__` runs",
                        loads(python, "__new__", 1, observed))
                .isEqualTo(3);
        observed.that("by `__call__` of the metaclass", loads(python, "__call__", 1, observed))
                .isEqualTo(1);
        observed.that("by a function with `@cache`", loads(python, "function", 1, observed))
                .isEqualTo(1);
        var perObject = python.call("singletons.calls_per_object");
        observed.that(
                        "Python calls per object: no metaclass, one without `__call__`, one with it",
                        List.of(perObject.get("type"), perObject.get("Silent"), perObject.get("Passing")))
                .isEqualTo(List.of(1, 1, 2));
        observed.that(
                        "a subclass, called after its parent, gives: by `__new__`, by this `__call__`",
                        List.of(subclass(python, "__new__"), subclass(python, "__call__")))
                .isEqualTo(List.of("Settings", "TestSettings"));

        observed.control("no singleton: __init__ runs", loads(python, "plain", 3, observed))
                .isEqualTo(3);
        observed.control("no singleton: a subclass gives", subclass(python, "plain"))
                .isEqualTo("TestSettings");
    }

    private static JsonNode loads(Python python, String way, int objects, Observed observed) {
        var calls = python.call("singletons.three_calls", way);
        observed.control(way + ": objects", calls.get("objects")).isEqualTo(objects);
        return calls.get("loads");
    }

    private static JsonNode subclass(Python python, String way) {
        return python.call("singletons.subclass_after", way);
    }

    @Claim
    void abc_looks_for_names_at_the_first_object_and_init_subclass_can_look_at_the_class(
            Python python, Observed observed) {
        observed.that("no `send`: an ABC notices at the; our check at the", noticed(python, "missing"))
                .isEqualTo(List.of("object", "class"));
        observed.that("`send = None`", noticed(python, "None")).isEqualTo(List.of("call", "class"));
        observed.that("`def send(self)`, without the message", noticed(python, "send(self)"))
                .isEqualTo(List.of("call", "class"));
        observed.that(
                        "`register` a class: `isinstance` before, after; its `send`",
                        python.call("interfaces.registered_afterwards", "missing"))
                .isEqualTo(List.of(false, true, "AttributeError"));

        observed.control(
                        "register a class that has a send",
                        python.call("interfaces.registered_afterwards", "send(self, message)"))
                .isEqualTo(List.of(false, true, "sent"));
        observed.control("def send(self, message)", noticed(python, "send(self, message)"))
                .isEqualTo(List.of("never", "never"));
    }

    private static List<JsonNode> noticed(Python python, String body) {
        return List.of(
                python.call("interfaces.noticed", "AbstractChannel", body),
                python.call("interfaces.noticed", "CheckedChannel", body));
    }
}
