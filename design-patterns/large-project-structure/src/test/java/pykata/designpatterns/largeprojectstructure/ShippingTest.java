package pykata.designpatterns.largeprojectstructure;

import static pykata.python.Implementation.GRAALPY;

import com.fasterxml.jackson.databind.node.IntNode;
import java.util.List;
import java.util.Map;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.Needs;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.Python;

/** What uv's workspace shows, and what its wheels show. */
@Needs({"uv", "import-linter"})
class ShippingTest extends ClaimsTest {

    private static final String ANOTHER = "shipping.with_the_need_of_another";

    private static final String WITHOUT_A_FILE = "shipping.without_a_file";

    @Claim
    @NotOn(value = GRAALPY, because = "uv makes environments of CPython here")
    void wheels_installed_outside_the_checkout_show_what_a_workspace_hides(Python python, Observed observed) {
        observed.that(
                        "undeclared: tests in [workspace, `--package`, environment of the wheel]",
                        python.call("shipping.without_a_dependency", false))
                .isEqualTo(List.of("passes", "ModuleNotFoundError", "ModuleNotFoundError"));
        observed.that("undeclared, but another dependency needs it: tests of the wheel", python.call(ANOTHER))
                .isEqualTo("passes");
        observed.that(
                        "private module of a declared part, by name: [exit of import-linter, tests of the wheel]",
                        python.call("shipping.with_a_private_module"))
                .isEqualTo(List.of(0, "passes"));
        var matrix = python.call("shipping.matrix");
        var two = python.call("shipping.with_two_releases_of_money");
        observed.that(
                        "needs exclude each other: [`uv lock` ends with, versions for both]",
                        List.of(two.get("lock"), two.get("both")))
                .isEqualTo(List.of(0, Map.of()));
        observed.control(
                        "billing for orders, if any will do",
                        two.get("both, any billing").get("billing"))
                .isEqualTo("1.1.0");
        observed.that(
                        "pairs of releases: [all, excluding each other, not naming each other]",
                        List.of(
                                matrix.get(0),
                                matrix.get(1),
                                IntNode.valueOf(matrix.get(2).size())))
                .isEqualTo(List.of(19, 8, 4));
        observed.that(
                        "file left out, [flat, `src`] layout: [is in the wheel, tests]",
                        List.of(python.call(WITHOUT_A_FILE, true), python.call(WITHOUT_A_FILE, false)))
                .isEqualTo(List.of(List.of(false, "passes"), List.of(false, "FileNotFoundError")));

        observed.control("a declared dependency", python.call("shipping.without_a_dependency", true))
                .isEqualTo(List.of("passes", "passes", "passes"));
        observed.control("what is loaded by name is not declared", python.call("shipping.without_the_loaded_one"))
                .isEqualTo("ModuleNotFoundError");
        observed.control("by name, what is not there", python.call("shipping.with_a_private_module", "acme.nothing"))
                .isEqualTo(List.of(0, "ModuleNotFoundError"));
        observed.control(
                        "money for [orders, billing 2]",
                        List.of(
                                two.get("orders").get("money"),
                                two.get("billing").get("money")))
                .isEqualTo(List.of("1.2.0", "2.0.0"));
        observed.control("the tests with money 2 of one that needs money 1", two.get("its tests"))
                .isEqualTo("passes");
        observed.control(
                        "a complete wheel: flat, src",
                        List.of(python.call(WITHOUT_A_FILE, true, false), python.call(WITHOUT_A_FILE, false, false)))
                .isEqualTo(List.of(List.of(true, "passes"), List.of(true, "passes")));
        observed.control("wheels that say that they are typed", python.call("shipping.typed"))
                .isEqualTo(List.of("billing", "catalog", "money", "orders", "web"));
        observed.control("pairs whose metadata do not tell that they exclude each other", matrix.get(2))
                .isEqualTo(List.of(
                        "acme_billing==2.0.0 acme_catalog==1.0.3",
                        "acme_billing==2.0.0 acme_orders==1.4.0",
                        "acme_money==2.0.0 acme_orders==1.4.0",
                        "acme_money==2.0.0 acme_web==1.7.2"));
        observed.control(
                        "... if the catalogue can do with money 2, too: pairs that exclude each other",
                        python.call("shipping.matrix", "<3").get(1))
                .isEqualTo(4);
        observed.control(
                        "limits that overlap: money for both",
                        python.call("shipping.with_two_releases_of_money", "<3")
                                .get("both")
                                .get("money"))
                .isEqualTo("2.0.0");
        observed.control(
                        "built again, and with a line more: [wheels, of which other bytes]",
                        List.of(python.call("shipping.built_anew", false), python.call("shipping.built_anew", true)))
                .isEqualTo(List.of(List.of(5, 0), List.of(5, 1)));
        observed.control(
                        "uv build [with a stray `__init__.py`, without]",
                        List.of(
                                python.call("shipping.with_a_stray_init"),
                                python.call("shipping.with_a_stray_init", false)))
                .isEqualTo(List.of(2, 0));
    }
}
