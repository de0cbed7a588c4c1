package pykata.advanced.pluginsystem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.function.Uncheck;
import pykata.answer.Question;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.Observed;
import pykata.python.CPython;
import pykata.python.GraalPy;
import pykata.python.Limits;
import pykata.python.Python;

class ReloadTest extends ClaimsTest {

    @Claim
    void reload_in_place_mixes_two_versions(Python python, Observed observed) {
        var inPlace = python.call("reloading.in_place");
        var after = inPlace.get("after");
        var together = python.call("reloading.side_by_side");
        var limit = python.call("reloading.leave_the_first");
        var alone = inANewInterpreter(python);
        var here = python.call("reloading.second_alone");
        python.call("reloading.restore", limit.asInt());
        observed.that("reloaded: price by [the old reference, the module]", after.get("old reference, module"))
                .isEqualTo(List.of(490, 590));
        observed.that("an object made before is an instance of the reloaded class", after.get("isinstance"))
                .isEqualTo(false);
        observed.that(
                        "a function of the first version only is there: [reloaded, other module name, new interpreter]",
                        List.of(
                                after.get("of the first").get(0),
                                together.get("of the first").get(0),
                                alone.get(1)))
                .isEqualTo(List.of(true, false, false));
        observed.that(
                        "a limit that only the first version sets is in force: [the same three]",
                        List.of(
                                after.get("of the first").get(1),
                                together.get("of the first").get(1),
                                alone.get(2)))
                .isEqualTo(List.of(true, true, false));
        observed.control(
                        "prices of the two side by side, and of the second alone",
                        List.of(together.get("prices"), alone.get(0)))
                .isEqualTo(List.of(List.of(490, 590), 590));
        observed.control("tariff of [that object, a new one]", after.get("old object, new object"))
                .isEqualTo(List.of(490, 590));
        observed.control("the second alone, in the interpreter of the first", here)
                .isEqualTo(List.of(590, false, true));
        observed.control("... and with the limit restored", python.call("reloading.second_alone"))
                .isEqualTo(List.of(590, false, false));
        observed.control("before", inPlace.get("before"))
                .isEqualTo(Map.of(
                        "old reference, module", List.of(490, 490),
                        "old object, new object", List.of(490, 490),
                        "isinstance", true,
                        "of the first", List.of(true, true)));
        observed.control("the module is the same object", inPlace.get("same module"))
                .isEqualTo(true);
    }

    /** A process, or on the JVM a context: neither has ever seen the first version. */
    private static JsonNode inANewInterpreter(Python python) {
        if (python instanceof GraalPy graalPy) {
            var said = graalPy.newContext()
                    .eval("python", "__import__('json').dumps(__import__('reloading').second_alone())");
            return Uncheck.get(() -> new ObjectMapper().readTree(said.asString()));
        }
        var sources = Question.of(ReloadTest.class).sources();
        try (var other = CPython.reference().start(sources, Limits.DEFAULT)) {
            return other.call("reloading.second_alone");
        }
    }
}
