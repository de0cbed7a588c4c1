package pykata.basics.methodkinds;

import static pykata.python.Implementation.CPYTHON;
import static pykata.python.Implementation.GRAALPY;

import java.util.List;
import java.util.Map;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.Observed;
import pykata.python.Python;

/** What a subclass does to its parent's methods. */
class InheritanceTest extends ClaimsTest {

    @Claim
    void super_runs_the_next_factory_in_the_mro_with_the_same_cls(Python python, Observed observed) {
        var order = python.call("documents.loaded", "Order");
        observed.that("`Order.load(row)`, each calling `super().load(row)`, makes", order.get("type"))
                .isEqualTo("Order");
        observed.that("with these fields", order.get("fields"))
                .isEqualTo(Map.of("lines", List.of(), "number", 7, "version", 3, "author", "Ann"));
        var named = python.call("documents.loaded", "NamedOrder");
        observed.that(
                        "the same, but the first parent calls `Document.load(row)`",
                        List.of(named.get("type"), named.get("fields")))
                .isEqualTo(List.of("Document", Map.of("number", 7, "author", "Ann")));
        var audited = python.call("documents.loaded", "Audited");
        observed.that("`Audited.load(row)`: the next is now Document", audited.get("fields"))
                .isEqualTo(Map.of("number", 7, "author", "Ann"));

        observed.control("constructors that a load calls", python.call("documents.called_by_loading"))
                .isEqualTo(List.of("Watched"));
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
        observed.that(
                        "with a default: `copy`; pickle and load",
                        List.of(byDefault.get("copy"), byDefault.get("pickle")))
                .isEqualTo(List.of("TypeError", "TypeError"));
        observed.that("`Due` instead, plus one day", python.call("deadlines.composed"))
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
        observed.control("classes with a last of their own, before", counters(python, "Invoice", "CreditNote"))
                .isEqualTo(List.of("Invoice"));
        observed.that("invoice, credit note, invoice, credit note, by `cls.last += 1`", inTurn(python, ""))
                .isEqualTo(List.of(1, 2, 2, 3));
        observed.that("... with the class named, `Invoice.last += 1`", inTurn(python, "Named"))
                .isEqualTo(List.of(1, 2, 3, 4));
        var basket = python.call("baskets.filled", "Basket");
        observed.that("Ann adds tea, Bob milk, `_items = []` in the class: Ann has", basket.get("Ann"))
                .isEqualTo(List.of("tea", "milk"));
        var own = python.call("baskets.filled", "OwnBasket");
        observed.that("`self._items = []` in `__init__`: Ann has", own.get("Ann"))
                .isEqualTo(List.of("tea"));

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
        observed.control("by next, counters", counters(python, "CountingInvoice", "CountingCreditNote"))
                .isEqualTo(List.of("CountingInvoice"));
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
    void a_static_method_called_through_self_or_cls_can_be_overridden(Python python, Observed observed) {
        var atNight = python.call("tariffs.bills", "NightTariff", 10);
        observed.that("10 kWh at 20, the night tariff, by `self.cents_per_kwh()`", atNight.get("self"))
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
