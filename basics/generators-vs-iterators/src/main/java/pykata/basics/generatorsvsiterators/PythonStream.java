package pykata.basics.generatorsvsiterators;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.graalvm.polyglot.TypeLiteral;
import org.graalvm.polyglot.Value;

/** A Python generator as a Java stream that owns it: closing the stream closes the generator, wherever it stands. */
public final class PythonStream {

    private static final TypeLiteral<Iterator<Value>> ITEMS = new TypeLiteral<>() {};

    private PythonStream() {}

    /**
     * A lazy stream over a generator. Use it in try-with-resources: a terminal operation alone closes nothing, and an
     * abandoned generator's {@code finally} never runs on GraalPy.
     *
     * @throws IllegalArgumentException if the value is not an iterator with a {@code close} method
     */
    public static Stream<Value> of(Value generator) {
        if (!generator.isIterator() || !generator.canInvokeMember("close")) {
            throw new IllegalArgumentException("not a generator: " + generator);
        }
        var items = Spliterators.spliteratorUnknownSize(generator.as(ITEMS), Spliterator.ORDERED);
        return StreamSupport.stream(items, false).onClose(() -> generator.invokeMember("close"));
    }
}
