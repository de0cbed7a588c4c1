package pykata.designpatterns.largeprojectstructure;

import java.util.List;
import java.util.stream.Stream;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.Observed;
import pykata.python.Python;

/** What Python itself makes of cycles and of a shared namespace. */
class ImportsTest extends ClaimsTest {

    private static final List<String> ALL = List.of("orders", "billing", "web");

    @Claim
    void in_a_cycle_of_from_imports_the_module_that_is_imported_first_decides(Python python, Observed observed) {
        observed.that("`from` imports at the top: fails in", python.call("cycles.in_both_orders", "from"))
                .isEqualTo(List.of("billing", "orders"));
        observed.that("one of them below the function", python.call("cycles.in_both_orders", "from, below"))
                .isEqualTo(List.of(20, "orders"));
        observed.that("`import` and attributes", python.call("cycles.in_both_orders", "import"))
                .isEqualTo(List.of(20, 20));
        observed.that("`from shop import billing`, a module", python.call("cycles.in_both_orders", "from the package"))
                .isEqualTo(List.of(20, 20));
        observed.that("a `from` import in a function", python.call("cycles.in_both_orders", "in a function"))
                .isEqualTo(List.of(20, 20));
        observed.that(
                        "no cycle: a third module has what both need",
                        python.call("cycles.in_both_orders", "a third module"))
                .isEqualTo(List.of(20, 20));
    }

    @Claim
    void a_stray_init_hides_the_packages_in_all_other_folders(Python python, Observed observed) {
        observed.that("importable, a folder each", python.call("namespaces.importable"))
                .isEqualTo(ALL);
        observed.that(
                        "`acme/__init__.py` in the [first, second, last] folder of the path",
                        Stream.of("orders", "billing", "web")
                                .map(each -> python.call("namespaces.importable", each))
                                .toList())
                .isEqualTo(List.of(List.of("orders"), List.of("billing"), List.of("web")));
        observed.that("... all in one folder", python.call("namespaces.importable", "web", true))
                .isEqualTo(ALL);
        observed.control("one folder, no stray file", python.call("namespaces.importable", null, true))
                .isEqualTo(ALL);
    }
}
