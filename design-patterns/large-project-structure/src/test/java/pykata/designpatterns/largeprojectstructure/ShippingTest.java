package pykata.designpatterns.largeprojectstructure;

import static pykata.python.Implementation.GRAALPY;

import java.util.List;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.Needs;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.Python;

/** What uv's workspace shows, and what its wheels show. */
@Needs("uv")
class ShippingTest extends ClaimsTest {

    @Claim
    @NotOn(value = GRAALPY, because = "uv makes environments of CPython here")
    void wheels_installed_outside_the_checkout_show_what_a_workspace_hides(Python python, Observed observed) {
        observed.that(
                        "undeclared: tests in [workspace, environment of the wheel]",
                        python.call("shipping.without_a_dependency", false))
                .isEqualTo(List.of("passes", "ModuleNotFoundError"));
        var two = python.call("shipping.with_two_releases_of_money");
        observed.that(
                        "needs exclude each other: exit status of [`uv lock`, installing both]",
                        List.of(two.get("workspace"), two.get("both")))
                .isEqualTo(List.of(0, 1));
        observed.that(
                        "... of installing [one, the other, an older release with it]",
                        List.of(two.get("orders"), two.get("billing"), two.get("both, any billing")))
                .isEqualTo(List.of(0, 0, 0));
        observed.that(
                        "file left out of the wheel: tests in [flat, `src`] layout",
                        List.of(
                                python.call("shipping.without_a_file", true),
                                python.call("shipping.without_a_file", false)))
                .isEqualTo(List.of("passes", "FileNotFoundError"));

        observed.control("a declared dependency", python.call("shipping.without_a_dependency", true))
                .isEqualTo(List.of("passes", "passes"));
        observed.control("the tests with money 2 of one that needs money 1", two.get("its tests"))
                .isEqualTo("passes");
        observed.control(
                        "a complete wheel: flat, src",
                        List.of(
                                python.call("shipping.without_a_file", true, false),
                                python.call("shipping.without_a_file", false, false)))
                .isEqualTo(List.of("passes", "passes"));
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
