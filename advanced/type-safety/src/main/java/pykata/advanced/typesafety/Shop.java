package pykata.advanced.typesafety;

import java.util.List;

/** A Java class that Python calls: its methods declare what they take. */
public final class Shop {

    /** The types of both parameters are known to the JVM. */
    public String reserve(String sku, int quantity) {
        return quantity + " x " + sku;
    }

    /** Looks at no element. */
    public int count(List<Integer> quantities) {
        return quantities.size();
    }

    /** Looks at each of them. */
    public int total(List<Integer> quantities) {
        return quantities.stream().mapToInt(Integer::intValue).sum();
    }
}
