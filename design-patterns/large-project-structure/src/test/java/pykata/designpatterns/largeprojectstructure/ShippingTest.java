package pykata.designpatterns.largeprojectstructure;

import static pykata.python.Implementation.GRAALPY;

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
        var two = python.call("shipping.with_two_releases_of_money");
        observed.that(
                        "needs exclude each other: [`uv lock` ends with, versions for both]",
                        List.of(two.get("lock"), two.get("both")))
                .isEqualTo(List.of(0, Map.of()));
        observed.that(
                        "... billing for orders, if any will do",
                        two.get("both, any billing").get("billing"))
                .isEqualTo("1.1.0");
        observed.that(
                        "file left out of the wheel: tests in [flat, `src`] layout",
                        List.of(
                                python.call("shipping.without_a_file", true),
                                python.call("shipping.without_a_file", false)))
                .isEqualTo(List.of("passes", "FileNotFoundError"));

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
                        List.of(
                                python.call("shipping.without_a_file", true, false),
                                python.call("shipping.without_a_file", false, false)))
                .isEqualTo(List.of("passes", "passes"));
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
