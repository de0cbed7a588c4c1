package pykata.designpatterns.patternsinpython;

import static pykata.python.Implementation.CPYTHON;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.graalvm.polyglot.TypeLiteral;
import pykata.answer.Question;
import pykata.claim.AnswerTest;
import pykata.claim.Claim;
import pykata.claim.Observed;
import pykata.python.GraalPy;
import pykata.python.Python;

class PatternsInPythonTest extends AnswerTest {

    private static final List<List<Object>> CART = List.of(List.of("LAMP", 12, 4999), List.of("DESK", 1, 29900));
    private static final TypeLiteral<Map<String, Long>> INVOICE = new TypeLiteral<>() {};

    @Claim
    void a_strategy_needs_no_class(Python python, Observed observed) throws Exception {
        observed.that("invoices that agree, of 800", python.call("strategies.that_agree"))
                .isEqualTo(800);
        observed.control("what 200 carts cost, by each rule", python.call("strategies.sums"))
                .isEqualTo(List.of(68740595, 61928825, 47005755, 68640595));
        observed.control("one cart by each rule", python.call("strategies.totals_of_a_cart"))
                .isEqualTo(List.of(89888, 83889, 69892, 89388));
        observed.control("a voucher for less than its worth, in each form", python.call("strategies.of_a_small_cart"))
                .isEqualTo(List.of(0, 0, 0));
        observed.that("the next rule, definitions [added, edited]: function", cost(python, "rule", "pricing"))
                .isEqualTo(List.of(1, 0));
        observed.that("... class", cost(python, "rule", "pricing_by_class")).isEqualTo(List.of(2, 0));
        observed.that("... `if` chain", cost(python, "rule", "pricing_by_name")).isEqualTo(List.of(0, 1));
        observed.control("definitions before the change", python.call("counting.names", "pricing"))
                .isEqualTo(List.of("bulk", "invoice", "list_price", "percent_off", "three_for_two"));
        observed.control("... and after it", python.call("counting.names", "pricing_by_class", "rule"))
                .isEqualTo(List.of(
                        "Bulk",
                        "Bulk.total",
                        "ListPrice",
                        "ListPrice.total",
                        "PriceRule",
                        "PriceRule.total",
                        "ThreeForTwo",
                        "ThreeForTwo.total",
                        "Till",
                        "Till.__init__",
                        "Till.invoice",
                        "Voucher",
                        "Voucher.total"));
        observed.control("each form, run as it was before the change", python.call("strategies.before_the_voucher"))
                .isEqualTo(List.of(
                        List.of(83889, false, true),
                        List.of(83889, false, true),
                        Arrays.asList(83889, "ValueError", null)));
        observed.control("what it edits in the chain", python.call("counting.edited", "rule", "pricing_by_name"))
                .isEqualTo(List.of("total"));
        observed.control("by default, in two forms", python.call("strategies.by_default"))
                .isEqualTo(List.of(Map.of("net", 4999, "vat", 949), Map.of("net", 4999, "vat", 949)));
        observed.control("by a rule with a parameter", python.call("strategies.with_a_parameter"))
                .isEqualTo(Map.of("net", 4249, "vat", 807));
        observed.control("an unknown name; a class without the method", python.call("strategies.refusals"))
                .isEqualTo(List.of("ValueError", "TypeError"));
        if (python instanceof GraalPy graalPy) {
            PriceRule tenthOff = PriceRule::tenthOff;
            var pricing = graalPy.context().eval("python", "__import__('pricing')");
            observed.control(
                            "a lambda of Java's",
                            pricing.invokeMember("invoice", CART, tenthOff).as(INVOICE))
                    .isEqualTo(Map.of("net", 80899, "vat", 15370));
        }
        var table = Files.readString(Question.of(getClass()).folder().resolve("GOF.md"));
        observed.control("names in GOF.md that do not exist", python.call("gof.missing", table))
                .isEqualTo(List.of());
        observed.control(
                        "... in a table that has some",
                        python.call("gof.missing", table.replace("`pricing.invoice`", "`pricing.bill`, `prices.bill`")))
                .isEqualTo(List.of("pricing.bill", "prices.bill"));
        observed.control("rows of GOF.md without a name", python.call("gof.without_a_name", table))
                .isEqualTo(List.of());
        observed.control(
                        "... in a table that has one",
                        python.call("gof.without_a_name", table.replace("`pricing.invoice`", "nothing")))
                .isEqualTo(List.of("Strategy"));
        observed.control("its verdicts", python.call("gof.verdicts", table))
                .isEqualTo(Map.of("dissolves", 14, "stays", 7, "avoid", 2));
        observed.control("its patterns", python.call("gof.patterns", table)).isEqualTo(PATTERNS);
    }

    /** Of the book, in its order. */
    private static final List<String> PATTERNS = List.of(
            "Abstract Factory",
            "Builder",
            "Factory Method",
            "Prototype",
            "Singleton",
            "Adapter",
            "Bridge",
            "Composite",
            "Decorator",
            "Facade",
            "Flyweight",
            "Proxy",
            "Chain of Responsibility",
            "Command",
            "Interpreter",
            "Iterator",
            "Mediator",
            "Memento",
            "Observer",
            "State",
            "Strategy",
            "Template Method",
            "Visitor");

    @Claim
    void singledispatch_takes_new_types_and_new_operations_without_an_edit(Python python, Observed observed) {
        var events = new String[] {"singledispatch", "match", "visitor"};
        observed.control(
                        "label, what is owed, is it final",
                        Stream.of(events)
                                .map(form -> python.call("dispatching.results", form))
                                .distinct()
                                .toList())
                .isEqualTo(List.of(List.of(
                        List.of("placed", 4999, false),
                        List.of("paid", -4999, false),
                        List.of("shipped by Swift", 0, true),
                        List.of("refunded", 100, true))));
        observed.that(
                        "a new type, definitions [added, edited]: singledispatch",
                        cost(python, "type", "events", "handling"))
                .isEqualTo(List.of(3, 0));
        observed.that("... `match`", cost(python, "type", "events", "handling_by_match"))
                .isEqualTo(List.of(1, 2));
        observed.that("... Visitor", cost(python, "type", "handling_by_visitor"))
                .isEqualTo(List.of(5, 3));
        observed.that(
                        "a new operation: [singledispatch, `match`, Visitor]",
                        List.of(
                                cost(python, "operation", "handling"),
                                cost(python, "operation", "handling_by_match"),
                                cost(python, "operation", "handling_by_visitor")))
                .isEqualTo(List.of(List.of(4, 0), List.of(1, 0), List.of(4, 0)));
        observed.control("each form, run as it was before the new type", python.call("dispatching.before_refunds"))
                .isEqualTo(Collections.nCopies(3, List.of(-4999, false, true)));
        observed.control("what a new type edits", python.call("counting.edited", "type", "handling_by_visitor"))
                .isEqualTo(List.of("Label", "Owed", "Visitor"));
        observed.that(
                        "an unknown type: [singledispatch, `match`, `match` with `assert_never`]",
                        python.call("dispatching.of_an_unknown_type"))
                .isEqualTo(Arrays.asList("TypeError", null, "AssertionError"));
        observed.control(
                        "visitors that lack a method each; an event without `accept`",
                        python.call("dispatching.of_a_visitor_that_forgets"))
                .isEqualTo(List.of("TypeError", "TypeError", "TypeError", "TypeError", "AttributeError"));
        observed.control("an assignment to an event, of each type", python.call("dispatching.of_an_assignment"))
                .isEqualTo(Collections.nCopies(4, "FrozenInstanceError"));
        var registered = python.call("dispatching.registered_from_here");
        observed.that("an unknown type and a subclass of one that is known", registered.get("before"))
                .isEqualTo(List.of("TypeError", "shipped by Swift"));
        observed.that(
                        "both, once another module has registered them",
                        List.of(
                                registered.get("after").get(0),
                                registered.get("after").get(1)))
                .isEqualTo(List.of("returned", "express"));
        observed.control("... and one of the others", registered.get("after").get(2))
                .isEqualTo("placed");
    }

    @Claim
    void a_bus_that_keeps_its_listeners_keeps_the_forgotten_ones(Python python, Observed observed) {
        var calls = python.call("bus.deliveries");
        var dropped = calls.get("dropped");
        observed.that(
                        "calls of 1000 dashboards that nobody uses any more: [kept, `WeakMethod`]",
                        List.of(dropped.get("keep"), dropped.get("WeakMethod")))
                .isEqualTo(List.of(1000, 0));
        var references = calls.get("references");
        observed.that(
                        "... references left in the bus then: [kept, `WeakMethod`]",
                        List.of(references.get("keep"), references.get("WeakMethod")))
                .isEqualTo(List.of(1000, 0));
        if (python.interpreter().implementation() == CPYTHON) { // GraalPy frees nothing without a collection
            observed.control(
                            "calls of dashboards in cycles: before a collection, after it",
                            python.call("bus.before_a_collection", true))
                    .isEqualTo(List.of(1000, 0));
            observed.control("... without a cycle", python.call("bus.before_a_collection", false))
                    .isEqualTo(List.of(0, 0));
        }
        var inUse = calls.get("in use");
        observed.that(
                        "... of 1000 in use: [kept, `WeakMethod`, `weakref.ref`]",
                        List.of(inUse.get("keep"), inUse.get("WeakMethod"), inUse.get("ref")))
                .isEqualTo(List.of(1000, 1000, 0));
        observed.control("what the last one saw", calls.get("seen"))
                .isEqualTo(Map.of("keep", List.of("placed"), "WeakMethod", List.of("placed"), "ref", List.of()));
        var lambda = calls.get("lambda");
        observed.that(
                        "... of a lambda that nobody else has: [kept, `weakref.ref`]",
                        List.of(lambda.get("keep"), lambda.get("ref")))
                .isEqualTo(List.of(1, 0));
        observed.control("what the lambdas were told", calls.get("told")).isEqualTo(List.of("placed"));
        observed.that(
                        "the next listener: which of `place` and `place_calling` is edited",
                        python.call("counting.edited", "listener", "placing"))
                .isEqualTo(List.of("place_calling"));
        observed.control("... and what is added", python.call("counting.names", "placing", "listener"))
                .isEqualTo(List.of("audit", "mail", "place", "place_calling", "stock", "told_by"));
        observed.control("who is told, by the bus", python.call("placing.told_by", "bus"))
                .isEqualTo(List.of("mail A-1", "stock A-1", "audit A-1"));
        observed.control("... by calls", python.call("placing.told_by", "calls"))
                .isEqualTo(List.of("mail A-1", "stock A-1", "audit A-1"));
    }

    @Claim
    void an_argument_reaches_what_a_replaced_name_does_not(Python python, Observed observed) {
        var days = python.call("seams.seen_when_replaced_in", "dunning.days");
        observed.that(
                        "`days.today` replaced, seen by: [`from days import today`, `days.today()`, default]",
                        days.get(0))
                .isEqualTo(List.of(false, true, false));
        observed.control("afterwards", days.get(1)).isEqualTo(List.of(false, false, false));
        var invoices = python.call("seams.seen_when_replaced_in", "dunning.invoices");
        observed.that("`invoices.today` replaced, the name of the first of them", invoices.get(0))
                .isEqualTo(List.of(true, false, false));
        observed.control("... afterwards", invoices.get(1)).isEqualTo(List.of(false, false, false));
        observed.control(
                        "the name of the third one replaced",
                        python.call("seams.seen_when_replaced_in", "dunning.letters")
                                .get(0))
                .isEqualTo(List.of(false, false, false));
        var date = python.call("seams.seen_when_replaced_in", "dunning.days", "date");
        observed.that("`days.date` replaced, which all three end in", date.get(0))
                .isEqualTo(List.of(true, true, true));
        observed.control("... afterwards, too", date.get(1)).isEqualTo(List.of(false, false, false));
        var passed = python.call("seams.seen_when_passed");
        observed.that("a clock passed to each of the three", passed.get(0)).isEqualTo(List.of(true, true, true));
        observed.control("... in the next calls, without it", passed.get(1)).isEqualTo(List.of(false, false, false));
        var replaced = python.call("seams.seen_by_another_thread_when_replaced");
        var given = Stream.of("dunning.invoices", "dunning.reminders", "dunning.letters")
                .map(module -> python.call("seams.seen_by_another_thread_when_passed", module))
                .distinct()
                .toList();
        observed.control("modules that differ in that", given.size()).isEqualTo(1);
        observed.that(
                        "seen by a call of another thread meanwhile: [replaced, passed]",
                        List.of(replaced.get(0), given.getFirst().get(0)))
                .isEqualTo(List.of(true, false));
        observed.control(
                        "... by this one",
                        List.of(replaced.get(1), given.getFirst().get(1)))
                .isEqualTo(List.of(true, true));
        observed.control("places that hold the real function", python.call("seams.places_that_hold_it"))
                .isEqualTo(List.of(
                        "dunning.days.today",
                        "dunning.invoices.today",
                        "dunning.letters.dated, default",
                        "dunning.letters.today"));
    }

    private static Object cost(Python python, String change, String... modules) {
        var arguments = Stream.concat(Stream.of(change), Stream.of(modules)).toArray();
        return python.call("counting.cost", arguments);
    }
}
