package pykata.advanced.typesafety;

import org.graalvm.polyglot.Value;

/** A line of an order, made once at the border; from then on it is Java's. */
record Line(String sku, int quantity) {

    /**
     * What a Python dict says.
     *
     * @throws ClassCastException if a value is of another type
     */
    static Line of(Value dict) {
        return new Line(
                dict.getHashValue("sku").asString(),
                dict.getHashValue("quantity").asInt());
    }
}
