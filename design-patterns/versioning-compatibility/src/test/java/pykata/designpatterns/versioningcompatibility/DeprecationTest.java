package pykata.designpatterns.versioningcompatibility;

import static pykata.python.Implementation.CPYTHON;
import static pykata.python.Implementation.GRAALPY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.Observed;
import pykata.python.Python;

/** How an old name warns, and what makes its end come. */
class DeprecationTest extends ClaimsTest {

    private static final List<String> OLD_NAMES = List.of("create_order", "find");

    @Claim
    void an_old_name_can_warn_at_the_callers_line_and_mostly_nobody_sees_it(Python python, Observed observed) {
        observed.that(
                        "the warning names, by `stacklevel` 1, 2",
                        List.of(of(python, "carelessly", "files"), of(python, "by_attribute", "files")))
                .isEqualTo(List.of(List.of("orders_careless.py"), List.of("old_client.py")));
        observed.control("the line of an attribute's use", of(python, "by_attribute", "lines"))
                .isEqualTo(List.of("return orders_api.create_order(\"LAMP\")"));
        observed.that(
                        "warnings: `from` a module, `from` a package, `hasattr`, `dir`, `import *`",
                        warnings(python, "by_import", "by_import_from_a_package", "asking", "listing", "by_star"))
                .isEqualTo(List.of(1, 2, 1, 0, 0));
        observed.control(
                        "warnings in 100 calls: `from` import, wrapper",
                        warnings(python, "by_import_for_100_calls", "decorated_for_100_calls"))
                .isEqualTo(List.of(1, 100));
        observed.that(
                        "shown by default: in `__main__`, elsewhere",
                        List.of(
                                python.call("old_client.shown_to", "__main__"),
                                python.call("old_client.shown_to", "vendor.stock")))
                .isEqualTo(List.of(1, 0));
        observed.control(
                        "`warnings.deprecated`: result, warning names",
                        List.of(
                                of(python, "decorated_by_the_library", "gives"),
                                of(python, "decorated_by_the_library", "files")))
                .on(CPYTHON.before(3, 13), List.of("AttributeError", List.of()))
                .on(CPYTHON, List.of("ordered LAMP!", List.of("old_client.py")))
                .on(GRAALPY, List.of("AttributeError", List.of()));

        observed.control(
                        "what the uses give",
                        each(
                                python,
                                "gives",
                                "by_attribute",
                                "by_import",
                                "by_import_from_a_package",
                                "by_import_for_100_calls",
                                "decorated_for_100_calls",
                                "asking",
                                "listing",
                                "by_star",
                                "decorated",
                                "carelessly"))
                .isEqualTo(List.of(
                        "ordered LAMP",
                        "ordered LAMP",
                        "ordered LAMP",
                        true,
                        true,
                        true,
                        List.of(false, true),
                        List.of(false, true),
                        "ordered LAMP",
                        "ordered LAMP"));
        observed.control("the line of a from import", of(python, "by_import", "lines"))
                .isEqualTo(List.of("from orders_api import create_order"));
        observed.control("the line of the decorated function's caller", of(python, "decorated", "lines"))
                .isEqualTo(List.of("return orders_api.order_now(sku=\"LAMP\")"));
        observed.control("the lines of a from import of a package", of(python, "by_import_from_a_package", "lines"))
                .isEqualTo(Collections.nCopies(2, "from orders_package import create_order"));
        observed.control(
                        "names that never were",
                        each(python, "gives", "misspelt", "misspelt_import", "misspelt_carelessly"))
                .isEqualTo(List.of("AttributeError", "ImportError", "AttributeError"));
        observed.control(
                        "... and their warnings",
                        warnings(python, "misspelt", "misspelt_import", "misspelt_carelessly"))
                .isEqualTo(List.of(0, 0, 0));
        observed.control("warnings as errors", python.call("old_client.as_errors", "by_attribute"))
                .isEqualTo("DeprecationWarning");
        observed.control("... of what does not warn", python.call("old_client.as_errors", "listing"))
                .isEqualTo(List.of(false, true));
        observed.control("the filters that Python starts with", python.call("old_client.filters"))
                .isEqualTo(List.of(List.of("default", "__main__"), Arrays.asList("ignore", null)));
        observed.control(
                        "what tools read: decorated, new",
                        List.of(
                                python.call("old_client.told_by", "order_now"),
                                python.call("old_client.told_by", "place_order")))
                .isEqualTo(List.of(List.of("order_now", "use place_order"), List.of("place_order", "not deprecated")));
    }

    private static JsonNode of(Python python, String use, String what) {
        return python.call("old_client.of", use).get(what);
    }

    private static List<JsonNode> each(Python python, String what, String... uses) {
        var all = new ArrayList<JsonNode>();
        for (var use : uses) {
            all.add(of(python, use, what));
        }
        return all;
    }

    private static List<Integer> warnings(Python python, String... uses) {
        return each(python, "files", uses).stream().map(JsonNode::size).toList();
    }

    @Claim
    void a_budget_and_a_date_end_a_deprecation_and_a_counter_sees_what_filters_drop(Python python, Observed observed) {
        observed.that("100 calls from a library: [warnings shown, uses counted]", calls(python, "as they are", "stock"))
                .isEqualTo(List.of(0, 100));
        observed.that("... from one line of `__main__`", calls(python, "as they are", "__main__"))
                .isEqualTo(List.of(1, 100));
        observed.that(
                        "CI, for a caller that uses it [as before, more often, less often, anew]",
                        List.of(
                                judged(python, Map.of("billing", 2), Map.of("billing", 2)),
                                judged(python, Map.of("billing", 2), Map.of("billing", 3)),
                                judged(python, Map.of("billing", 2), Map.of("billing", 1)),
                                judged(python, Map.of(), Map.of("billing", 1))))
                .isEqualTo(List.of("green", "3 uses, allowed 2", "lower the budget to 1", "1 uses, allowed 0"));
        observed.that(
                        "budgets raised: 2 to 3, 2 to 1, none to 1",
                        List.of(
                                raised(python, Map.of("billing", 2), 3),
                                raised(python, Map.of("billing", 2), 1),
                                raised(python, Map.of(), 1)))
                .isEqualTo(List.of(List.of("billing"), List.of(), List.of("billing")));
        observed.that(
                        "overdue in [1.9, 1.10, 2.0]",
                        List.of(
                                python.call("budgets.overdue_here", "1.9"),
                                python.call("budgets.overdue_here", "1.10"),
                                python.call("budgets.overdue_here", "2.0")))
                .isEqualTo(List.of(List.of(), List.of("find"), List.of("create_order", "find")));
        observed.control(
                        "overdue in 1.10, `find` is gone",
                        python.call("budgets.overdue", "1.10", List.of("create_order")))
                .isEqualTo(List.of());
        observed.control(
                        "overdue in 1.10rc1, 2, 1.9.9",
                        List.of(
                                python.call("budgets.overdue", "1.10rc1", OLD_NAMES),
                                python.call("budgets.overdue", "2", OLD_NAMES),
                                python.call("budgets.overdue", "1.9.9", OLD_NAMES)))
                .isEqualTo(List.of(List.of("find"), OLD_NAMES, List.of()));
        observed.control("a budget that stays", raised(python, Map.of("billing", 2), 2))
                .isEqualTo(List.of());

        observed.control(
                        "what the old name gives",
                        python.call("budgets.hundred_calls", "always", "stock").get("order"))
                .isEqualTo("ordered LAMP");
        observed.control("every warning shown", calls(python, "always", "stock"))
                .isEqualTo(List.of(100, 100));
        observed.control("a caller that has stopped", judged(python, Map.of("billing", 2), Map.of()))
                .isEqualTo("lower the budget to 0");
        observed.control(
                        "each caller has its own budget",
                        python.call("budgets.judged", Map.of("billing", 2, "mail", 1), Map.of("billing", 1, "mail", 2)))
                .isEqualTo(Map.of("billing", "lower the budget to 1", "mail", "2 uses, allowed 1"));
    }

    private static JsonNode raised(Python python, Map<String, Integer> before, int after) {
        return python.call("budgets.raised", before, Map.of("billing", after));
    }

    private static List<JsonNode> calls(Python python, String filters, String module) {
        var calls = python.call("budgets.hundred_calls", filters, module);
        return List.of(calls.get("shown"), calls.get("counted"));
    }

    private static String judged(Python python, Map<String, Integer> budget, Map<String, Integer> uses) {
        return python.call("budgets.judged", budget, uses).path("billing").asText("green");
    }
}
