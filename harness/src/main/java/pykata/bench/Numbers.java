package pykata.bench;

import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The integers that a Java value holds: what {@code stopwatch.py} does for one of Python. */
final class Numbers {

    private Numbers() {}

    /** Their sum; empty if it holds none. */
    static Optional<BigInteger> in(Object value) {
        return switch (value) {
            case Integer _, Long _, Short _, Byte _, BigInteger _ -> Optional.of(new BigInteger(value.toString()));
            case Map<?, ?> map -> sum(map.values().stream());
            case Iterable<?> items -> sum(StreamSupport.stream(items.spliterator(), false));
            case Record fields ->
                sum(Arrays.stream(fields.getClass().getRecordComponents()).map(each -> read(each, fields)));
            case long[] numbers -> sum(Arrays.stream(numbers).boxed());
            case int[] numbers -> sum(Arrays.stream(numbers).boxed());
            default -> Optional.empty();
        };
    }

    private static Optional<BigInteger> sum(Stream<?> parts) {
        return parts.flatMap(part -> in(part).stream()).reduce(BigInteger::add);
    }

    private static Object read(RecordComponent component, Object of) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("%s cannot be read".formatted(component), e);
        }
    }
}
