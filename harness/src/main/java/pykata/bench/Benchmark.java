package pykata.bench;

import java.util.List;
import pykata.answer.Question;

/**
 * A question's benchmark: a class without arguments in its test sources. Its Python is what the question proves, and
 * what lies in {@code src/test/python/benchmark}.
 */
public interface Benchmark {

    /** What one unit of the work is, such as "item": times are given per unit. */
    String unit();

    /** At most ten rows; each row's measurements follow each other. */
    List<Measurement> measurements();

    /** What a cell's speed says: "as fast as CPython". */
    String comparison();

    /** The row whose warm-up is published, as GraalPy's JIT goes through it. */
    String warmUpRow();

    /** The measurements whose first call in a fresh process is timed too. */
    default List<Measurement> cold() {
        return measurements().stream()
                .filter(measurement -> measurement.row().equals(warmUpRow()))
                .toList();
    }

    /** Whether how many processors are busy is worth telling. */
    default boolean isParallel() {
        return false;
    }

    /** Whether the memory that is allocated per unit is worth telling. */
    default boolean isAllocating() {
        return false;
    }

    /** The same with less work, for a check that each measurement still runs. */
    default Benchmark small() {
        return this;
    }

    /** The measurement of a name. */
    default Measurement measurement(String name) {
        return measurements().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no measurement is called " + name));
    }

    /** The question that it belongs to. */
    default Question question() {
        return Question.of(getClass());
    }

    /** @throws IllegalArgumentException if the question has none */
    static Benchmark of(Question question) {
        return question.benchmark()
                .map(Benchmark::named)
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s has no benchmark: no class in src/test/java is called ...Benchmark; ./kata list --benchmark shows which have one"
                                .formatted(question.id())));
    }

    /** @throws IllegalArgumentException if no such class can be made */
    static Benchmark named(String className) {
        try {
            return (Benchmark) Class.forName(className).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("no benchmark: " + className, e);
        }
    }
}
