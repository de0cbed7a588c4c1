package pykata.advanced.metaclasses;

import static pykata.python.Implementation.CPYTHON;
import static pykata.python.Implementation.GRAALPY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import pykata.claim.AnswerTest;
import pykata.claim.Claim;
import pykata.claim.Observed;
import pykata.python.Python;

class MetaclassesTest extends AnswerTest {

    private static final List<String> HOOKS =
            List.of("__prepare__", "__new__", "__set_name__", "__init_subclass__", "decorator");

    @Claim
    void a_class_statement_runs_its_hooks_in_a_fixed_order(Python python, Observed observed) {
        var statement = python.call("order.class_statement");
        observed.that("the class statement runs", statement.get("class"))
                .isEqualTo(List.of(
                        "__prepare__",
                        "body",
                        "__new__ begins",
                        "__set_name__",
                        "__init_subclass__",
                        "__new__ ends",
                        "__init__",
                        "decorator"));
        observed.that("given `key=\"email\"` of the class line", statement.get("given the key"))
                .isEqualTo(List.of("__prepare__", "__new__ begins", "__init_subclass__", "__init__"));
        observed.that("`Email()` runs", statement.get("object"))
                .isEqualTo(
                        List.of("Meta.__call__ begins", "Channel.__new__", "Channel.__init__", "Meta.__call__ ends"));
        observed.that("a keyword of the class line that no hook takes", python.call("order.unknown_keyword", "no hook"))
                .isEqualTo("TypeError");
        observed.control(
                        "a function as the metaclass: the name is bound to its result",
                        python.call("order.any_callable"))
                .isEqualTo(Map.of("retries", 3, "seconds", 20));

        observed.control("a keyword that the hook takes", python.call("order.unknown_keyword", "takes it"))
                .isEqualTo("Email");
        observed.control("... and one that it passes on", python.call("order.unknown_keyword", "passes on"))
                .isEqualTo("TypeError");
        observed.control("what the call made", statement.get("made")).isEqualTo(List.of("Email"));
        observed.control("a subclass that names no metaclass", statement.get("subclass"))
                .isEqualTo(List.of("__prepare__", "__new__ begins", "__init_subclass__", "__new__ ends", "__init__"));
        var calledByHand = List.of(
                "__new__ begins", "__set_name__", "__set_name__", "__init_subclass__", "__new__ ends", "__init__");
        var byHand = python.call("order.called_by_hand");
        observed.control("the metaclass called by hand, the fields the other way round", byHand.get("metaclass called"))
                .isEqualTo(calledByHand);
        observed.control("types.new_class", byHand.get("new_class"))
                .isEqualTo(Stream.concat(Stream.of("__prepare__"), calledByHand.stream())
                        .toList());
    }

    @Claim
    void of_all_hooks_only_prepare_sees_a_name_defined_twice(Python python, Observed observed) {
        observed.that("two tests of one name, the first wrong", tests(python, "price_tests", false))
                .isEqualTo(Map.of("run", 1, "failed", 0));
        observed.that("... derived from `StrictTestCase`", tests(python, "price_tests", true))
                .isEqualTo("TypeError");
        var seen = python.call("class_level.seen_of_two");
        observed.that("two values of one name: the dict of `__prepare__` sees", seen.get("__prepare__"))
                .isEqualTo(List.of("first", "second"));
        observed.that("... `__new__` and each later hook", seenLater(seen)).isEqualTo(List.of("second"));
        var len = asked(python, "len", false);
        observed.that("`len(Channel)`, `__len__` in the metaclass", len.get(0)).isEqualTo(2);
        observed.that("... in the class", len.get(1)).isEqualTo("TypeError");
        observed.control(
                        "a method of the metaclass, of the class",
                        asked(python, "count", false).get(0))
                .isEqualTo(2);
        observed.control("... and of an object", asked(python, "count", true).get(0))
                .isEqualTo("AttributeError");

        observed.control("which of the two", seen)
                .isEqualTo(Map.of(
                        "__prepare__", List.of("first", "second"),
                        "__new__", List.of("second"),
                        "__set_name__", List.of("second"),
                        "__init_subclass__", List.of("second"),
                        "decorator", List.of("second")));
        observed.control("len, with __len__ given by: metaclass, class, __init_subclass__, decorator", len)
                .isEqualTo(List.of(2, "TypeError", "TypeError", "TypeError"));
        observed.control("a method of the class, of the class", asked(python, "count", false))
                .isEqualTo(List.of(2, 2, 2, 2));
        observed.control("a method of the class, of an object", asked(python, "count", true))
                .isEqualTo(List.of("AttributeError", 2, 2, 2));
        observed.control("a name assigned twice", tests(python, "refund_tests", true))
                .isEqualTo("TypeError");
        observed.control("for", asked(python, "list", false))
                .isEqualTo(List.of(List.of("email", "sms"), "TypeError", "TypeError", "TypeError"));
        observed.control("a missing attribute", asked(python, "fax", false))
                .isEqualTo(List.of("no channel called fax", "AttributeError", "AttributeError", "AttributeError"));
        observed.control("Channel[0]: __class_getitem__ needs no metaclass", asked(python, "item", false))
                .isEqualTo(List.of("TypeError", "email", "TypeError", "TypeError"));
        var byHand = List.of(2, List.of("email", "sms"), "no channel called fax");
        observed.control("the methods of the class, called by hand", asked(python, "by hand", false))
                .isEqualTo(List.of(byHand, byHand, byHand, byHand));
        observed.control("len of an object", asked(python, "len", true)).isEqualTo(List.of("TypeError", 2, 2, 2));
        observed.control("for an object", asked(python, "list", true))
                .isEqualTo(List.of(
                        "TypeError", List.of("email", "sms"), List.of("email", "sms"), List.of("email", "sms")));
        observed.control("a missing attribute of an object", asked(python, "fax", true))
                .isEqualTo(List.of(
                        "AttributeError", "no channel called fax", "no channel called fax", "no channel called fax"));
        for (var strict : List.of(false, true)) {
            observed.control("each test once: run, failed; strict: " + strict, tests(python, "stock_tests", strict))
                    .isEqualTo(Map.of("run", 2, "failed", 1));
        }
    }

    /** What the hooks after the body see, if all see the same. */
    private static Object seenLater(JsonNode seen) {
        var all = HOOKS.stream().skip(1).map(seen::get).distinct().toList();
        return all.size() == 1 ? all.getFirst() : all;
    }

    private static Object tests(Python python, String tests, boolean strict) {
        return python.call("strict_tests.tests_run", tests, strict);
    }

    private static JsonNode asked(Python python, String question, boolean ofAnObject) {
        return python.call("class_level.answers", question, ofAnObject);
    }

    @Claim
    void since_3_14_a_metaclass_finds_no_annotations_in_the_namespace(Python python, Observed observed) {
        var fields = python.call("namespaces.fields");
        var both = List.of("number", "cents");
        observed.that("fields in `namespace.get(\"__annotations__\")`", fields.get("namespace"))
                .on(CPYTHON.before(3, 14), both)
                .on(CPYTHON, List.of())
                .on(GRAALPY, both);
        var asText = python.call("namespaces.fields", "from __future__ import annotations");
        observed.that("... with `from __future__ import annotations`", asText.get("namespace"))
                .isEqualTo(both);
        observed.that("in `inspect.get_annotations(cls)`, in `__init_subclass__`", fields.get("class"))
                .isEqualTo(both);
        observed.that("... if one of them names the class itself", python.call("namespaces.in_the_hook", "inspect"))
                .isEqualTo("NameError");
        observed.that("... by `annotationlib`, as `FORWARDREF`", python.call("namespaces.in_the_hook", "FORWARDREF"))
                .on(CPYTHON.before(3, 14), "NameError")
                .on(CPYTHON, List.of("corrected"))
                .on(GRAALPY, "NameError");
        observed.that(
                        "`__classcell__` dropped, `super()` used: RuntimeError comes at",
                        python.call("namespaces.with_a_super", "Tidying"))
                .on(CPYTHON, "class")
                .on(GRAALPY, "call");

        observed.control("by annotationlib, for metaclasses", fields.get("annotate function"))
                .on(CPYTHON.before(3, 14), List.of())
                .on(CPYTHON, both)
                .on(GRAALPY, List.of());
        observed.control("the whole namespace copied", python.call("namespaces.with_a_super", "Copying"))
                .isEqualTo("never");
        for (var metaclass : List.of("Copying", "Tidying")) {
            observed.control(metaclass + ", no super()", python.call("namespaces.without_a_super", metaclass))
                    .isEqualTo("sent");
        }
    }
}
