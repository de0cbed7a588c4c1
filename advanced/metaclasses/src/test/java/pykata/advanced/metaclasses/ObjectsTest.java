package pykata.advanced.metaclasses;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.Observed;
import pykata.python.Python;

/** What a metaclass decides when objects are made, and what else can. */
class ObjectsTest extends ClaimsTest {

    @Claim
    void a_singleton_by_new_runs_init_again_and_call_of_the_metaclass_can_skip_it(Python python, Observed observed) {
        observed.that(
                        "`Settings()` three times, one object by `__new__`: `__init__` runs",
                        loads(python, "__new__", 1, observed))
                .isEqualTo(3);
        observed.that("... by `__call__` of the metaclass", loads(python, "__call__", 1, observed))
                .isEqualTo(1);
        observed.that("... by a function with `@cache`", loads(python, "function", 1, observed))
                .isEqualTo(1);
        var perObject = python.call("singletons.calls_per_object");
        observed.that("Python calls per object: plain class", perObject.get("type"))
                .isEqualTo(1);
        observed.that("... with a `__call__` that only calls `super()`", perObject.get("PassingOn"))
                .isEqualTo(2);
        observed.that(
                        "two threads make the first call of `OnlyOne`'s class: objects",
                        python.call("singletons.first_calls_in_two_threads", "__call__"))
                .isEqualTo(2);
        observed.that(
                        "after `Settings()`, its subclass `TestSettings()` gives, by `__new__`",
                        subclass(python, "__new__"))
                .isEqualTo("Settings");
        observed.that("... by `OnlyOne`", subclass(python, "__call__")).isEqualTo("TestSettings");

        observed.control(
                        "... and those of the function with @cache",
                        python.call("singletons.first_calls_in_two_threads", "plain"))
                .isEqualTo(2);
        observed.control("Python calls per object, metaclass without __call__", perObject.get("WithoutCall"))
                .isEqualTo(1);
        observed.control("Python calls, once the object is there", python.call("singletons.calls_of_a_later_call"))
                .isEqualTo(Map.of("__new__", 2, "__call__", 1, "plain", 1));
        observed.control("the arguments of the first call are kept", python.call("singletons.with_arguments"))
                .isEqualTo(List.of("mail", 20));
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
    void abc_refuses_missing_names_at_the_object_and_init_subclass_can_refuse_the_class(
            Python python, Observed observed) {
        observed.that("no `send`: refused by an ABC, by our check, at the", noticed(python, "missing"))
                .isEqualTo(List.of("object", "class"));
        observed.that("`send = None`: fails with an ABC, with our check, at the", noticed(python, "None"))
                .isEqualTo(List.of("call", "class"));
        observed.that("`def send(self)`, without the message", noticed(python, "send(self)"))
                .isEqualTo(List.of("call", "class"));
        observed.that(
                        "an ABC's `send` assigned after the class statement: the object",
                        python.call("interfaces.given_late", "AbstractChannel"))
                .isEqualTo("TypeError");
        observed.control("... a plain class's", python.call("interfaces.given_late", "PlainChannel"))
                .isEqualTo("sent");
        observed.that(
                        "no `send`, bases `AbstractChannel, dict`: TypeError",
                        python.call("interfaces.noticed", "ChannelInADict", "missing"))
                .isEqualTo("never");
        observed.that(
                        "`AbstractChannel.register(Fax)`, no `send`: [`isinstance` before, after; the call]",
                        python.call("interfaces.registered_afterwards", "missing"))
                .isEqualTo(List.of(false, true, "AttributeError"));

        observed.control(
                        "register a class that has a send",
                        python.call("interfaces.registered_afterwards", "send(self, message)"))
                .isEqualTo(List.of(false, true, "sent"));
        observed.control("room for a message, and for more", noticed(python, "send(self, message, retries)"))
                .isEqualTo(List.of("call", "class"));
        observed.control("def send(self, message)", noticed(python, "send(self, message)"))
                .isEqualTo(List.of("never", "never"));
    }

    private static List<JsonNode> noticed(Python python, String body) {
        return List.of(
                python.call("interfaces.noticed", "AbstractChannel", body),
                python.call("interfaces.noticed", "CheckedChannel", body));
    }
}
