package pykata.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class GraalPyTest {

    @Test
    void forgets_the_modules_under_proof_between_claims() {
        try (var python = new GraalPy(Rig.SOURCES, Limits.DEFAULT)) {
            assertThat(python.call("state.count").asInt()).isEqualTo(1);
            assertThat(python.call("state.count").asInt()).isEqualTo(2);
            python.use(Rig.SOURCES, Limits.DEFAULT);
            assertThat(python.call("state.count").asInt()).isEqualTo(1);
        }
    }

    @Test
    void drops_a_twin_when_the_next_claim_has_none() {
        try (var python = new GraalPy(Rig.SOURCES.with(Path.of("src/test/python-twin")), Limits.DEFAULT)) {
            assertThat(python.call("values.pair").get(1).asText()).isEqualTo("twin");
            python.use(Rig.SOURCES, Limits.DEFAULT);
            assertThat(python.call("values.pair").get(1).asText()).isEqualTo("zwei");
        }
    }

    @Test
    void lends_the_context_of_its_calls_and_knows_what_was_imported_there() {
        try (var python = new GraalPy(Rig.SOURCES, Limits.DEFAULT)) {
            var pair = python.context().eval("python", "__import__('values').pair");
            assertThat(pair.execute().getArrayElement(1).asString()).isEqualTo("zwei");
            assertThat(python.modules()).containsExactly("values");
            python.use(Rig.SOURCES.with(Path.of("src/test/python-twin")), Limits.DEFAULT);
            assertThat(python.modules()).isEmpty();
            assertThat(python.call("values.pair").get(1).asText()).isEqualTo("twin");
        }
    }

    @Test
    void gives_further_contexts_the_same_sources() {
        try (var python = new GraalPy(Rig.SOURCES, Limits.DEFAULT)) {
            var context = python.newContext();
            assertThat(context.eval("python", "__import__('values').echo")
                            .execute(42)
                            .asInt())
                    .isEqualTo(42);
        }
    }
}
