package pykata.tooling.toolchain;

import static pykata.python.Implementation.GRAALPY;

import java.util.List;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.Needs;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.Python;

/** What pytest, hypothesis and coverage show, and what a fake hides. */
class TestToolsTest extends ClaimsTest {

    private static final List<String> WHOLE = List.of("db up", "order up", "test", "order down", "db down");
    private static final String ORDER = "teardown.of_one_order";
    private static final String CART = "teardown.of_a_shared_cart";

    @Claim
    @Needs("pytest")
    void fixtures_are_torn_down_in_reverse_and_a_failed_set_up_is_not(Python python, Observed observed) {
        observed.control("pytest is imported", python.call("teardown.loaded")).isEqualTo("pytest");
        var failing = python.call(ORDER, "test", "assert sum([33, 33, 33]) == 100");
        observed.that("the test fails: events", failing.get(2)).isEqualTo(WHOLE);
        var setUp = python.call(ORDER, "set_up", "1 / 0");
        observed.that("the second set-up fails: events", setUp.get(2))
                .isEqualTo(List.of("db up", "order up", "db down"));
        observed.that(
                        "... the first tear-down",
                        python.call(ORDER, "tear_down", "1 / 0").get(2))
                .isEqualTo(WHOLE);
        observed.that("the failure shows both sides, `99 == 100`", failing.get(3))
                .isEqualTo(List.of(true));
        observed.that(
                        "two tests share a cart: exit status [both, second alone]",
                        List.of(python.call(CART, "module"), python.call(CART, "module", "-k", "shipped")))
                .isEqualTo(List.of(0, 1));
        observed.control("nothing fails", python.call(ORDER)).isEqualTo(List.of(0, List.of(), WHOLE, List.of()));
        observed.control("the phases that failed", List.of(failing.get(1), setUp.get(1)))
                .isEqualTo(List.of(List.of("call"), List.of("setup")));
        observed.control("exit statuses", List.of(failing.get(0), setUp.get(0))).isEqualTo(List.of(1, 1));
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
        observed.that("a property that repeats the code", python.call("properties.example", "itself"))
                .isEqualTo("nothing");
        observed.that("wrong for one total in a million", python.call("properties.example", "rare"))
                .isEqualTo("nothing");
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
        observed.that("H2", Engine.accepted(texts, "wrong")).isEqualTo(List.of());
        observed.control(
                        "a right row",
                        List.of(
                                python.call("engines.of_right", "fake"),
                                python.call("engines.of_right", "sqlite"),
                                python.call("engines.of_right", "strict"),
                                Engine.accepted(texts, "control")))
                .isEqualTo(List.of(List.of("right"), List.of("right"), List.of("right"), List.of("right")));
    }
}
