package pykata.basics.enterprisefeatures;

import java.util.List;

/** What a customer wants to know the price of. */
public record Cart(String country, List<Line> lines) {

    /** So many pieces of one product. */
    public record Line(String sku, int quantity) {}
}
