package pykata.basics.enterprisefeatures;

/** A port of the check-out: Python calls it and knows no Java type. */
public interface Stock {

    void reserve(String sku, int quantity);

    void release(String sku, int quantity);
}
