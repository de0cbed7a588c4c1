package pykata.tooling.toolchain;

import static pykata.python.Implementation.GRAALPY;

import java.util.Collections;
import java.util.List;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.Needs;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.Python;

/** What pytest, hypothesis and coverage show, and what a fake hides. */
class TestToolsTest extends ClaimsTest {

    private static final List<String> WHOLE = List.of(
            "db up", "drawer open", "order up", "mail up", "test", "mail down", "order down", "drawer shut", "db down");
    private static final String CART = "teardown.of_a_shared_cart";

    @Claim
    @Needs("pytest")
    void fixtures_are_torn_down_in_reverse_and_a_failed_set_up_is_not(Python python, Observed observed) {
        observed.control("pytest is imported", python.call("teardown.loaded")).isEqualTo("pytest");
        var order = python.call("teardown.of_an_order");
        var events = order.get(0);
        observed.that("the test fails: events", events.get("test")).isEqualTo(WHOLE);
        observed.that("the set-up of `order` fails", events.get("set-up"))
                .isEqualTo(List.of("db up", "drawer open", "order up", "drawer shut", "db down"));
        observed.that(
                        "a tear-down fails: events as of the test [`order`, `mail`]",
                        List.of(
                                events.get("tear-down").equals(events.get("test")),
                                events.get("mail's tear-down").equals(events.get("test"))))
                .isEqualTo(List.of(true, true));
        observed.that("the failure shows both sides, `99 == 100`", order.get(3)).isEqualTo(List.of(true));
        observed.that(
                        "two tests share a cart: exit status [both, second alone]",
                        List.of(python.call(CART, "module"), python.call(CART, "module", "-k", "shipped")))
                .isEqualTo(List.of(0, 1));
        observed.control("nothing fails", events.get("nothing")).isEqualTo(WHOLE);
        observed.control("the phases that failed", order.get(2))
                .isEqualTo(List.of(
                        List.of("test", "call"),
                        List.of("set-up", "setup"),
                        List.of("tear-down", "teardown"),
                        List.of("mail's tear-down", "teardown")));
        observed.control("exit status", order.get(1)).isEqualTo(1);
        observed.control("a cart each: both", python.call(CART, "function")).isEqualTo(1);
    }

    @Claim
    @Needs({"pytest", "coverage", "hypothesis"})
    @NotOn(value = GRAALPY, because = "hypothesis is compiled for CPython, and coverage measures nothing here")
    void hypothesis_shrinks_what_covered_examples_miss(Python python, Observed observed) {
        observed.that("examples: [exit status, lines missed, branches missed]", python.call("properties.covered"))
                .isEqualTo(List.of(0, 0, 1));
        observed.that("hypothesis finds for `split`", python.call("properties.example", "split"))
                .isEqualTo(List.of(1, 2));
        observed.that("... without shrinking it", python.call("properties.example", "split", "generate"))
                .isEqualTo(List.of(375, 54));
        observed.that("a property that repeats the code", python.call("properties.example", "copied"))
                .isEqualTo("nothing");
        observed.that("wrong for one total in a million", python.call("properties.example", "rare"))
                .isEqualTo("nothing");
        observed.control("a property that compares with a right one", python.call("properties.example", "compared"))
                .isEqualTo(List.of(1, 2));
        observed.control("the mended `split`", python.call("properties.example", "mended"))
                .isEqualTo("nothing");
        observed.control("that total is wrong", python.call("properties.is_there"))
                .isEqualTo(1);
    }

    @Claim
    @NotOn(value = GRAALPY, because = "one context of a JVM at most may load its sqlite3")
    void a_fake_accepts_what_an_engine_refuses(Python python, Observed observed) {
        var texts = python.call("engines.texts");
        observed.that(
                        "the fake accepts, of five wrong rows",
                        python.call("engines.of_wrong", "fake").size())
                .isEqualTo(5);
        observed.that("SQLite accepts", python.call("engines.of_wrong", "sqlite"))
                .isEqualTo(List.of("a word for an amount", "a customer who is not there", "a name that is too long"));
        observed.that("SQLite with `STRICT` and foreign keys", python.call("engines.of_wrong", "strict"))
                .isEqualTo(List.of("a name that is too long"));
        observed.that("... and a `CHECK` of the length", python.call("engines.of_wrong", "checked"))
                .isEqualTo(List.of());
        observed.that("PostgreSQL", Engine.accepted(texts, "wrong")).isEqualTo(List.of());
        observed.control("the rows that the fake keeps", python.call("engines.rows_of_the_fake"))
                .isEqualTo(7);
        observed.control(
                        "a right row",
                        List.of(
                                python.call("engines.of_right", "fake"),
                                python.call("engines.of_right", "sqlite"),
                                python.call("engines.of_right", "strict"),
                                python.call("engines.of_right", "checked"),
                                Engine.accepted(texts, "control")))
                .isEqualTo(Collections.nCopies(5, List.of("right")));
    }
}
