package pykata.claim;

import pykata.answer.Question;

/** Finds the question that a test class proves. */
final class TestedQuestion {

    private TestedQuestion() {}

    /** The one whose folder the class lies in, unless an {@link AnswerIn} names another. */
    static Question of(Class<?> test) {
        var elsewhere = test.getAnnotation(AnswerIn.class);
        return elsewhere == null
                ? Question.of(test)
                : Question.in(Question.compiledTo(test).resolve("../..").resolve(elsewhere.value()));
    }
}
