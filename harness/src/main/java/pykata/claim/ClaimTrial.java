package pykata.claim;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.platform.commons.support.ReflectionSupport;
import pykata.answer.Question;
import pykata.python.Implementation;
import pykata.python.Python;
import pykata.python.PythonUnavailable;
import pykata.python.Requirements;
import pykata.python.Sources;

/** A claim's test by itself: it can be carried out on any code, without JUnit, without a page and without a record. */
public record ClaimTrial(Method method) {

    /** The claims of a test class, in the order of their names. */
    public static List<ClaimTrial> of(Class<?> test) {
        return Arrays.stream(test.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Claim.class))
                .map(ClaimTrial::new)
                .sorted(Comparator.comparing(ClaimTrial::id))
                .toList();
    }

    public String id() {
        return method.getName();
    }

    /** Whether it applies to an interpreter here. */
    public boolean isOn(Implementation implementation) {
        return ClaimRuntime.applicableTo(method).stream()
                .anyMatch(runtime -> runtime.implementation() == implementation);
    }

    public boolean isInOwnProcess() {
        return method.getAnnotation(Claim.class).inOwnProcess();
    }

    /** The limit of each of its calls. */
    public Duration limit() {
        return Duration.ofSeconds(method.getAnnotation(Claim.class).seconds());
    }

    /**
     * What it is to be carried out on: these sources, with the packages that it {@link Needs} and no others.
     *
     * @throws PythonUnavailable if one is not pinned
     */
    public Sources sources(Sources sources) {
        var test = method.getDeclaringClass();
        var names = Stream.of(method, test)
                .flatMap(element -> Arrays.stream(element.getAnnotationsByType(Needs.class)))
                .flatMap(needs -> Arrays.stream(needs.value()))
                .toList();
        if (names.isEmpty()) {
            return sources.needing(null);
        }
        var module = Question.compiledTo(test).resolve("../..");
        var question = ClaimsTest.question(test);
        return sources.needing(Requirements.in(module)
                .or(() -> Requirements.in(question.folder()))
                .orElseGet(() -> Requirements.none(question.folder()))
                .pinning(names));
    }

    /**
     * Carries it out once.
     *
     * @throws AssertionError if what it observes is not what it expects
     * @throws RuntimeException if it cannot observe it
     */
    public void make(Python python) {
        var observed = new Observed(python.interpreter());
        var arguments = Arrays.stream(method.getParameterTypes())
                .map(type -> type.isInstance(python) ? python : observed)
                .toArray();
        ReflectionSupport.invokeMethod(method, ReflectionSupport.newInstance(method.getDeclaringClass()), arguments);
    }
}
