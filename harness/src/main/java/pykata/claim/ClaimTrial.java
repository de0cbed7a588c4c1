package pykata.claim;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.platform.commons.support.ReflectionSupport;
import pykata.python.Implementation;
import pykata.python.Python;
import pykata.python.Sources;

/** A claim's test by itself: it can be carried out on any code, without JUnit, without a page and without a record. */
public record ClaimTrial(Method method) {

    /** The claims of a test class, in the order of their names. */
    public static List<ClaimTrial> of(Class<?> test) {
        return Arrays.stream(test.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Claim.class))
                .map(ClaimTrial::new)
                .sorted(java.util.Comparator.comparing(ClaimTrial::id))
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

    /** What it is to be carried out on: these sources, and the packages that it needs. */
    public Sources sources(Sources sources) {
        return NeededPackages.addedTo(sources, method);
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
