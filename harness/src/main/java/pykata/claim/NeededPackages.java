package pykata.claim;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import pykata.answer.Question;
import pykata.python.PythonUnavailable;
import pykata.python.Requirements;
import pykata.python.Sources;

/** The packages that a claim {@link Needs}. */
final class NeededPackages {

    private NeededPackages() {}

    /**
     * The sources with these packages and no others.
     *
     * @throws PythonUnavailable if one is not pinned
     */
    static Sources addedTo(Sources sources, Method claim) {
        var test = claim.getDeclaringClass();
        var names = Stream.of(claim.getAnnotation(Needs.class), test.getAnnotation(Needs.class))
                .filter(Objects::nonNull)
                .flatMap(needs -> Arrays.stream(needs.value()))
                .toList();
        if (names.isEmpty()) {
            return sources.needing(null);
        }
        var module = Question.compiledTo(test).resolve("../..");
        var question = TestedQuestion.of(test);
        return sources.needing(Requirements.in(module)
                .or(() -> Requirements.in(question.folder()))
                .orElseGet(() -> Requirements.none(question.folder()))
                .pinning(names));
    }
}
