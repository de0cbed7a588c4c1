package pykata.designpatterns.versioningcompatibility;

import static pykata.python.Implementation.CPYTHON;
import static pykata.python.Implementation.GRAALPY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import pykata.claim.AnswerTest;
import pykata.claim.Claim;
import pykata.claim.Needs;
import pykata.claim.Observed;
import pykata.python.Python;

class VersioningCompatibilityTest extends AnswerTest {

    /** What the old callers get from the version that they were written against. */
    private static final Map<String, Object> BEFORE = Map.ofEntries(
            Map.entry("Line", 3),
            Map.entry("Order", 0),
            Map.entry("Payment", "charged 1999"),
            Map.entry("_round", 10_000),
            Map.entry("discount", 1799),
            Map.entry("find", true),
            Map.entry("notify", "MAILED 7"),
            Map.entry("open_orders", 7),
            Map.entry("price", 44_700),
            Map.entry("reserve", "3 LAMP"),
            Map.entry("ship", "7 by road"),
            Map.entry("skus", true),
            Map.entry("status", "please pay"),
            Map.entry("stock", List.of(20, 0)),
            Map.entry("total", 5997),
            Map.entry("weigh", 10_000));

    /** And what those get from the next one that notice it. */
    private static final Map<String, Object> AFTER = Map.ofEntries(
            Map.entry("Line", 1),
            Map.entry("Order", "TypeError"),
            Map.entry("Payment", "TypeError"),
            Map.entry("find", "AttributeError"),
            Map.entry("notify", "AttributeError"),
            Map.entry("open_orders", "TypeError"),
            Map.entry("price", 14_900),
            Map.entry("reserve", "TypeError"),
            Map.entry("ship", "7 by plane"),
            Map.entry("status", "KeyError"),
            Map.entry("stock", "UnknownSku"),
            Map.entry("total", 59.97));

    private static final Set<String> EXCEPTIONS = Set.of("AttributeError", "KeyError", "TypeError", "UnknownSku");

    private static final Map<String, List<String>> REPORTED = Map.of(
            "Line", List.of("PARAMETER_MOVED"),
            "Order", List.of("OBJECT_CHANGED_KIND"),
            "discount", List.of("PARAMETER_REMOVED", "PARAMETER_ADDED_REQUIRED"),
            "find", List.of("OBJECT_REMOVED"),
            "price", List.of("PARAMETER_MOVED"),
            "reserve", List.of("PARAMETER_CHANGED_KIND"),
            "ship", List.of("PARAMETER_CHANGED_DEFAULT"));

    @Claim
    @Needs("griffelib")
    void griffe_reports_changed_parameters_and_old_callers_find_changed_behaviour(Python python, Observed observed) {
        var reported = python.call("surface.breakages", "shop_1", "shop_2");
        var importedByGriffe = python.call("surface.imported");
        var before = python.call("old_callers.replayed", "1.4");
        var after = python.call("old_callers.replayed", "2.0");
        var changes = python.call("old_callers.changes");
        var groups = new TreeMap<String, List<String>>();
        var silent = new ArrayList<String>();
        before.fieldNames().forEachRemaining(name -> {
            var breaks = !after.get(name).equals(before.get(name));
            var change = changes.get(name).asText();
            groups.computeIfAbsent(found(reported.has(name), breaks), any -> new ArrayList<>())
                    .add(change);
            if (breaks && !EXCEPTIONS.contains(after.get(name).asText())) {
                silent.add(change);
            }
        });
        observed.that("griffe reports it, the caller breaks", groups.get("both"))
                .isEqualTo(List.of(
                        "inserted field",
                        "property",
                        "renamed function",
                        "inserted parameter",
                        "keyword-only",
                        "default"));
        observed.that("griffe alone", groups.get("griffe")).isEqualTo(List.of("renamed parameter"));
        observed.that("the caller alone", groups.get("caller"))
                .isEqualTo(List.of("abstract method", "async", "generator", "enum member", "exception", "unit"));
        observed.that("neither", groups.get("neither"))
                .isEqualTo(List.of("private function", "order", "optional parameter"));
        observed.that("another result, no exception", silent)
                .isEqualTo(List.of("inserted field", "inserted parameter", "default", "unit"));

        observed.control(
                        "other return annotations, not reported",
                        python.call("surface.other_returns", "shop_1", "shop_2"))
                .isEqualTo(List.of("total", "open_orders"));
        observed.control(
                        "another type of a parameter, not reported",
                        texts(python, "def find(sku: int): ...", "def find(sku: str): ..."))
                .isEqualTo(List.of());
        observed.control("false alarms: kept by `__getattr__`", python.call("surface.of_a_name_kept_by_getattr"))
                .isEqualTo(List.of("OBJECT_REMOVED"));
        observed.control(
                        "... kept by a function",
                        texts(python, "def create_order(sku): ...", "def create_order(sku): return place_order(sku)"))
                .isEqualTo(List.of());
        observed.control(
                        "... a renamed positional-only parameter",
                        texts(python, "def find(sku, /): ...", "def find(item, /): ..."))
                .isEqualTo(List.of("PARAMETER_REMOVED", "PARAMETER_ADDED_REQUIRED"));
        observed.control("other people's callers, before", python.call("old_callers.replayed_by_others", "1.4"))
                .isEqualTo(Map.of("discount", 1799, "skus", "LAMP"));
        observed.control("... and after", python.call("old_callers.replayed_by_others", "2.0"))
                .isEqualTo(Map.of("discount", "TypeError", "skus", "DESK"));
        observed.control(
                        "an exception that inherits from the old one",
                        python.call("old_callers.replayed_with_another_exception"))
                .isEqualTo(List.of(20, 0));
        observed.control(
                        "imported [by griffe, by the callers]",
                        List.of(importedByGriffe, python.call("surface.imported")))
                .isEqualTo(List.of(List.of(), List.of("shop_1", "shop_2")));
        observed.control("what griffe calls them", reported).isEqualTo(REPORTED);
        observed.control("of the same version", python.call("surface.breakages", "shop_1", "shop_1"))
                .isEqualTo(Map.of());
        observed.control("the old callers on the old version", before).isEqualTo(BEFORE);
        var expected = new TreeMap<>(BEFORE);
        expected.putAll(AFTER);
        observed.control("... and on the new one", after).isEqualTo(expected);
    }

    private static JsonNode texts(Python python, String old, String next) {
        return python.call("surface.of_texts", old, next);
    }

    private static String found(boolean reported, boolean breaks) {
        if (reported) {
            return breaks ? "both" : "griffe";
        }
        return breaks ? "caller" : "neither";
    }

    private static final String[] USES = {
        "imp",
        "asyncore",
        "imghdr",
        "pipes",
        "ast.Num",
        "bool(NotImplemented)",
        "pkgutil.find_loader",
        "sre_parse",
        "glob.glob0",
        "ast.parse"
    };
    private static final String OPENS = "import os; open(os.devnull)";
    private static final List<Object> NOT_TRIED = List.of("not tried", List.of());

    @Claim
    void python_releases_remove_what_older_ones_warn_of(Python python, Observed observed) {
        observed.that("removed in 3.12: `imp`, `asyncore`", tried(python, "always", "imp", "asyncore"))
                .on(CPYTHON.before(3, 12), warn(2))
                .on(CPYTHON, fail(2))
                .on(GRAALPY, fail(2));
        observed.that("removed in 3.13: `imghdr`, `pipes`", tried(python, "always", "imghdr", "pipes"))
                .on(CPYTHON.before(3, 13), warn(2))
                .on(CPYTHON, fail(2))
                .on(GRAALPY, warn(2));
        observed.that(
                        "removed in 3.14: `ast.Num`, `pkgutil.find_loader`",
                        tried(python, "always", "ast.Num", "pkgutil.find_loader"))
                .on(CPYTHON.before(3, 12), Collections.nCopies(2, "works"))
                .on(CPYTHON.before(3, 14), warn(2))
                .on(CPYTHON, Collections.nCopies(2, "AttributeError"))
                .on(GRAALPY, warn(2));
        observed.that("... `bool(NotImplemented)`", tried(python, "always", "bool(NotImplemented)"))
                .on(CPYTHON.before(3, 14), warn(1))
                .on(CPYTHON, List.of("TypeError"))
                .on(GRAALPY, List.of("works"));
        observed.that("removed in 3.15: `sre_parse`", tried(python, "always", "sre_parse"))
                .on(CPYTHON.before(3, 15), warn(1))
                .on(CPYTHON, fail(1))
                .on(GRAALPY, warn(1));
        observed.that("... `glob.glob0`", tried(python, "always", "glob.glob0"))
                .on(CPYTHON.before(3, 13), List.of("works"))
                .on(CPYTHON.before(3, 15), warn(1))
                .on(CPYTHON, List.of("AttributeError"))
                .on(GRAALPY, List.of("works"));
        observed.that(
                        "`locals() is locals()`: [answer, warnings]",
                        python.call("releases.answered", "locals() is locals()"))
                .on(CPYTHON.before(3, 13), List.of(true, 0))
                .on(CPYTHON, List.of(false, 0))
                .on(GRAALPY, List.of(true, 0));
        observed.that(
                        "`\"__annotations__\" in vars(cls)`: [answer, warnings]",
                        python.call("releases.answered", "'__annotations__' in vars(cls)"))
                .on(CPYTHON.before(3, 14), List.of(true, 0))
                .on(CPYTHON, List.of(false, 0))
                .on(GRAALPY, List.of(true, 0));

        observed.control("not deprecated", tried(python, "always", "ast.parse")).isEqualTo(List.of("works"));
        observed.control("an answer with a warning", python.call("releases.answered", "warns"))
                .isEqualTo(List.of(1, 1));
        observed.control("imported again, it warns again", tried(python, "always", "sre_parse"))
                .on(CPYTHON.before(3, 15), warn(1))
                .on(CPYTHON, fail(1))
                .on(GRAALPY, warn(1));
        observed.control("without warnings: sre_parse", tried(python, "ignore", "sre_parse"))
                .on(CPYTHON.before(3, 15), List.of("works"))
                .on(CPYTHON, fail(1))
                .on(GRAALPY, List.of("works"));
        observed.control("warnings as errors: what warns raises", tried(python, "error", USES))
                .isEqualTo(tried(python, "always", USES).stream()
                        .map(each -> each.equals("warns") ? "DeprecationWarning" : each)
                        .toList());
        observed.control(
                        "... on the command line: [exit, warnings]",
                        python.call(
                                "releases.in_a_process", "-W", "error::DeprecationWarning", "-c", "import sre_parse"))
                .on(CPYTHON.before(3, 15), List.of(1, List.of("DeprecationWarning")))
                .on(CPYTHON, List.of(1, List.of()))
                .on(GRAALPY, NOT_TRIED);
        observed.control("... and without", python.call("releases.in_a_process", "-c", "import sre_parse"))
                .on(CPYTHON.before(3, 15), List.of(0, List.of("DeprecationWarning")))
                .on(CPYTHON, List.of(1, List.of()))
                .on(GRAALPY, NOT_TRIED);
        observed.control(
                        "open without an encoding, if asked for",
                        python.call("releases.in_a_process", "-X", "warn_default_encoding", "-c", OPENS))
                .on(CPYTHON, List.of(0, List.of("EncodingWarning")))
                .on(GRAALPY, NOT_TRIED);
        observed.control("... and if not", python.call("releases.in_a_process", "-c", OPENS))
                .on(CPYTHON, List.of(0, List.of()))
                .on(GRAALPY, NOT_TRIED);
    }

    private static List<String> tried(Python python, String filters, String... uses) {
        return List.of(uses).stream()
                .map(use -> python.call("releases.tried", use, filters).asText())
                .toList();
    }

    private static List<String> warn(int uses) {
        return Collections.nCopies(uses, "warns");
    }

    private static List<String> fail(int imports) {
        return Collections.nCopies(imports, "ModuleNotFoundError");
    }
}
