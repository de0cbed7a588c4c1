package pykata.claim;

import org.junit.jupiter.api.extension.ExtendWith;
import pykata.answer.Question;

/**
 * A test class that proves claims of one answer page: the {@code README.md} of the question's folder it lies in. It is
 * for claims that the question's {@link AnswerTest} leaves to others, such as those of a part of a system.
 */
@ExtendWith(AnswerExtension.class)
public abstract class ClaimsTest {

    /** The question that a test class proves: the one whose folder it lies in, unless an {@link AnswerIn} names another. */
    static Question question(Class<?> test) {
        var elsewhere = test.getAnnotation(AnswerIn.class);
        return elsewhere == null
                ? Question.of(test)
                : Question.in(Question.compiledTo(test).resolve("../..").resolve(elsewhere.value()));
    }
}
