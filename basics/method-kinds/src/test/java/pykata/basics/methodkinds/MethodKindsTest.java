package pykata.basics.methodkinds;

import static pykata.python.Implementation.CPYTHON;
import static pykata.python.Implementation.GRAALPY;

import java.util.List;
import java.util.Map;
import pykata.claim.AnswerTest;
import pykata.claim.Claim;
import pykata.claim.Observed;
import pykata.python.Python;

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
        observed.that("own `plus`, `parse`, `is_valid`, from an instance", lookedUp.get(1))
                .isEqualTo(List.of("method", "method", "function"));
        var called = python.call("own_descriptors.called", "own");
        var calledBuiltIn = python.call("own_descriptors.called", "built in");
        observed.that("the built-in three give the same results in ten calls", calledBuiltIn.equals(called))
                .isEqualTo(true);
        observed.that(
                        "own attributes named like the three and like a `property`: an instance answers",
                        python.call("own_descriptors.patched", "own"))
                .isEqualTo(List.of("its own", "its own", "its own", 250));

        observed.control("from the class", lookedUp.get(0)).isEqualTo(List.of("function", "method", "function"));
        observed.control("from an instance that is false", lookedUp.get(2))
                .isEqualTo(List.of("method", "method", "function"));
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
    void super_runs_the_next_factory_in_the_mro_with_the_same_cls(Python python, Observed observed) {
        var order = python.call("documents.loaded", "Order");
        observed.that("`Order.load(row)`, each calling `super().load(row)`, makes", order.get("type"))
                .isEqualTo("Order");
        observed.that("with these fields", order.get("fields"))
                .isEqualTo(Map.of("lines", List.of(), "number", 7, "version", 3, "author", "Ann"));
        var audited = python.call("documents.loaded", "Audited");
        observed.that("`Audited.load(row)`: the next is now Document", audited.get("fields"))
                .isEqualTo(Map.of("number", 7, "author", "Ann"));
        var named = python.call("documents.loaded", "NamedOrder");
        observed.that(
                        "`NamedOrder.load(row)`, one calling `Document.load(row)`, makes",
                        List.of(named.get("type"), named.get("fields")))
                .isEqualTo(List.of("Document", Map.of("number", 7, "author", "Ann")));

        observed.control("the order in which an Order's fields are set", order.get("order"))
                .isEqualTo(List.of("lines", "number", "version", "author"));
        observed.control("who has a load in an Order's MRO", python.call("documents.who_loads", "Order"))
                .isEqualTo(List.of("Audited", "Versioned", "Document"));
        observed.control("who has a load in a NamedOrder's MRO", python.call("documents.who_loads", "NamedOrder"))
                .isEqualTo(List.of("Named", "Versioned", "Document"));
        observed.control("Audited.load(row) makes", audited.get("type")).isEqualTo("Audited");
        for (var alone : List.of("Versioned", "Document")) {
            var made = python.call("documents.loaded", alone);
            observed.control(alone + ".load(row) makes", made.get("type")).isEqualTo(alone);
        }
        var versioned = python.call("documents.loaded", "Versioned");
        observed.control("the field that a NamedOrder loses", versioned.get("fields"))
                .isEqualTo(Map.of("number", 7, "version", 3));
        observed.control(
                        "super().load(row) in a static method, its first argument a row, the class",
                        python.call("documents.in_a_static_method"))
                .isEqualTo(List.of("TypeError", "Static"));
    }

    @Claim
    void one_more_constructor_parameter_breaks_inherited_factories(Python python, Observed observed) {
        var required = python.call("deadlines.made_from", "required");
        observed.that("`owner` required: deadline `+ timedelta(days=1)`", required.get("plus"))
                .isEqualTo("TypeError");
        var byDefault = python.call("deadlines.made_from", "default");
        observed.that("`owner` with a default: the same", byDefault.get("plus"))
                .isEqualTo(List.of("DeadlineWithDefault", "2026-02-01", "nobody"));
        observed.that("... copied, pickled and loaded", List.of(byDefault.get("copy"), byDefault.get("pickle")))
                .isEqualTo(List.of("TypeError", "TypeError"));
        observed.that("a record that has a date, a day later", python.call("deadlines.composed"))
                .isEqualTo(List.of("Due", "2026-02-01", "Ann"));

        observed.control("required", required)
                .on(CPYTHON, ofRequired("TypeError"))
                .on(GRAALPY, ofRequired("ValueError"));
        observed.control("with a default", byDefault)
                .isEqualTo(Map.of(
                        "written in the class", List.of("__new__"),
                        "the day itself", List.of("DeadlineWithDefault", "2026-01-31", "Ann"),
                        "plus", List.of("DeadlineWithDefault", "2026-02-01", "nobody"),
                        "minus", List.of("DeadlineWithDefault", "2026-01-30", "nobody"),
                        "fromordinal", List.of("DeadlineWithDefault", "2026-01-31", "nobody"),
                        "fromisoformat", List.of("DeadlineWithDefault", "2026-01-31", "nobody"),
                        "copy", "TypeError",
                        "pickle", "TypeError"));
        observed.control("no parameter more", python.call("deadlines.made_from", "none"))
                .isEqualTo(Map.of(
                        "written in the class", List.of(),
                        "the day itself", List.of("Holiday", "2026-01-31", "everybody"),
                        "plus", List.of("Holiday", "2026-02-01", "everybody"),
                        "minus", List.of("Holiday", "2026-01-30", "everybody"),
                        "fromordinal", List.of("Holiday", "2026-01-31", "everybody"),
                        "fromisoformat", List.of("Holiday", "2026-01-31", "everybody"),
                        "copy", List.of("Holiday", "2026-01-31", "everybody"),
                        "pickle", List.of("Holiday", "2026-01-31", "everybody")));
    }

    private static Map<String, Object> ofRequired(String fromisoformat) {
        return Map.of(
                "written in the class", List.of("__new__"),
                "the day itself", List.of("Deadline", "2026-01-31", "Ann"),
                "plus", "TypeError",
                "minus", "TypeError",
                "fromordinal", "TypeError",
                "fromisoformat", fromisoformat,
                "copy", "TypeError",
                "pickle", "TypeError");
    }

    @Claim
    void reading_searches_the_parents_and_assigning_does_not(Python python, Observed observed) {
        var basket = python.call("baskets.filled", "Basket");
        observed.that("Ann adds tea, Bob milk, `_items = []` in the class: Ann has", basket.get("Ann"))
                .isEqualTo(List.of("tea", "milk"));
        var own = python.call("baskets.filled", "OwnBasket");
        observed.that("`self._items = []` in `__init__`: Ann has", own.get("Ann"))
                .isEqualTo(List.of("tea"));
        observed.control("classes with a last of their own, before", counters(python, "Invoice", "CreditNote"))
                .isEqualTo(List.of("Invoice"));
        observed.that("invoice, credit note, invoice, credit note, by `cls.last += 1`", inTurn(python, ""))
                .isEqualTo(List.of(1, 2, 2, 3));
        observed.that("... by `NamedInvoice.last += 1`", inTurn(python, "Named"))
                .isEqualTo(List.of(1, 2, 3, 4));

        var one = List.of("tea", "milk");
        observed.control("one list in the class", basket).isEqualTo(filled(one, one, List.of()));
        var same = List.of("tea", "milk", "tea", "milk");
        observed.control("a subclass's baskets afterwards", python.call("baskets.filled", "GiftBasket"))
                .isEqualTo(filled(same, same, List.of()));
        var each = filled(List.of("tea"), List.of("milk"), List.of("_items"));
        observed.control("a list each", own).isEqualTo(each);
        observed.control("assigned anew by add", python.call("baskets.filled", "NewListBasket"))
                .isEqualTo(each);
        observed.control("classes with a last of their own, after", counters(python, "Invoice", "CreditNote"))
                .isEqualTo(List.of("Invoice", "CreditNote"));
        observed.control("then credit notes alone", issued(python, "CreditNote", "CreditNote", "CreditNote"))
                .isEqualTo(List.of(4, 5, 6));
        observed.control("then invoices alone", issued(python, "Invoice", "Invoice", "Invoice"))
                .isEqualTo(List.of(3, 4, 5));
        observed.control("by name, then", issued(python, "NamedCreditNote", "NamedCreditNote", "NamedInvoice"))
                .isEqualTo(List.of(5, 6, 7));
        observed.control("by name, counters", counters(python, "NamedInvoice", "NamedCreditNote"))
                .isEqualTo(List.of("NamedInvoice"));
        observed.control("by next(cls.numbers)", inTurn(python, "Counting")).isEqualTo(List.of(1, 2, 3, 4));
        observed.control("so, then", issued(python, "CountingCreditNote", "CountingCreditNote", "CountingInvoice"))
                .isEqualTo(List.of(5, 6, 7));
    }

    private static Map<String, Object> filled(List<String> ann, List<String> bob, List<String> own) {
        return Map.of("Ann", ann, "Bob", bob, "own attributes", List.of(own, own));
    }

    private static Object inTurn(Python python, String prefix) {
        return python.call("numbering.issued_in_turn", prefix + "Invoice", prefix + "CreditNote");
    }

    private static Object issued(Python python, Object... classes) {
        return python.call("numbering.issued", classes);
    }

    private static Object counters(Python python, Object... classes) {
        return python.call("numbering.with_a_counter_of_its_own", classes);
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
        var partial = python.call("decorated.received", "Hall", "in_kwh");
        observed.that("`partial(given, 'kWh')` in the class of the label 'Hall' receives", partial.get(0))
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
                        python.call(
                                "decorated.received", "Hall", "plain", "counted", "counted_method", "always_in_kwh"))
                .isEqualTo(List.of(List.of("Hall"), List.of(), List.of("Hall"), List.of("kWh")));
        observed.control("of a label that is false", python.call("decorated.received", "", "counted_method"))
                .isEqualTo(List.of(List.of("")));
    }

    @Claim
    void a_static_method_called_through_self_or_cls_can_be_overridden(Python python, Observed observed) {
        var atNight = python.call("tariffs.bills", "NightTariff", 10);
        observed.that("10 kWh at night, by `self.cents_per_kwh()`", atNight.get("self"))
                .isEqualTo(200);
        observed.that("by `cls.cents_per_kwh()`", atNight.get("cls")).isEqualTo(200);
        observed.that("by `Tariff.cents_per_kwh()`", atNight.get("name")).isEqualTo(300);
        observed.that("in Java, `static`, by `centsPerKwh()`", new Tariff.Night().bill(10))
                .isEqualTo(300);

        observed.control("written in NightTariff", python.call("tariffs.overridden"))
                .isEqualTo(Map.of("cents_per_kwh", "staticmethod"));
        observed.control("2 kWh, without an override", python.call("tariffs.bills", "Tariff", 2))
                .isEqualTo(Map.of("self", 60, "cls", 60, "name", 60));
        observed.control("in Java, without an override", new Tariff().bill(10)).isEqualTo(300);
        observed.control("in Java, the static method that hides", Tariff.Night.centsPerKwh())
                .isEqualTo(20);
        observed.control("in Java, an instance method", new Tariff.Night().billByInstanceMethod(10))
                .isEqualTo(200);
        observed.control("in Java, an instance method, without an override", new Tariff().billByInstanceMethod(2))
                .isEqualTo(60);
    }
}
