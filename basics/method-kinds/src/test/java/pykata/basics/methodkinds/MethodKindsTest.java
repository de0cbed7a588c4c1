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
    void a_lookup_gives_a_bound_method_or_the_plain_function(Python python, Observed observed) {
        observed.that(
                        "`plus`, a plain `def`: stored, from the class, from an instance",
                        python.call("kinds.looked_up", "plus"))
                .isEqualTo(List.of("function", "function", "method"));
        observed.that("`parse`, a class method", python.call("kinds.looked_up", "parse"))
                .isEqualTo(List.of("classmethod", "method", "method"));
        observed.that("`is_valid`, a static method", python.call("kinds.looked_up", "is_valid"))
                .isEqualTo(List.of("staticmethod", "function", "function"));
        observed.that("`Discount.parse` and `discount.parse` are bound to", python.call("kinds.bound_to", "parse"))
                .isEqualTo(List.of("Discount", "Discount"));
        observed.that("`Discount.parse('2.50')`, written in Price, makes", python.call("kinds.parsed"))
                .isEqualTo("Discount");
        var twice = python.call("kinds.read_twice");
        observed.that("`price.plus is price.plus`", twice.get("same")).isEqualTo(false);
        observed.that("`price.plus == price.plus`", twice.get("equal")).isEqualTo(true);
        observed.that("callable as stored: `plus`, `parse`, `is_valid`", python.call("kinds.callable_as_stored"))
                .on(CPYTHON, List.of(true, false, true))
                .on(GRAALPY, List.of(true, true, true));
    }

    @Claim
    void eleven_lines_of_python_do_what_all_three_do(Python python, Observed observed) {
        var own = python.call("own_descriptors.own");
        observed.that("own `plus`, `parse`, `is_valid` from the class", own.get("from the class"))
                .isEqualTo(List.of("function", "method", "function"));
        observed.that("from an instance", own.get("from an instance"))
                .isEqualTo(List.of("method", "method", "function"));
        observed.that("`discount.plus(price)`, `Discount.parse`, `discount.parse`", own.get("results"))
                .isEqualTo(List.of("Discount 300", "Discount 5", "Discount 5"));
        observed.that("an instance's own `plus`, `parse`, `is_valid` wins", own.get("set on the instance"))
                .isEqualTo(List.of(true, true, true));
        observed.that(
                        "experiments in which the built-in ones show something else",
                        python.call("own_descriptors.differences"))
                .isEqualTo(List.of());
    }

    @Claim
    void a_callable_without_get_never_hears_of_self(Python python, Observed observed) {
        var called = python.call("decorated.called");
        observed.that("`rate()`, a function, decorator with only `__call__`", called.get("function"))
                .isEqualTo(30);
        observed.that("`meter.read()`, a method, the same decorator", called.get("__call__ only"))
                .isEqualTo("TypeError");
        observed.that("`meter.read_again()`, with `__get__` too", called.get("__get__ too"))
                .isEqualTo(42);
        observed.that("`label.clean()`, which is `str.strip`", called.get("str.strip"))
                .isEqualTo("Hall");
        observed.that("`label.size()`, which is `len`", called.get("len")).isEqualTo("TypeError");
        observed.that("what a `functools.partial` in the class is given", called.get("partial"))
                .on(CPYTHON.before(3, 14), List.of("str"))
                .on(CPYTHON, List.of("str", "Meter"))
                .on(GRAALPY, List.of("str"));
    }

    @Claim
    void super_runs_the_parents_factory_with_the_callers_class(Python python, Observed observed) {
        var cooperating = python.call("documents.cooperating");
        observed.that("`Order.load(row)`, each calling `super().load(row)`, makes", cooperating.get("type"))
                .isEqualTo("Order");
        observed.that("with", cooperating.get("fields")).isEqualTo(Map.of("number", 7, "version", 3, "author", "Ann"));
        var named = python.call("documents.naming_the_parent");
        observed.that("`NamedOrder.load(row)`, one calling `Document.load(row)`, makes", named.get("type"))
                .isEqualTo("Document");
        observed.that("with only", named.get("fields")).isEqualTo(Map.of("number", 7, "author", "Ann"));
        observed.that("`super().load(row)` in a static method", python.call("documents.from_a_static_method"))
                .isEqualTo("TypeError");
    }

    @Claim
    void one_more_constructor_parameter_breaks_inherited_factories(Python python, Observed observed) {
        var required = python.call("deadlines.of_a_required_parameter");
        observed.that("`owner` required: `deadline + timedelta(days=1)`", required.get("plus"))
                .isEqualTo("TypeError");
        observed.that("`Deadline.fromordinal(...)`", required.get("fromordinal"))
                .isEqualTo("TypeError");
        observed.that("`Deadline.fromisoformat('2026-01-31')`", required.get("fromisoformat"))
                .on(CPYTHON, "TypeError")
                .on(GRAALPY, "ValueError");
        var later = python.call("deadlines.owners_a_day_later");
        observed.that("`owner` with a default: Ann's deadline, a day later", later.get("by default"))
                .isEqualTo(List.of("DeadlineWithDefault", "2026-02-01", "nobody"));
        observed.that("composed: Ann's date, a day later", later.get("composed"))
                .isEqualTo(List.of("Due", "2026-02-01", "Ann"));
    }

    @Claim
    void a_sequence_kept_in_cls_issues_the_same_number_twice(Python python, Observed observed) {
        var byCls = python.call("numbering.by_cls");
        observed.that("invoice, credit note, invoice, credit note, by `cls.last += 1`", byCls.get("issued"))
                .isEqualTo(List.of(1, 2, 2, 3));
        observed.that("classes that have a `last` of their own by then", byCls.get("counters"))
                .isEqualTo(List.of("Invoice", "CreditNote"));
        observed.that("by `NamedInvoice.last += 1`", python.call("numbering.by_name"))
                .isEqualTo(List.of(1, 2, 3, 4));
        observed.that("by `next(cls.numbers)`", python.call("numbering.by_a_shared_object"))
                .isEqualTo(List.of(1, 2, 3, 4));
    }

    @Claim
    void a_static_method_is_overridden_unlike_javas(Python python, Observed observed) {
        var cents = python.call("tariffs.bills_at_night", 10);
        observed.that("10 kWh at night, by `self.cents_per_kwh()`", cents.get("self"))
                .isEqualTo(200);
        observed.that("by `cls.cents_per_kwh()`", cents.get("cls")).isEqualTo(200);
        observed.that("by `Tariff.cents_per_kwh()`", cents.get("name")).isEqualTo(300);
        observed.that("in Java, `static`, by `centsPerKwh()`", new Tariff.Night().bill(10))
                .isEqualTo(300);
    }
}
