package pykata.designpatterns.patternsinpython;

import org.graalvm.polyglot.Value;

/** A strategy in Java: Python calls a lambda of this type as a function of its own. */
@FunctionalInterface
public interface PriceRule {

    long total(Value cart);

    /** A tenth off the whole cart. */
    static long tenthOff(Value cart) {
        var total = 0L;
        for (var line = 0; line < cart.getArraySize(); line++) {
            var item = cart.getArrayElement(line);
            total += item.getArrayElement(1).asLong() * item.getArrayElement(2).asLong();
        }
        return total * 9 / 10;
    }
}
