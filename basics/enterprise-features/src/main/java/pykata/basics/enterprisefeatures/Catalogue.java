package pykata.basics.enterprisefeatures;

import java.util.List;

/** What the host knows of products and taxes. */
public record Catalogue(List<Product> products, List<Tax> taxes) {

    /** A product's net price. */
    public record Product(String sku, long cents) {}

    /** A country's rate, as decimal text: a double could not say 0.19. */
    public record Tax(String country, String rate) {}
}
