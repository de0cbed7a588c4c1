package pykata.basics.generatorsvsiterators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.Test;
import pykata.answer.Question;
import pykata.python.GraalPy;
import pykata.python.Limits;

class PythonStreamTest {

    private final GraalPy python =
            new GraalPy(Question.of(PythonStreamTest.class).sources(), Limits.DEFAULT);

    @Test
    void a_generator_is_streamed_to_its_end() {
        try (var context = python.newContext();
                var stream = PythonStream.of(context.eval("python", "(reading for reading in [1, 2, 3])"))) {
            assertThat(stream.map(Value::asInt)).containsExactly(1, 2, 3);
        }
    }

    @Test
    void what_is_no_generator_is_refused() {
        try (var context = python.newContext()) {
            for (var other : List.of("iter([1, 2, 3])", "[1, 2, 3]", "type('Port', (), {'close': print})()")) {
                assertRefused(context, other);
            }
        }
    }

    private static void assertRefused(Context context, String other) {
        assertThatIllegalArgumentException().as(other).isThrownBy(() -> PythonStream.of(context.eval("python", other)));
    }
}
