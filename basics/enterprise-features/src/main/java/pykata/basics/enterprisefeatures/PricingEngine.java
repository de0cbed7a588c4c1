package pykata.basics.enterprisefeatures;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;

/** The Python package {@code orders} as Java's pricing engine: records in, a quote as canonical JSON out. */
public final class PricingEngine {

    private final Value price;

    public PricingEngine(Context python, Catalogue catalogue) {
        price = python.eval("python", "__import__('orders.from_java').from_java.pricing")
                .execute(catalogue.products(), catalogue.taxes());
    }

    public String quote(Cart cart) {
        return price.execute(cart).asString();
    }
}
