package pykata.basics.methodkinds;

import static pykata.python.Implementation.CPYTHON;
import static pykata.python.Implementation.GRAALPY;

import java.util.List;
import java.util.Map;
import pykata.claim.AnswerTest;
import pykata.claim.Claim;
import pykata.claim.Observed;
import pykata.python.Python;

/** What a lookup binds; what a subclass does to it is in {@link InheritanceTest}. */
class MethodKindsTest extends AnswerTest {

    @Claim
    void a_lookup_on_an_instance_binds_the_instance_its_class_or_nothing(Python python, Observed observed) {
        var plus = python.call("kinds.received", "plus");
        observed.that("`plus` receives: through a Discount, through the class", plus.get("Discount"))
                .isEqualTo(List.of("the instance", "nothing"));
        var parse = python.call("kinds.received", "parse");
        observed.that("`parse`, a class method", parse.get("Discount"))
                .isEqualTo(List.of("the class Discount", "the class Discount"));
        var isValid = python.call("kinds.received", "is_valid");
        observed.that("`is_valid`, a static method", isValid.get("Discount")).isEqualTo(List.of("nothing", "nothing"));
        var lookedUp = python.call("kinds.looked_up");
        observed.that("stored in the class", lookedUp.get("stored"))
                .isEqualTo(List.of("function", "classmethod", "staticmethod"));
        var twice = python.call("kinds.looked_up_twice");
        observed.that("`price.plus` twice: the same, equal", twice.get("price.plus"))
                .isEqualTo(List.of(false, true));

        observed.control("of a Price", List.of(plus.get("Price"), parse.get("Price"), isValid.get("Price")))
                .isEqualTo(List.of(
                        List.of("the instance", "nothing"),
                        List.of("the class Price", "the class Price"),
                        List.of("nothing", "nothing")));
        observed.control("where the three are written", python.call("kinds.written_in"))
                .isEqualTo(List.of(List.of("Price"), List.of("Price"), List.of("Price")));
        observed.control("what comes of lookups", lookedUp)
                .isEqualTo(Map.of(
                        "stored", List.of("function", "classmethod", "staticmethod"),
                        "from the class", List.of("function", "method", "function"),
                        "from an instance", List.of("method", "method", "function")));
        observed.control("called", python.call("kinds.called"))
                .isEqualTo(Map.of(
                        "discount.plus(price)", "Discount 205",
                        "Discount.plus(discount, price)", "Discount 205",
                        "Discount.parse", "Discount 205",
                        "discount.parse", "Discount 205",
                        "Price.parse", "Price 205",
                        "Price.is_valid", true,
                        "price.is_valid", false));
        observed.control("all looked up twice: the same, equal", twice)
                .isEqualTo(Map.of(
                        "price.plus", List.of(false, true),
                        "price.plus of two prices", List.of(false, false),
                        "Price.plus", List.of(true, true),
                        "Price.parse", List.of(false, true),
                        "price.is_valid", List.of(true, true)));
        var javas = Price.Discount.parse("2.05").toString();
        observed.control("Java's static Discount.parse", javas).isEqualTo("Price 205");
    }

    @Claim
    void three_classes_with_nothing_but_get_bind_as_the_built_in_kinds_do(Python python, Observed observed) {
        var lookedUp = python.call("own_descriptors.looked_up", "own");
        observed.that("our `plus`, `parse`, `is_valid`, from an instance", lookedUp.get(1))
                .isEqualTo(List.of("method", "method", "function"));
        observed.control("from an instance that is false", lookedUp.get(2))
                .isEqualTo(List.of("method", "method", "function"));
        var called = python.call("own_descriptors.called", "own");
        var calledBuiltIn = python.call("own_descriptors.called", "built in");
        observed.that("the built-in three give the same results in ten calls", calledBuiltIn.equals(called))
                .isEqualTo(true);
        observed.that(
                        "the instance has own attributes `plus`, `parse`, `is_valid` and one named like a property: reading them gives",
                        python.call("own_descriptors.patched", "own"))
                .isEqualTo(List.of("its own", "its own", "its own", 250));

        observed.control("from the class", lookedUp.get(0)).isEqualTo(List.of("function", "method", "function"));
        observed.control("what the own three define", python.call("own_descriptors.defined"))
                .isEqualTo(List.of(List.of("__get__"), List.of("__get__"), List.of("__get__")));
        observed.control("built in, looked up", python.call("own_descriptors.looked_up", "built in"))
                .isEqualTo(lookedUp);
        observed.control("built in, with attributes", python.call("own_descriptors.patched", "built in"))
                .isEqualTo(List.of("its own", "its own", "its own", 250));
        var without = python.call("own_descriptors.looked_up", "without __get__");
        observed.control("without __get__, looked up", without.get(1)).isEqualTo(List.of("Stored", "Stored", "Stored"));
        observed.control("what the calls give", called)
                .isEqualTo(Map.of(
                        "plus", List.of("Discount 300", "Price 300", "Discount 300"),
                        "parse", List.of("Discount 5", "Discount 5", "Discount 7"),
                        "parse, by hand, of Price", List.of("Price 7"),
                        "is_valid", List.of(false, true, true),
                        "the same bound method", false,
                        "is a discount true", false));
        observed.control("own, callable as stored", python.call("own_descriptors.callable_as_stored", "own"))
                .isEqualTo(List.of(false, false, false));
        observed.control("built in, callable as stored", python.call("own_descriptors.callable_as_stored", "built in"))
                .on(CPYTHON, List.of(true, false, true))
                .on(GRAALPY, List.of(true, true, true));
    }

    @Claim
    void a_callable_without_get_is_never_given_self(Python python, Observed observed) {
        var called = python.call("decorated.called");
        observed.that("`rate()`, a function, decorator with only `__call__`", called.get("function"))
                .isEqualTo(30);
        observed.that("`meter.read()`, a method, the same decorator", called.get("__call__ only"))
                .isEqualTo("TypeError");
        observed.that("`meter.read_again()`, with `__get__` too", called.get("__get__ too"))
                .isEqualTo(42);
        observed.that(
                        "`label.clean()`, which is `str.strip`, and `label.size()`, which is `len`",
                        List.of(called.get("str.strip"), called.get("len")))
                .isEqualTo(List.of("Hall", "TypeError"));
        var partial = python.call("decorated.received", "Hall", "show");
        observed.that("`show = partial(echo, 'kWh')` in a class: `label.show()` passes to `echo`", partial.get(0))
                .on(CPYTHON.before(3, 14), List.of("kWh"))
                .on(CPYTHON, List.of("kWh", "Hall"))
                .on(GRAALPY, List.of("kWh"));

        observed.control("meter.read(meter)", called.get("__call__ only, given the meter"))
                .isEqualTo(42);
        observed.control("Meter.read_again(meter)", called.get("__get__ too, from the class"))
                .isEqualTo(42);
        observed.control("label.size(label)", called.get("len, given the label"))
                .isEqualTo(6);
        observed.control("calls of rate, read, read_again counted", called.get("counted"))
                .isEqualTo(List.of(1, 2, 2));
        observed.control(
                        "what a plain def, both decorators and a static partial are given",
                        python.call("decorated.received", "Hall", "plain", "counted", "counted_method", "static_show"))
                .isEqualTo(List.of(List.of("Hall"), List.of(), List.of("Hall"), List.of("kWh")));
        observed.control("of a label that is false", python.call("decorated.received", "", "counted_method"))
                .isEqualTo(List.of(List.of("")));
    }
}
