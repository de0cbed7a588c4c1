package pykata.designpatterns.legacyrefactoring;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.zip.CRC32;

/**
 * Stands in front of the old code, and leads one route after another to the new code, for a share of the customers.
 *
 * @param <I> what a route takes
 * @param <O> what it answers
 */
final class Strangler<I, O> {

    private final Map<String, Route<I, O>> routes = new HashMap<>();
    private final List<Difference<I>> differences = new ArrayList<>();

    /** How a route is answered: by the old code, by both, or by the new code for a share of the customers. */
    private record Route<I, O>(Function<I, O> old, Function<I, O> replacement, int percent, boolean isCompared) {}

    /** What the new code would have answered otherwise, or not at all. */
    record Difference<I>(String route, I input) {}

    void add(String route, Function<I, O> old, Function<I, O> replacement) {
        routes.put(route, new Route<>(old, replacement, 0, false));
    }

    /** Beside each answer of the old code, asks the new code, too. */
    void compare(String route) {
        var is = route(route);
        routes.put(route, new Route<>(is.old, is.replacement, 0, true));
    }

    void lead(String route, int percent) {
        var is = route(route);
        routes.put(route, new Route<>(is.old, is.replacement, percent, false));
    }

    O answer(String route, String customer, I input) {
        var is = route(route);
        if (place(route, customer) < is.percent) {
            return is.replacement.apply(input);
        }
        var answer = is.old.apply(input);
        if (is.isCompared && !isSame(is.replacement, input, answer)) {
            differences.add(new Difference<>(route, input));
        }
        return answer;
    }

    private boolean isSame(Function<I, O> replacement, I input, O answer) {
        try {
            return Objects.equals(replacement.apply(input), answer);
        } catch (RuntimeException e) {
            return false;
        }
    }

    private Route<I, O> route(String name) {
        return Objects.requireNonNull(routes.get(name), name);
    }

    /**
     * A fixed number from 0 to 99 for each customer, so that whoever has moved stays moved. It is another one for each
     * route, so that not the same customers are the first each time.
     */
    static int place(String route, String customer) {
        var sum = new CRC32();
        sum.update((route + " " + customer).getBytes(StandardCharsets.UTF_8));
        return (int) (sum.getValue() % 100);
    }

    List<Difference<I>> differences() {
        return List.copyOf(differences);
    }
}
