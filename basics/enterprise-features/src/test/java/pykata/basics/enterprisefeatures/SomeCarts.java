package pykata.basics.enterprisefeatures;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pykata.basics.enterprisefeatures.Catalogue.Product;
import pykata.basics.enterprisefeatures.Catalogue.Tax;

/** A catalogue and carts to price: one that a reader can check, and many that nobody chose. */
final class SomeCarts {

    static final Catalogue CATALOGUE = new Catalogue(
            List.of(new Product("LAMP", 4999), new Product("KÄSE", 435), new Product("SCREW", 7)),
            List.of(new Tax("DE", "0.19"), new Tax("CH", "0.081"), new Tax("ZA", "0.15")));

    static final Cart CART = new Cart("DE", List.of(new Cart.Line("KÄSE", 12), new Cart.Line("LAMP", 1)));

    private SomeCarts() {}

    /** The catalogue for a Python that is no part of this JVM. */
    static Map<String, Object> asJson() {
        var cents = CATALOGUE.products().stream().collect(Collectors.toMap(Product::sku, Product::cents));
        var vat = CATALOGUE.taxes().stream().collect(Collectors.toMap(Tax::country, Tax::rate));
        return Map.of("products", cents, "vat", vat);
    }

    static List<Cart> random(int carts) {
        var random = new Random(42);
        return IntStream.range(0, carts).mapToObj(cart -> random(random)).toList();
    }

    private static Cart random(Random random) {
        var country = CATALOGUE.taxes().get(random.nextInt(3)).country();
        var lines = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(line -> new Cart.Line(
                        CATALOGUE.products().get(random.nextInt(3)).sku(), 1 + random.nextInt(30)))
                .toList();
        return new Cart(country, lines);
    }
}
