package pykata.basics.generatorsvsiterators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static pykata.python.Implementation.CPYTHON;

import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.junit.jupiter.api.Test;
import pykata.answer.Question;
import pykata.claim.Claim;
import pykata.claim.ClaimsTest;
import pykata.claim.NotOn;
import pykata.claim.Observed;
import pykata.python.GraalPy;
import pykata.python.Limits;

/** The claim about a generator that Java consumes, and what else its stream promises. */
class PythonStreamTest extends ClaimsTest {

    @Claim
    @NotOn(value = CPYTHON, because = "it is about a generator consumed from Java")
    void java_takes_an_item_by_asking_whether_there_is_one(GraalPy python, Observed observed) {
        var context = python.newContext();
        var log = new ArrayList<String>();
        var shared = produce(context, log);
        observed.control("before Java asks", log).isEqualTo(List.of());
        observed.control("Java asks whether there is a next item", shared.hasIteratorNextElement())
                .isEqualTo(true);
        observed.that("when Java has asked for none, only whether there is one", log)
                .isEqualTo(List.of("made 0"));
        shared.hasIteratorNextElement();
        observed.control("asked a second time", log).isEqualTo(List.of("made 0"));
        observed.that("then [Python's next(), Java's next()]", List.of(pythons(shared), javas(shared)))
                .isEqualTo(List.of(1, 0));

        var unasked = new ArrayList<String>();
        var taken = produce(context, unasked);
        observed.control("Java has not asked", List.of(pythons(taken), javas(taken)))
                .isEqualTo(List.of(0, 1));
        observed.control("made without a question", unasked).isEqualTo(List.of("made 0", "made 1"));

        var streamed = new ArrayList<String>();
        var stream = PythonStream.of(produce(context, streamed));
        observed.control(
                        "a stream limited to three",
                        stream.limit(3).map(Value::asInt).toList())
                .isEqualTo(List.of(0, 1, 2));
        observed.control("the stream before it is closed", streamed).isEqualTo(List.of("made 0", "made 1", "made 2"));
        stream.close();
        observed.that("a stream limited to three, then closed", streamed)
                .isEqualTo(List.of("made 0", "made 1", "made 2", "closed"));
    }

    private static int pythons(Value generator) {
        return generator.invokeMember("__next__").asInt();
    }

    private static int javas(Value generator) {
        return generator.getIteratorNextElement().asInt();
    }

    private static Value produce(Context context, List<String> log) {
        ProxyExecutable tell = messages -> log.add(messages[0].asString());
        return context.eval("python", "__import__('watched')").invokeMember("produce", tell);
    }

    @Test
    void a_generator_is_streamed_to_its_end() {
        try (var context = newContext();
                var stream = PythonStream.of(context.eval("python", "(reading for reading in [1, 2, 3])"))) {
            assertThat(stream.map(Value::asInt)).containsExactly(1, 2, 3);
        }
    }

    @Test
    void what_is_no_generator_is_refused() {
        try (var context = newContext()) {
            for (var other : List.of("iter([1, 2, 3])", "[1, 2, 3]", "type('Port', (), {'close': print})()")) {
                assertThatIllegalArgumentException()
                        .as(other)
                        .isThrownBy(() -> PythonStream.of(context.eval("python", other)));
            }
        }
    }

    private static Context newContext() {
        return new GraalPy(Question.of(PythonStreamTest.class).sources(), Limits.DEFAULT).newContext();
    }
}
